package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a history holds beside what was said, and how words come back.
 * Sources: docs.slack.dev/reference/events/message (subtypes), docs.slack.dev/messaging/formatting-message-text (escaping).
 */
class HistoryTest {
    private final Stage stage = new Stage();
    private final String channel = stage.channel("one");

    @AfterEach
    void end() {
        stage.close();
    }

    private List<JsonObject> history() {
        return stage.call("conversations.history", "channel", channel).getArray("messages").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private List<String> subtypes() {
        return history().stream()
                .map(message -> message.getString("subtype", "said"))
                .toList();
    }

    @Test
    void slack_itself_writes_who_joined_described_pinned_and_archived() {
        String card = stage.card(channel);
        stage.call("conversations.setTopic", "channel", channel, "topic", "P1");
        stage.call("conversations.setPurpose", "channel", channel, "purpose", "to mend");
        stage.call("pins.add", "channel", channel, "timestamp", card);
        stage.call("conversations.invite", "channel", channel, "users", AcmeWorkspace.ALICE);
        stage.call("conversations.rename", "channel", channel, "name", "two");
        assertThat(subtypes())
                .containsExactly(
                        "channel_name",
                        "channel_join",
                        "pinned_item",
                        "channel_purpose",
                        "channel_topic",
                        "said",
                        "channel_join");
        stage.call("conversations.archive", "channel", channel);
        assertThat(stage.callAs(
                                stage.slack.workspace().userToken(AcmeWorkspace.ALICE),
                                "conversations.history",
                                "channel",
                                channel)
                        .getArray("messages")
                        .getObject(0))
                .containsEntry("subtype", "channel_archive")
                .containsEntry("user", AcmeWorkspace.APP.botUser());
    }

    @Test
    void a_line_of_slack_s_own_says_what_was_set_and_by_whom() {
        stage.call("conversations.setTopic", "channel", channel, "topic", "R&D <down>");
        assertThat(history().getFirst())
                .containsEntry("type", "message")
                .containsEntry("subtype", "channel_topic")
                .containsEntry("user", AcmeWorkspace.APP.botUser())
                .containsEntry("topic", "R&amp;D &lt;down&gt;")
                .containsEntry("text", "<@U0BELAY> set the channel topic: R&amp;D &lt;down&gt;");
    }

    @Test
    void a_bot_that_a_person_brings_in_is_added() {
        String alice = stage.slack.workspace().userToken(AcmeWorkspace.ALICE);
        String other = stage.callAs(alice, "conversations.create", "name", "hers")
                .getObject("channel")
                .getString("id");
        stage.callAs(alice, "conversations.invite", "channel", other, "users", AcmeWorkspace.APP.botUser());
        JsonObject added = stage.call("conversations.history", "channel", other)
                .getArray("messages")
                .getObject(0);
        assertThat(added)
                .containsEntry("subtype", "bot_add")
                .containsEntry("user", AcmeWorkspace.ALICE)
                .containsEntry("bot_id", AcmeWorkspace.APP.botId());
    }

    @Test
    void nobody_edits_or_deletes_what_slack_itself_wrote() {
        String join = history().getFirst().getString("ts");
        assertThat(stage.error("chat.update", "channel", channel, "ts", join, "text", "x"))
                .isEqualTo("cant_update_message");
        assertThat(stage.error("chat.delete", "channel", channel, "ts", join)).isEqualTo("cant_delete_message");
    }

    @Test
    void a_history_ends_where_it_was_asked_to() {
        String join = history().getFirst().getString("ts");
        stage.clock.pass(Duration.ofSeconds(1));
        String card = stage.card(channel);
        assertThat(stage.call("conversations.history", "channel", channel, "oldest", join)
                        .getArray("messages"))
                .singleElement()
                .satisfies(message -> assertThat((JsonObject) message).containsEntry("ts", card));
    }

    @Test
    void words_come_back_escaped_and_links_mentions_and_entities_as_they_were() {
        String said = "R&D <b> 1 > 0 &amp; &lt;at&gt; <https://acme.example/?a=1&b=2|open> <@U01ALICE> <!here> <#C1>";
        JsonObject answer = stage.call("chat.postMessage", "channel", channel, "text", said);
        String kept =
                "R&amp;D &lt;b&gt; 1 &gt; 0 &amp; &lt;at&gt; <https://acme.example/?a=1&b=2|open> <@U01ALICE> <!here> <#C1>";
        assertThat(answer.getObject("message").getString("text")).isEqualTo(kept);
        assertThat(history().getFirst()).containsEntry("text", kept);
        assertThat(stage.call("chat.update", "channel", channel, "ts", answer.getString("ts"), "text", "a < b")
                        .getString("text"))
                .isEqualTo("a &lt; b");
    }

    @Test
    void a_topic_and_a_purpose_come_back_escaped_and_are_read_as_they_were_meant() {
        assertThat(stage.call("conversations.setTopic", "channel", channel, "topic", "R&D > all")
                        .getString("topic"))
                .isEqualTo("R&amp;D &gt; all");
        stage.call("conversations.setPurpose", "channel", channel, "purpose", "<x>");
        JsonObject described =
                stage.call("conversations.info", "channel", channel).getObject("channel");
        assertThat(described.getObject("topic")).containsEntry("value", "R&amp;D &gt; all");
        assertThat(described.getObject("purpose")).containsEntry("value", "&lt;x&gt;");
        var seen = stage.slack.workspace().channel(channel).orElseThrow();
        assertThat(List.of(seen.topic(), seen.purpose())).containsExactly("R&D > all", "<x>");
    }
}
