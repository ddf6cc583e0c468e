package dev.belay.slack.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.message.ChatMessage;
import dev.belay.message.ChatMessage.Kind;
import dev.belay.message.Marking;
import dev.belay.message.TextPart;
import dev.belay.message.TextPart.Link;
import dev.belay.message.TextPart.Mention;
import dev.belay.message.TextPart.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs.slack.dev/reference/events/message, its subtypes, and pin_added. */
final class MessageWordTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void a_recorded_message_is_read() throws MalformedRequest {
        SlackRequest said = SlackRequest.of(
                "application/json", Recorded.request("event_message").body(), NOON);
        ChatMessage message = ((SlackRequest.Said) said).message();
        assertThat(message.kind()).isEqualTo(Kind.WRITTEN);
        assertThat(message.at()).isEqualTo(new ConversationId(Platform.SLACK, "T01ACME", "C01GEN", Optional.empty()));
        assertThat(message.id()).isEqualTo("1795336131.000002");
        assertThat(message.author().user().id()).isEqualTo("U01ALICE");
        assertThat(message.text()).containsExactly(new Words("looking at the payment gateway now"));
        assertThat(message.eventId()).isEqualTo("EvMWRKS1912");
    }

    @Test
    void an_answer_in_a_thread_names_it() throws MalformedRequest {
        assertThat(
                        said("\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1795336131.000002\",\"thread_ts\":\"1795336000.000001\"")
                                .at()
                                .thread())
                .contains("1795336000.000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread_broadcast", "me_message", "file_share"})
    void these_are_written_by_people_too(String subtype) throws MalformedRequest {
        assertThat(said("\"subtype\":\"" + subtype + "\",\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1795336131.000002\"")
                        .kind())
                .isEqualTo(Kind.WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"subtype\":\"bot_message\",\"bot_id\":\"B01\",\"text\":\"x\",\"ts\":\"1.2\"",
                "\"user\":\"U0BELAY\",\"bot_id\":\"B01\",\"text\":\"x\",\"ts\":\"1.2\"",
                "\"subtype\":\"channel_join\",\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1.2\"",
                "\"subtype\":\"pinned_item\",\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1.2\"",
                "\"subtype\":\"anything_else\",\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1.2\"",
                "\"user\":\"USLACKBOT\",\"text\":\"x\",\"ts\":\"1.2\"",
                "\"user\":\"U01\",\"text\":\"x\",\"ts\":\"not a time\"",
                "\"user\":\"U01\",\"text\":\"x\"",
                "\"subtype\":\"message_changed\",\"message\":{\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1.2\"}",
                "\"subtype\":\"message_deleted\",\"previous_message\":{\"bot_id\":\"B01\",\"user\":\"U0BELAY\",\"ts\":\"1.2\"}"
            })
    void bots_joins_and_what_nobody_edited_are_none(String event) throws MalformedRequest {
        assertThat(read(event, "channel")).isInstanceOf(SlackRequest.NotForUs.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"im", "mpim", "app_home", ""})
    void private_chats_are_none(String type) throws MalformedRequest {
        assertThat(read("\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1795336131.000002\"", type))
                .isInstanceOf(SlackRequest.NotForUs.class);
    }

    @Test
    void an_edited_message_says_its_new_words_and_which_change_it_is() throws MalformedRequest {
        ChatMessage message = said("""
                "subtype":"message_changed","message":{"type":"message","user":"U01","text":"new","ts":"1795336131.000002",\
                "edited":{"user":"U01","ts":"1795336140.000000"}},"previous_message":{"text":"old"}""");
        assertThat(message.kind()).isEqualTo(Kind.EDITED);
        assertThat(message.id()).isEqualTo("1795336131.000002");
        assertThat(message.version()).isEqualTo("1795336140.000000");
        assertThat(message.text()).containsExactly(new Words("new"));
    }

    /** Slack tells of an edit in whole seconds, of the event in microseconds. */
    @Test
    void of_two_edits_in_one_second_and_of_what_was_marked_meanwhile_the_later_is_the_greater()
            throws MalformedRequest {
        String message =
                "\"message\":{\"type\":\"message\",\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1795336131.000002\","
                        + "\"edited\":{\"user\":\"U01\",\"ts\":\"1795336140.000000\"}}";
        String one = said("\"subtype\":\"message_changed\",\"ts\":\"1795336140.000100\"," + message)
                .version();
        String two = said("\"subtype\":\"message_changed\",\"ts\":\"1795336140.000200\"," + message)
                .version();
        SlackRequest pin =
                event("{\"type\":\"pin_added\",\"user\":\"U02\",\"channel_id\":\"C01GEN\",\"item\":{" + message + "}}");
        String marked = ((SlackRequest.Said) pin).message().version();
        assertThat(List.of(marked, one, two)).isSorted().doesNotHaveDuplicates();
        assertThat(marked).isEqualTo("1795336140.000000");
    }

    @Test
    void a_deleted_message_says_whose_it_was_and_none_of_its_words() throws MalformedRequest {
        String previous = "\"previous_message\":{\"user\":\"U01\",\"text\":\"old\",\"ts\":\"1795336131.000002\"}";
        for (String event : List.of(
                "\"subtype\":\"message_deleted\",\"deleted_ts\":\"1795336131.000002\"," + previous,
                "\"subtype\":\"message_changed\",\"message\":{\"subtype\":\"tombstone\",\"user\":\"USLACKBOT\"},"
                        + previous)) {
            ChatMessage message = said(event);
            assertThat(message.kind()).isEqualTo(Kind.DELETED);
            assertThat(message.author().user().id()).isEqualTo("U01");
            assertThat(message.text()).isEmpty();
        }
    }

    /** A person is named in it, and wrote none of it. */
    @ParameterizedTest
    @ValueSource(strings = {"channel_join", "pinned_item", "anything_else"})
    void a_line_of_slack_s_own_is_not_marked(String subtype) throws MalformedRequest {
        String message = "\"message\":{\"type\":\"message\",\"subtype\":\"" + subtype
                + "\",\"user\":\"U01\",\"text\":\"x\",\"ts\":\"1795336131.000002\"}";
        assertThat(event(
                        "{\"type\":\"pin_added\",\"user\":\"U02\",\"channel_id\":\"C01GEN\",\"item\":{\"type\":\"message\","
                                + "\"channel\":\"C01GEN\"," + message + "}}"))
                .isInstanceOf(SlackRequest.NotForUs.class);
    }

    @Test
    void a_pinned_message_is_marked_and_is_whose_it_is() throws MalformedRequest {
        SlackRequest read = event("""
                {"type":"pin_added","user":"U02","channel_id":"C01GEN","item":{"type":"message","channel":"C01GEN",\
                "message":{"type":"message","user":"U01","text":"x","ts":"1795336131.000002","thread_ts":"1795336000.000001"}}}""");
        ChatMessage message = ((SlackRequest.Said) read).message();
        assertThat(message.kind()).isEqualTo(Kind.MARKED);
        assertThat(message.author().user().id()).isEqualTo("U01");
        assertThat(message.at().thread()).contains("1795336000.000001");
    }

    @Test
    void a_message_is_marked_from_its_menu_by_our_shortcut_alone() throws MalformedRequest {
        Marking marking = ((SlackRequest.Marked) shortcut("belay_record")).marking();
        ChatMessage message = marking.message();
        assertThat(marking.by()).isEqualTo(new ChatUser(Platform.SLACK, "T01ACME", "U02"));
        assertThat(marking.reply()).contains(new ReplyAddress("https://hooks.slack.com/app/x"));
        assertThat(message.kind()).isEqualTo(Kind.MARKED);
        assertThat(message.at().channel()).isEqualTo("C01GEN");
        assertThat(message.author().user().id()).isEqualTo("U01");
        assertThat(shortcut("another")).isEqualTo(new SlackRequest.NotForUs("message_action"));
    }

    /** Its payload names no team (github.com/slackapi/deno-slack-sdk/issues/267). */
    @Test
    void of_an_organization_a_message_is_marked_in_the_persons_own_workspace() throws MalformedRequest {
        String team = "\"team\":{\"id\":\"T01ACME\"}";
        assertThat(marked(payload("belay_record")
                                .replace(team, "\"team\":null,\"enterprise\":{\"id\":\"E01\"}")
                                .replace("\"U02\"", "\"U02\",\"team_id\":\"T03\""))
                        .at()
                        .workspace())
                .isEqualTo("T03");
        assertThat(marked(payload("belay_record").replace(team, "\"enterprise\":{\"id\":\"E01\"}"))
                        .at()
                        .workspace())
                .isEqualTo("E01");
    }

    @Test
    void who_asks_for_what_no_person_wrote_is_told_so() throws MalformedRequest {
        SlackRequest read = interaction(payload("belay_record").replace("\"user\":\"U01\"", "\"bot_id\":\"B01\""));
        assertThat(read).isInstanceOfSatisfying(SlackRequest.Declined.class, declined -> {
            assertThat(declined.answer().answer().sentence()).isEqualTo(Marking.OF_NO_PERSON);
            assertThat(declined.answer().user().id()).isEqualTo("U02");
            assertThat(declined.answer().reply()).isPresent();
        });
    }

    private static ChatMessage marked(String payload) throws MalformedRequest {
        return ((SlackRequest.Marked) interaction(payload)).marking().message();
    }

    private static SlackRequest shortcut(String callback) throws MalformedRequest {
        return interaction(payload(callback));
    }

    private static String payload(String callback) {
        return """
                {"type":"message_action","callback_id":"%s","team":{"id":"T01ACME"},"channel":{"id":"C01GEN"},\
                "user":{"id":"U02"},"response_url":"https://hooks.slack.com/app/x","action_ts":"1795336150.1","message":{"user":"U01","text":"x","ts":"1795336131.000002"}}""".formatted(callback);
    }

    private static SlackRequest interaction(String payload) throws MalformedRequest {
        byte[] form =
                ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return SlackRequest.of("application/x-www-form-urlencoded", form, NOON);
    }

    @Test
    void slacks_own_syntax_becomes_parts_and_words() {
        assertThat(
                        Mrkdwn.parts(
                                "Hi <@U01BOB>, <@U02|ann>: see <https://x.example/a?b=1&amp;c=2|the &lt;page&gt;> or <https://y.example>"
                                        + " in <#C01|general> <!here> <!subteam^S01|@dba> <!date^1|noon> 1 &lt; 2 &amp; 3 &gt; 2"))
                .containsExactly(
                        new Words("Hi "),
                        new Mention("U01BOB", Optional.empty()),
                        new Words(", "),
                        new Mention("U02", Optional.of("ann")),
                        new Words(": see "),
                        new Link("https://x.example/a?b=1&c=2", "the <page>"),
                        new Words(" or "),
                        new Link("https://y.example", ""),
                        new Words(" in "),
                        new Words("#general"),
                        new Words(" "),
                        new Words("@here"),
                        new Words(" "),
                        new Words("@dba"),
                        new Words(" "),
                        new Words("noon"),
                        new Words(" 1 < 2 & 3 > 2"));
    }

    /** Slack leaves the label out where it likes to. */
    @Test
    void a_group_and_a_channel_without_a_label_keep_their_ids() {
        assertThat(Mrkdwn.parts("<!subteam^S0DBA> in <#C0OPS> or <#C0SRE|>"))
                .containsExactly(
                        new Words("@S0DBA"),
                        new Words(" in "),
                        new Words("#C0OPS"),
                        new Words(" or "),
                        new Words("#C0SRE"));
    }

    /** What is asked for by an id goes into the address of a call. */
    @Test
    void whatever_is_written_only_ids_are_taken_for_people() {
        Random random = new Random(20261130);
        String[] pieces = {
            "<",
            ">",
            "@",
            "!",
            "#",
            "|",
            "^",
            "&lt;",
            "U01",
            "channel",
            "\n",
            "[code]",
            "https://x",
            " ",
            "\u202E",
            "%2F",
            "?a=b"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(14); left >= 0; left--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (TextPart part : Mrkdwn.parts(text.toString())) {
                if (part instanceof Mention mention) {
                    assertThat(mention.user()).matches("[A-Za-z0-9_.-]{1,64}");
                }
            }
        }
    }

    private static ChatMessage said(String event) throws MalformedRequest {
        return ((SlackRequest.Said) read(event, "channel")).message();
    }

    private static SlackRequest read(String event, String channelType) throws MalformedRequest {
        return event(
                "{\"type\":\"message\",\"channel\":\"C01GEN\",\"channel_type\":\"" + channelType + "\"," + event + "}");
    }

    private static SlackRequest event(String event) throws MalformedRequest {
        try {
            JsonObject envelope = JsonParser.object()
                    .from(
                            "{\"token\":\"x\",\"team_id\":\"T02OTHER\",\"api_app_id\":\"A01BELAY\",\"type\":\"event_callback\","
                                    + "\"event_id\":\"Ev01\",\"event_time\":1795336000,\"authorizations\":[{\"team_id\":\"T01ACME\"}]}");
            envelope.put("event", JsonParser.object().from(event));
            byte[] body = JsonWriter.string(envelope).getBytes(StandardCharsets.UTF_8);
            return SlackRequest.of("application/json", body, NOON);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }
}
