package dev.belay.slack.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.message.ChatMessage;
import dev.belay.message.Reaction;
import dev.belay.message.TextPart.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs.slack.dev/reference/events/reaction_added. */
final class ReactionWordTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String BODY =
            new String(Recorded.request("event_reaction").body(), StandardCharsets.UTF_8);

    @Test
    void the_documented_event_is_read() throws MalformedRequest {
        assertThat(read(BODY))
                .isEqualTo(new SlackRequest.Reacted(new Reaction(
                        "EvRCT0001",
                        new ConversationId(Platform.SLACK, "T01ACME", "C01GEN", Optional.empty()),
                        "1795336131.000002",
                        new ChatUser(Platform.SLACK, "T01ACME", "U02CAROL"),
                        "memo",
                        NOON)));
    }

    @ParameterizedTest
    @CsvSource({
        "thumbsup::skin-tone-2, thumbsup",
        "+1::skin-tone-6, +1",
        "flag-de, flag-de",
        "::odd, ::odd",
    })
    void a_skin_tone_is_no_other_emoji(String told, String emoji) throws MalformedRequest {
        assertThat(((SlackRequest.Reacted) read(with("\"memo\"", '"' + told + '"')))
                        .reaction()
                        .emoji())
                .isEqualTo(emoji);
    }

    /** Slack did not always say what kind of place it is. */
    @Test
    void a_place_that_is_not_named_is_a_channel_by_its_id() throws MalformedRequest {
        String unnamed = with(",\"channel_type\":\"channel\"", "");
        assertThat(read(unnamed)).isInstanceOf(SlackRequest.Reacted.class);
        assertThat(read(unnamed.replace("C01GEN", "G01SECRET"))).isInstanceOf(SlackRequest.Reacted.class);
        assertThat(read(unnamed.replace("C01GEN", "D01ALICE"))).isInstanceOf(SlackRequest.NotForUs.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"channel_type\":\"channel\"|\"channel_type\":\"im\"",
                "\"channel_type\":\"channel\"|\"channel_type\":\"mpim\"",
                "\"type\":\"message\"|\"type\":\"file\"",
                "\"type\":\"reaction_added\"|\"type\":\"reaction_removed\"",
                "\"item_user\":\"U01ALICE\",|\"x\":1,",
                "\"item_user\":\"U01ALICE\"|\"item_user\":\"U0BELAY\"",
                "\"reaction\":\"memo\"|\"reaction\":\"\"",
                "\"user\":\"U02CAROL\"|\"user\":\"U02 CAROL\"",
                "\"ts\":\"1795336131.000002\"|\"ts\":\"<x>\"",
                "\"ts\":\"1795336131.000002\"|\"ts\":7",
            })
    void what_is_on_no_person_s_message_or_is_not_written_so_is_none(String from, String to) throws MalformedRequest {
        assertThat(read(with(from, to))).isInstanceOf(SlackRequest.NotForUs.class);
    }

    @Test
    void a_message_that_was_read_is_marked_and_is_whose_it_is() throws MalformedRequest {
        assertThat(marked("U01ALICE", null, null, "a &amp; b", "1795336131.000002", "1795336000.000001"))
                .hasValueSatisfying(message -> {
                    assertThat(message.kind()).isEqualTo(ChatMessage.Kind.MARKED);
                    assertThat(message.author().user().id()).isEqualTo("U01ALICE");
                    assertThat(message.at().thread()).contains("1795336000.000001");
                    assertThat(message.text()).containsExactly(new Words("a & b"));
                    assertThat(message.eventId()).isEqualTo("EvRCT0001");
                });
        assertThat(marked("U01ALICE", null, "thread_broadcast", null, "1795336131.000002", null))
                .hasValueSatisfying(message -> assertThat(message.text()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_join", "pinned_item", "bot_message", "tombstone", "anything_else"})
    void a_line_of_slack_s_own_that_was_read_is_none(String subtype) throws MalformedRequest {
        assertThat(marked("U01ALICE", null, subtype, "x", "1795336131.000002", null))
                .isEmpty();
    }

    @Test
    void what_a_bot_wrote_or_slack_would_not_write_is_none() throws MalformedRequest {
        assertThat(marked("U0BELAY", "B0BELAY", null, "x", "1795336131.000002", null))
                .isEmpty();
        assertThat(marked(null, null, null, "x", "1795336131.000002", null)).isEmpty();
        assertThat(marked("U01ALICE", null, null, "x", "not a time", null)).isEmpty();
    }

    private static Optional<ChatMessage> marked(
            @Nullable String user,
            @Nullable String bot,
            @Nullable String subtype,
            @Nullable String text,
            String ts,
            @Nullable String thread)
            throws MalformedRequest {
        return new ReadMessage(user, bot, subtype, text, ts, thread, "1795336140.000000")
                .markedBy(((SlackRequest.Reacted) read(BODY)).reaction());
    }

    private static String with(String from, String to) {
        assertThat(BODY).contains(from);
        return BODY.replace(from, to);
    }

    private static SlackRequest read(String body) throws MalformedRequest {
        return SlackRequest.of("application/json", body.getBytes(StandardCharsets.UTF_8), NOON);
    }
}
