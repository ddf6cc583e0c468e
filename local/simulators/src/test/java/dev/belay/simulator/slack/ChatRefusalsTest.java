package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.limit.Failure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/reference/methods/chat.postMessage, .update, .postEphemeral, pins.add, bookmarks.add. */
class ChatRefusalsTest {
    private static final String METADATA =
            "{\"event_type\":\"belay_card\",\"event_payload\":{\"table\":\"incident\",\"n\":1}}";
    private final Stage stage = new Stage();
    private final String channel = stage.channel("one");

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void a_message_without_text_and_blocks_is_refused() {
        assertThat(stage.error("chat.postMessage", "channel", channel)).isEqualTo("no_text");
    }

    @Test
    void text_over_40000_characters_is_cut_off() {
        JsonObject answer = stage.call("chat.postMessage", "channel", channel, "text", "x".repeat(40_001));
        assertThat(answer.getObject("message").getString("text")).hasSize(40_000);
    }

    @Test
    void edited_text_over_4000_characters_is_refused() {
        String ts = stage.card(channel);
        assertThat(stage.error("chat.update", "channel", channel, "ts", ts, "text", "x".repeat(4_001)))
                .isEqualTo("msg_too_long");
        assertThat(stage.error("chat.update", "channel", channel, "ts", ts, "text", "x".repeat(4_000)))
                .isEqualTo("none");
    }

    @Test
    void nobody_edits_or_deletes_what_another_wrote() {
        stage.slack.say(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, "hello", "");
        String ts = stage.slack.messages(AcmeWorkspace.SUPPORT).getLast().ts();
        assertThat(stage.error("chat.update", "channel", AcmeWorkspace.SUPPORT, "ts", ts, "text", "x"))
                .isEqualTo("cant_update_message");
        assertThat(stage.error("chat.delete", "channel", AcmeWorkspace.SUPPORT, "ts", ts))
                .isEqualTo("cant_delete_message");
    }

