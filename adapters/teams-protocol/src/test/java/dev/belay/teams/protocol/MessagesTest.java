package dev.belay.teams.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.message.ChatMessage;
import dev.belay.message.ChatMessage.Kind;
import dev.belay.message.Marking;
import dev.belay.message.TextPart.Link;
import dev.belay.message.TextPart.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages. */
final class MessagesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CHANNEL = "19:c0ffee@thread.tacv2";

    @Test
    void what_a_person_writes_in_a_channel_is_read_with_its_thread() throws MalformedActivity {
        ChatMessage message = said(activity("message", "Restarting"));
        assertThat(message.kind()).isEqualTo(Kind.WRITTEN);
        assertThat(message.at().channel()).isEqualTo(CHANNEL);
        assertThat(message.at().thread()).contains("1795336194433");
        assertThat(message.author().name()).contains("Alex Wilber");
        assertThat(message.author().outside()).isFalse();
        assertThat(message.text()).containsExactly(new Words("Restarting"));
        assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochMilli(1_795_336_200_000L));
    }

    /** Nobody has seen that; the id of a message is its own. */
    @Test
    void what_is_delivered_again_under_another_id_says_that_it_is_the_same() throws MalformedActivity {
        JsonObject again = activity("message", "Restarting");
        again.put("id", "f:12345");
        again.put("timestamp", "2026-11-22T08:30:31Z");
        assertThat(said(again).version())
                .isNotEmpty()
                .isEqualTo(said(activity("message", "Restarting")).version());
        JsonObject other = activity("message", "Restarting");
        other.put("localTimestamp", "2026-11-22T08:30:00.000+00:00");
        assertThat(said(other).version())
                .isNotEqualTo(said(activity("message", "Restarting")).version());
    }

    @Test
    void people_of_another_tenant_are_marked() throws MalformedActivity {
        JsonObject activity = activity("message", "x");
        activity.getObject("from").put("tenantId", "11111111-0000-0000-0000-000000000001");
        assertThat(said(activity).author().outside()).isTrue();
    }

    @Test
    void bots_and_private_chats_and_empty_messages_are_none() throws MalformedActivity {
        JsonObject bot = activity("message", "x");
        bot.getObject("from").remove("aadObjectId");
        JsonObject chat = activity("messageUpdate", "x");
        chat.getObject("conversation").put("conversationType", "personal");
        chat.put(
                "channelData",
                JsonObject.builder().value("eventType", "editMessage").done());
        for (JsonObject none : new JsonObject[] {bot, chat, activity("messageUpdate", "x")}) {
            assertThat(read(none)).isInstanceOf(TeamsActivity.NotForUs.class);
        }
        assertThat(read(activity("message", " ")))
                .as("it may have files")
                .isInstanceOfSatisfying(TeamsActivity.Wrote.class, wrote -> assertThat(wrote.said())
                        .isEmpty());
    }

    @Test
    void changes_and_deletions_are_told() throws MalformedActivity {
        ChatMessage edited = said(changed("messageUpdate", "editMessage"));
        assertThat(edited.kind()).isEqualTo(Kind.EDITED);
        assertThat(edited.version()).isEqualTo("1795336196.879000000");
        assertThat(edited.text()).containsExactly(new Words("new"));
        ChatMessage deleted = said(changed("messageDelete", "softDeleteMessage"));
        assertThat(deleted.kind()).isEqualTo(Kind.DELETED);
        assertThat(deleted.text()).isEmpty();
        assertThat(deleted.version()).isEqualTo(edited.version());
        ChatMessage restored = said(changed("messageUpdate", "undeleteMessage"));
        assertThat(restored.kind()).isEqualTo(Kind.RESTORED);
        assertThat(restored.version()).isEqualTo(edited.version());
        assertThat(restored.text()).containsExactly(new Words("new"));
        assertThat(read(changed("messageUpdate", "anything"))).isInstanceOf(TeamsActivity.NotForUs.class);
    }

    @Test
    void of_two_changes_the_later_has_the_greater_version_however_its_time_is_written() throws MalformedActivity {
        List<String> versions = new ArrayList<>();
        for (String time : List.of(
                "2026-11-22T08:29:56Z",
                "2026-11-22T08:29:56.1Z",
                "2026-11-22T08:29:56.12Z",
                "2026-11-22T09:29:56.1234567+01:00",
                "no time")) {
            JsonObject activity = changed("messageUpdate", "editMessage");
            activity.put("timestamp", time);
            versions.add(said(activity).version());
        }
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    /** Teams flattens a link to its label in the text, and an emoji to nothing. */
    @Test
    void the_html_of_a_message_says_all_of_it() throws MalformedActivity {
        assertThat(said(withHtml(
                                activity("message", "See Runbook 7"),
                                "<p>See <a href=\"https://wiki.example/7?a=1&amp;b=2\" title=\"x > y\">Runbook 7</a> "
                                        + "<emoji id=\"fire\" alt=\"\uD83D\uDD25\" title=\"Fire\"></emoji></p>"))
                        .text())
                .containsExactly(
                        new Words("See "),
                        new Link("https://wiki.example/7?a=1&b=2", "Runbook 7"),
                        new Words(" \uD83D\uDD25"));
        assertThat(said(withHtml(
                                activity("message", ""),
                                "<p><img itemtype=\"http://schema.skype.com/Emoji\" alt=\"\uD83D\uDE42\"></p>"))
                        .text())
                .containsExactly(new Words("\uD83D\uDE42"));
    }

    @Test
    void a_pasted_picture_alone_says_nothing() throws MalformedActivity {
        TeamsActivity read =
                read(withHtml(activity("message", ""), "<div><img alt=\"image\" src=\"https://x.example\"></div>"));
        assertThat(((TeamsActivity.Wrote) read).said()).isEmpty();
    }

    @Test
    void in_html_whoever_is_mentioned_is_named_too() throws MalformedActivity {
        JsonObject activity = withHtml(
                activity("message", "Ask <at>Bob</at> now"),
                "<p>Ask&nbsp;<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">Bob</span>&nbsp;now</p>");
        activity.put("entities", JsonArray.from(mention("<at>Bob</at>", "29:bob", "Bob Baker")));
        assertThat(said(activity).text()).containsExactly(new Words("Ask @Bob Baker now"));
    }

    /** A message to the bot is one like any other; that the bot does not understand it is told besides. */
    @Test
    void what_a_person_says_while_mentioning_the_bot_is_said_and_a_command_is_not() throws MalformedActivity {
        JsonObject activity = activity("message", "<at>Belay</at> the vendor called");
        String bot = activity.getObject("recipient").getString("id");
        activity.put("entities", JsonArray.from(mention("<at>Belay</at>", bot, "Belay")));
        assertThat(read(activity)).isInstanceOfSatisfying(TeamsActivity.Misspoken.class, misspoken -> {
            assertThat(misspoken.said().orElseThrow().kind()).isEqualTo(Kind.WRITTEN);
            assertThat(misspoken.said().orElseThrow().text()).containsExactly(new Words("@Belay the vendor called"));
        });
        activity.getObject("conversation").put("conversationType", "personal");
        assertThat(read(activity))
                .isInstanceOfSatisfying(TeamsActivity.Misspoken.class, misspoken -> assertThat(misspoken.said())
                        .isEmpty());
    }

    private static JsonObject withHtml(JsonObject activity, String html) {
        activity.put(
                "attachments",
                JsonArray.from(JsonObject.builder()
                        .value("contentType", "text/html")
                        .value("content", html)
                        .done()));
        return activity;
    }

    private static JsonObject mention(String text, String id, String name) {
        return JsonObject.builder()
                .value("type", "mention")
                .value("text", text)
                .object("mentioned")
                .value("id", id)
                .value("name", name)
                .end()
                .done();
    }

    @Test
    void whoever_is_mentioned_is_named() throws MalformedActivity {
        JsonObject activity = activity("message", "Ask <at>Bob B</at>&nbsp;now");
        activity.put("entities", JsonArray.from(mention("<at>Bob B</at>", "29:bob", "Bob Baker")));
        assertThat(said(activity).text()).containsExactly(new Words("Ask @Bob Baker now"));
    }

    @Test
    void a_message_is_marked_from_its_menu_by_our_command_alone() throws MalformedActivity {
        ChatMessage message = said(marked("record"));
        assertThat(message.kind()).isEqualTo(Kind.MARKED);
        assertThat(message.id()).isEqualTo("1795336200000");
        assertThat(message.author().user().id()).isEqualTo("00000000-0000-0000-0000-0000000000077");
        assertThat(message.text())
                .containsExactly(
                        new Words("1 < 2, see "), new Link("https://x.example/?a=1&b=2", "this"), new Words("\nbye"));
        assertThat(read(marked("another"))).isInstanceOf(TeamsActivity.NotForUs.class);
        assertThat(read(marked("record"))).isInstanceOfSatisfying(TeamsActivity.Marked.class, read -> {
            assertThat(read.marking().by().id()).isEqualTo("00000000-0000-0000-0000-0000000000020");
            assertThat(read.marking().reply()).isPresent();
        });
        JsonObject ofOlderManifest = marked("record");
        ofOlderManifest.put("name", "composeExtension/submitAction");
        assertThat(read(ofOlderManifest)).isInstanceOf(TeamsActivity.Marked.class);
        JsonObject ofBot = marked("record");
        ofBot.getObject("value").getObject("messagePayload").getObject("from").put("user", null);
        assertThat(read(ofBot)).isEqualTo(new TeamsActivity.Declined(Marking.OF_NO_PERSON));
    }

    private static JsonObject marked(String command) {
        JsonObject activity = activity("invoke", "");
        activity.put("name", "composeExtension/fetchTask");
        activity.put(
                "value",
                JsonObject.builder()
                        .value("commandId", command)
                        .value("commandContext", "message")
                        .object("messagePayload")
                        .value("id", "1795336200000")
                        .value("createdDateTime", "2026-11-22T08:30:00Z")
                        .object("from")
                        .object("user")
                        .value("id", "00000000-0000-0000-0000-0000000000077")
                        .value("displayName", "Jane Doe")
                        .end()
                        .end()
                        .object("body")
                        .value("contentType", "html")
                        .value(
                                "content",
                                "<div><p>1 &lt; 2, see <a href=\"https://x.example/?a=1&amp;b=2\">this</a></p><b>bye</b></div>")
                        .end()
                        .end()
                        .done());
        return activity;
    }

    private static JsonObject changed(String type, String what) {
        JsonObject activity = activity(type, "new");
        activity.getObject("channelData").put("eventType", what);
        return activity;
    }

    private static JsonObject activity(String type, String text) {
        JsonObject activity = RecordedActivity.body("message_action_submit");
        activity.remove("value");
        activity.put("type", type);
        activity.put("id", "1795336200000");
        activity.put("text", text);
        activity.getObject("conversation").put("conversationType", "channel");
        activity.getObject("conversation").put("id", CHANNEL + ";messageid=1795336194433");
        return activity;
    }

    private static ChatMessage said(JsonObject activity) throws MalformedActivity {
        return switch (read(activity)) {
            case TeamsActivity.Wrote wrote -> wrote.said().orElseThrow();
            case TeamsActivity.Said said -> said.message();
            case TeamsActivity.Marked marked -> marked.marking().message();
            case TeamsActivity other -> throw new AssertionError(other.toString());
        };
    }

    private static TeamsActivity read(JsonObject activity) throws MalformedActivity {
        return TeamsActivity.of(InboundActivity.of(JsonWriter.string(activity).getBytes(StandardCharsets.UTF_8)), NOON);
    }
}