    // A workspace may close the time for edits (github.com/slackapi/node-slack-sdk/issues/414).
    @Test
    void an_edit_may_be_refused_for_good() {
        String ts = stage.card(channel);
        for (String error : List.of("edit_window_closed", "cant_update_message")) {
            stage.slack.failures().next("chat.update", 2, new Failure.Refused(error));
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(stage.error("chat.update", "channel", channel, "ts", ts, "text", "x"))
                        .isEqualTo(error);
            }
        }
        assertThat(stage.slack.messages(channel).getLast().content().text()).isEqualTo("INC0010023");
    }

    @Test
    void a_message_that_does_not_exist_is_not_found() {
        assertThat(stage.error("chat.update", "channel", channel, "ts", "1.000001", "text", "x"))
                .isEqualTo("message_not_found");
        assertThat(stage.error("chat.getPermalink", "channel", channel, "message_ts", "1.000001"))
                .isEqualTo("message_not_found");
        assertThat(stage.error("conversations.replies", "channel", channel, "ts", "1.000001"))
                .isEqualTo("thread_not_found");
        assertThat(stage.error("chat.postMessage", "channel", channel, "text", "x", "thread_ts", "1.000001"))
                .isEqualTo("thread_not_found");
    }

    @Test
    void an_edit_with_text_alone_takes_the_blocks_away_and_keeps_the_metadata() {
        String ts = stage.call("chat.postMessage", "channel", channel, "blocks", Stage.CARD, "metadata", METADATA)
                .getString("ts");
        stage.call("chat.update", "channel", channel, "ts", ts, "text", "plain");
        JsonObject message = history("true").getObject(0);
        assertThat(message.has("blocks")).isFalse();
        assertThat(message.getObject("edited").getString("user")).isEqualTo("U0BELAY");
        assertThat(message.getObject("metadata").getString("event_type")).isEqualTo("belay_card");
    }

    @Test
    void metadata_is_shown_to_those_who_ask_only() {
        stage.call("chat.postMessage", "channel", channel, "text", "x", "metadata", METADATA);
        assertThat(history("false").getObject(0).has("metadata")).isFalse();
        assertThat(history("true")
                        .getObject(0)
                        .getObject("metadata")
                        .getObject("event_payload")
                        .getString("table"))
                .isEqualTo("incident");
    }

    private JsonArray history(String withMetadata) {
        return stage.call("conversations.history", "channel", channel, "include_all_metadata", withMetadata)
                .getArray("messages");
    }

    /** Source: docs.slack.dev/messaging/message-metadata. */
    @Test
    void metadata_out_of_shape_is_refused() {
        stage.slack.rateLimits().enforce(false);
        for (String metadata : List.of(
                "[]",
                "{",
                "{\"event_payload\":{}}",
                "{\"event_type\":\"x\"}",
                "{\"event_type\":\"x\",\"event_payload\":{\"deep\":{\"er\":1}}}",
                "{\"event_type\":\"x\",\"event_payload\":{\"deep\":[{}]}}")) {
            assertThat(stage.error("chat.postMessage", "channel", channel, "text", "x", "metadata", metadata))
                    .isEqualTo("invalid_metadata_format");
        }
    }

    @Test
    void history_is_newest_first_within_bounds_and_without_replies() {
        String first = stage.card(channel);
        stage.call("chat.postMessage", "channel", channel, "text", "reply", "thread_ts", first);
        String second = stage.card(channel);
        JsonArray all = history("false");
        assertThat(all.getObject(0).getString("ts")).isEqualTo(second);
        assertThat(all).hasSize(3);
        assertThat(all.getObject(2).getString("subtype")).isEqualTo("channel_join");
        assertThat(all.getObject(1).getInt("reply_count")).isEqualTo(1);
        assertThat(stage.call("conversations.history", "channel", channel, "oldest", first)
                        .getArray("messages"))
                .hasSize(1);
        assertThat(stage.call("conversations.history", "channel", channel, "oldest", first, "inclusive", "true")
                        .getArray("messages"))
                .hasSize(2);
        assertThat(stage.call("conversations.history", "channel", channel, "latest", second, "limit", "1")
                        .getArray("messages")
                        .getObject(0)
                        .getString("ts"))
                .isEqualTo(first);
        assertThat(stage.error("conversations.history", "channel", channel, "oldest", "x"))
                .isEqualTo("invalid_ts_oldest");
    }

    @Test
    void a_thread_is_read_from_its_first_message_on() {
        String first = stage.card(channel);
        String reply = stage.call("chat.postMessage", "channel", channel, "text", "reply", "thread_ts", first)
                .getString("ts");
        JsonArray thread = stage.call("conversations.replies", "channel", channel, "ts", first)
                .getArray("messages");
        assertThat(thread).hasSize(2);
        assertThat(thread.getObject(1).getString("ts")).isEqualTo(reply);
        assertThat(stage.call("chat.getPermalink", "channel", channel, "message_ts", reply)
                        .getString("permalink"))
                .isEqualTo("https://acme.slack.com/archives/" + channel + "/p" + reply.replace(".", "") + "?thread_ts="
                        + first + "&cid=" + channel);
    }

    @Test
    void what_one_person_sees_alone_is_in_no_history() {
        stage.call("conversations.invite", "channel", channel, "users", AcmeWorkspace.BOB);
        assertThat(stage.error("chat.postEphemeral", "channel", channel, "user", AcmeWorkspace.BOB, "text", "psst"))
                .isEqualTo("none");
        assertThat(history("false"))
                .extracting(message -> ((JsonObject) message).getString("subtype"))
                .containsExactly("channel_join", "channel_join");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.BOB).getFirst().text()).isEqualTo("psst");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE)).isEmpty();
    }

    @Test
    void who_is_not_in_the_channel_is_told_nothing_in_private() {
        assertThat(stage.error("chat.postEphemeral", "channel", channel, "user", AcmeWorkspace.BOB, "text", "psst"))
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void pinning_twice_is_refused() {
        String ts = stage.card(channel);
        assertThat(stage.error("pins.add", "channel", channel, "timestamp", ts)).isEqualTo("none");
        assertThat(stage.error("pins.add", "channel", channel, "timestamp", ts)).isEqualTo("already_pinned");
        assertThat(stage.error("pins.add", "channel", channel)).isEqualTo("no_item_specified");
        assertThat(stage.error("pins.add", "channel", channel, "timestamp", "soon"))
                .isEqualTo("bad_timestamp");
        assertThat(stage.error("pins.add", "channel", channel, "timestamp", "1.000001"))
                .isEqualTo("message_not_found");
    }

    @Test
    void a_bookmark_needs_a_link() {
        assertThat(bookmark("ftp://x", "link")).isEqualTo("invalid_link");
        assertThat(bookmark("https://x.example", "page")).isEqualTo("invalid_bookmark_type");
        assertThat(bookmark("https://x.example", "link")).isEqualTo("none");
        assertThat(stage.error("bookmarks.add", "channel_id", channel, "type", "link", "link", "https://x.example"))
                .isEqualTo("invalid_arguments");
    }

    private String bookmark(String link, String type) {
        return stage.error("bookmarks.add", "channel_id", channel, "title", "INC", "type", type, "link", link);
    }

    @Test
    void the_channels_of_the_bot_are_found_in_pages_archived_ones_left_out() {
        String second = stage.channel("two");
        stage.call("conversations.archive", "channel", stage.channel("three"));
        JsonObject page = stage.call("users.conversations", "exclude_archived", "true", "limit", "3");
        String cursor = page.getObject("response_metadata").getString("next_cursor");
        assertThat(page.getArray("channels")).hasSize(3);
        assertThat(stage.call("users.conversations", "exclude_archived", "true", "limit", "3", "cursor", cursor)
                        .getArray("channels")
                        .getObject(0)
                        .getString("id"))
                .isEqualTo(second);
        assertThat(stage.error("users.conversations", "types", "rooms")).isEqualTo("invalid_types");
    }

    @Test
    void a_person_reads_back_what_stands_in_a_channel() {
        stage.card(AcmeWorkspace.SUPPORT);
        String alice = stage.slack.workspace().userToken(AcmeWorkspace.ALICE);
        JsonArray messages = stage.callAs(alice, "conversations.history", "channel", AcmeWorkspace.SUPPORT)
                .getArray("messages");
        assertThat(messages.getObject(0).getString("bot_id")).isEqualTo("B0BELAY");
        assertThat(stage.faults.calls()).containsExactly("slack conversations.create", "slack chat.postMessage");
    }
}
