package dev.belay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.command.Command;
import dev.belay.dialog.Input;
import dev.belay.event.ChannelEvent;
import dev.belay.event.FileEvent;
import dev.belay.event.LateAnswer;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.event.TokenEvent;
import dev.belay.message.ChatMessage;
import dev.belay.message.Deletion;
import dev.belay.message.Marking;
import dev.belay.message.Reaction;
import dev.belay.message.TextPart;
import dev.belay.message.Tombstone;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each codec wrote, it reads; what it never wrote, it refuses. */
class CodecsTest {
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final RecordRef RECORD = RecordRef.of("incident", SYS_ID);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    /** When a window begins. */
    private static final Instant WHOLE = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void a_hint_is_read_as_it_was_written() {
        RecordHint hint = hint("incident:" + SYS_ID + ":3:record.updated");
        assertThat(RecordHintCodec.read(RecordHintCodec.write(hint).body())).isEqualTo(hint);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_a_token_is_read_as_it_was_written_and_told_from_a_hint(TokenEvent.Kind kind) {
        TokenEvent event = new TokenEvent("Ev01", Platform.SLACK, kind, "A01BELAY", "T01ACME", WHOLE, NOON);
        QueueMessage message = TokenEventCodec.write(event);
        assertThat(TokenEventCodec.matches(message.body())).isTrue();
        assertThat(TokenEventCodec.read(message.body())).isEqualTo(event);
        String hint = RecordHintCodec.write(hint("incident:" + SYS_ID + ":3:record.updated"))
                .body();
        assertThat(TokenEventCodec.matches(hint)).isFalse();
        assertThatThrownBy(() -> TokenEventCodec.read(hint)).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> TokenEventCodec.read(message.body().replace(kind.id(), "renamed")))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("something unknown");
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_a_channel_is_read_as_it_was_written_and_told_from_a_hint(ChannelEvent.Kind kind) {
        ChannelEvent event = new ChannelEvent("Ev01", Platform.SLACK, kind, "T01ACME", "C01", NOON);
        QueueMessage message = ChannelEventCodec.write(event);
        assertThat(ChannelEventCodec.matches(message.body())).isTrue();
        assertThat(ChannelEventCodec.read(message.body())).isEqualTo(event);
        String hint = RecordHintCodec.write(hint("incident:" + SYS_ID + ":3:record.updated"))
                .body();
        assertThat(ChannelEventCodec.matches(hint)).isFalse();
        assertThatThrownBy(() -> ChannelEventCodec.read(message.body().replace(kind.name(), "PAINTED")))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("something unknown");
    }

    @Test
    void word_of_files_is_read_as_it_was_written() {
        FileEvent shared = new FileEvent.Shared(
                "Ev01",
                new ConversationId(Platform.SLACK, "T01", "C01", Optional.of("1795336131.000001")),
                "1795336132.000001",
                new ChatUser(Platform.SLACK, "T01", "U01"),
                List.of("F01", "F02"),
                Map.of("F01", new FileEvent.Told("outage, 2.png", 19), "F02", new FileEvent.Told("a", -1)),
                NOON);
        FileEvent told = new FileEvent.Shared(
                "teams:19:x:1",
                new ConversationId(Platform.TEAMS, "tenant", "19:x@thread.tacv2", Optional.empty()),
                "1795336194433",
                new ChatUser(Platform.TEAMS, "tenant", "user"),
                List.of(),
                NOON);
        FileEvent attached =
                new FileEvent.Attached("servicenow:1", Platform.TEAMS, RECORD, new SysId("f".repeat(32)), NOON);
        for (FileEvent event : List.of(shared, told, attached)) {
            assertThat(FileEventCodec.read(FileEventCodec.write(event).body())).isEqualTo(event);
        }
    }

    @Test
    void word_of_files_that_names_no_attachment_is_malformed() {
        FileEvent attached =
                new FileEvent.Attached("servicenow:1", Platform.TEAMS, RECORD, new SysId("f".repeat(32)), NOON);
        String body = FileEventCodec.write(attached).body();
        assertThatThrownBy(() -> FileEventCodec.read(body.replace("f".repeat(32), "x")))
                .isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> FileEventCodec.read(body.replace("\"attached\"", "\"stolen\"")))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void events_of_one_channel_come_one_after_another_and_hold_up_no_other() {
        QueueMessage first = channelEvent("Ev01", "C01", ChannelEvent.Kind.ARCHIVED);
        QueueMessage second = channelEvent("Ev02", "C01", ChannelEvent.Kind.UNARCHIVED);
        QueueMessage other = channelEvent("Ev03", "C02", ChannelEvent.Kind.ARCHIVED);
        assertThat(second.groupId()).isEqualTo(first.groupId()).isNotEqualTo(other.groupId());
        assertThat(second.deduplicationId()).isNotEqualTo(first.deduplicationId());
    }

    private static QueueMessage channelEvent(String id, String channel, ChannelEvent.Kind kind) {
        return ChannelEventCodec.write(new ChannelEvent(id, Platform.SLACK, kind, "T01ACME", channel, NOON));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_done_with_a_message_is_read_as_it_was_written_and_told_from_a_hint(ChatMessage.Kind kind) {
        ChatMessage message = new ChatMessage(
                "Ev01",
                kind,
                new ConversationId(Platform.SLACK, "T01ACME", "C01", Optional.of("1.0")),
                "1.1",
                new ChatMessage.Author(
                        new ChatUser(Platform.SLACK, "T01ACME", "U01"),
                        Optional.of("Jané"),
                        true,
                        Optional.of(new ReplyAddress("https://x.example"))),
                List.of(
                        new TextPart.Words("a\n\"b\" \u2028"),
                        new TextPart.Mention("U02", Optional.empty()),
                        new TextPart.Mention("U03", Optional.of("Bob")),
                        new TextPart.Link("https://x.example", ""),
                        new TextPart.Words("")),
                "v1",
                NOON,
                NOON.plusMillis(7));
        QueueMessage written = ChatMessageCodec.write(message);
        assertThat(ChatMessageCodec.matches(written.body())).isTrue();
        assertThat(ChatMessageCodec.read(written.body())).isEqualTo(message);
        assertThat(ChatMessageCodec.matches(RecordHintCodec.write(hint("incident:" + SYS_ID + ":3:record.journal"))
                        .body()))
                .isFalse();
        assertThatThrownBy(() -> ChatMessageCodec.read(written.body().replace("\"link\"", "\"picture\"")))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void a_reaction_is_read_as_it_was_written_and_is_in_order_with_the_messages_of_its_channel() {
        ConversationId channel = new ConversationId(Platform.SLACK, "T01ACME", "C01", Optional.empty());
        ChatUser bob = new ChatUser(Platform.SLACK, "T01ACME", "U01");
        Reaction reaction = new Reaction("Ev01", channel, "1.1", bob, "memo", NOON);
        ChatMessage message = new ChatMessage(
                "Ev01",
                ChatMessage.Kind.DELETED,
                channel,
                "1.1",
                new ChatMessage.Author(bob, Optional.empty(), false, Optional.empty()),
                List.of(),
                "",
                NOON,
                NOON);
        QueueMessage written = ReactionCodec.write(reaction);
        assertThat(ReactionCodec.read(written.body())).isEqualTo(reaction);
        assertThat(ReactionCodec.matches(written.body())).isTrue();
        assertThat(ChatMessageCodec.matches(written.body())).isFalse();
        assertThat(written.groupId()).isEqualTo(ChatMessageCodec.write(message).groupId());
        assertThat(written.deduplicationId())
                .isNotEqualTo(ChatMessageCodec.write(message).deduplicationId());
        assertThatThrownBy(() -> ReactionCodec.read(written.body().replace("\"emoji\"", "\"emoticon\"")))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void a_marking_is_read_as_it_was_written_in_line_with_its_channels_messages() {
        ConversationId thread = new ConversationId(Platform.SLACK, "T01ACME", "C01", Optional.of("1.0"));
        ChatUser bob = new ChatUser(Platform.SLACK, "T01ACME", "U01BOB");
        ChatMessage message = new ChatMessage(
                "Ev01",
                ChatMessage.Kind.MARKED,
                thread,
                "1.1",
                new ChatMessage.Author(bob, Optional.empty(), false, Optional.empty()),
                List.of(new TextPart.Words("it \"is\"\nso"), new TextPart.Link("https://x.example", "x")),
                "",
                NOON,
                NOON);
        for (Optional<ReplyAddress> reply :
                List.of(Optional.<ReplyAddress>empty(), Optional.of(new ReplyAddress("https://hooks.slack.com/x")))) {
            Marking marking = new Marking(message, new ChatUser(Platform.SLACK, "T01ACME", "U01CAROL"), reply);
            QueueMessage written = MarkingCodec.write(marking);
            assertThat(MarkingCodec.read(written.body())).isEqualTo(marking);
            assertThat(MarkingCodec.matches(written.body())).isTrue();
            assertThat(ChatMessageCodec.matches(written.body())).isFalse();
            assertThat(written.groupId())
                    .isEqualTo(ChatMessageCodec.write(message).groupId());
            assertThat(marking.toString()).doesNotContain("so", "hooks");
            assertThatThrownBy(() -> MarkingCodec.read(written.body().replace("\"by\"", "\"from\"")))
                    .isInstanceOf(MalformedMessage.class);
        }
    }

    @Test
    void a_deletion_is_told_twice_once_in_line_and_once_beside_it() {
        for (String version : List.of("", "1795336196.879000000")) {
            ConversationId thread = new ConversationId(Platform.TEAMS, "tenant", "19:c", Optional.of("1.0"));
            ChatMessage message = new ChatMessage(
                    "Ev01",
                    ChatMessage.Kind.DELETED,
                    thread,
                    "1.1",
                    new ChatMessage.Author(
                            new ChatUser(Platform.TEAMS, "tenant", "u"), Optional.empty(), false, Optional.empty()),
                    List.of(),
                    version,
                    NOON,
                    NOON);
            QueueMessage inLine = ChatMessageCodec.write(message);
            QueueMessage beside = DeletionCodec.write(message);
            assertThat(DeletionCodec.read(beside.body()))
                    .isEqualTo(new Deletion(thread, new Tombstone("1.1", version, false)));
            assertThat(DeletionCodec.matches(beside.body())).isTrue();
            assertThat(DeletionCodec.matches(inLine.body())).isFalse();
            assertThat(ChatMessageCodec.matches(beside.body())).isFalse();
            assertThat(beside.groupId()).isNotEqualTo(inLine.groupId());
            assertThat(beside.deduplicationId()).isNotEqualTo(inLine.deduplicationId());
            assertThatThrownBy(() -> DeletionCodec.read(beside.body().replace("\"message\"", "\"letter\"")))
                    .isInstanceOf(MalformedMessage.class);
        }
    }

    @Test
    void a_press_is_read_as_it_was_written() {
        Press press = press("p1", Optional.of("T02"), OptionalLong.of(7));
        assertThat(PressCodec.read(PressCodec.write(press).body())).isEqualTo(press);
    }

    @Test
    void a_command_is_read_as_it_was_written_and_told_from_a_press() {
        for (Optional<String> more : List.of(Optional.<String>empty(), Optional.of("T02"))) {
            Command command = command("c1", "INC0010023", more);
            QueueMessage message = CommandCodec.write(command);
            assertThat(CommandCodec.matches(message.body())).isTrue();
            assertThat(CommandCodec.read(message.body())).isEqualTo(command);
            assertThat(command).asString().doesNotContain("wiki", "hooks.slack.com");
        }
        QueueMessage press = PressCodec.write(press("p1", Optional.empty(), OptionalLong.empty()));
        assertThat(CommandCodec.matches(press.body())).isFalse();
    }

    @Test
    void a_person_s_commands_are_in_that_person_s_groups_and_each_is_one_message() {
        Set<String> groups = new HashSet<>();
        Set<String> messages = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            QueueMessage message = CommandCodec.write(command("c" + i, "INC00100" + (10 + i), Optional.empty()));
            groups.add(message.groupId());
            messages.add(message.deduplicationId());
        }
        assertThat(groups).hasSizeLessThanOrEqualTo(PressCodec.GROUPS);
        assertThat(messages).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"number\":\"INC0010023\"", "\"action\":\"postmortem\"", "\"user\":\"U01\""})
    void what_is_no_command_is_malformed(String part) {
        String body = CommandCodec.write(command("c1", "INC0010023", Optional.empty()))
                .body();
        assertThat(body).contains(part);
        String name = part.substring(0, part.indexOf(':'));
        assertThatThrownBy(() ->
                        CommandCodec.read(body.replace(part, name + ":\"^\"").replace("\"user\":\"^\"", "\"x\":1")))
                .isInstanceOf(MalformedMessage.class);
    }

    private static Command command(String id, String number, Optional<String> more) {
        return new Command(
                id,
                "A01",
                new ChatUser(Platform.SLACK, "T01", "U01"),
                more,
                new Press.Place("C01", more.isPresent(), more, "m", RecordNumber.of(number)),
                CardAction.POSTMORTEM,
                new Input(Map.of("address", List.of("https://wiki.acme.example/x"))),
                more.map(_ -> new ReplyAddress("https://hooks.slack.com/x")),
                NOON);
    }

    @Test
    void what_a_press_lacks_it_lacks_when_read() {
        Press press = press("p1", Optional.empty(), OptionalLong.empty());
        assertThat(PressCodec.read(PressCodec.write(press).body())).isEqualTo(press);
    }

    @ParameterizedTest
    @EnumSource(TeamEvent.Kind.class)
    void a_teams_event_is_read_as_it_was_written_whether_it_is_about_a_channel_or_a_team(TeamEvent.Kind kind) {
        for (Optional<String> text : List.of(Optional.<String>empty(), Optional.of("19:c0ffee@thread.tacv2"))) {
            TeamEvent event = teamEvent(kind, text);
            assertThat(TeamEventCodec.read(TeamEventCodec.write(event).body())).isEqualTo(event);
        }
    }

    @Test
    void a_teams_event_is_told_from_a_hint_by_its_kind() {
        QueueMessage event = TeamEventCodec.write(teamEvent(TeamEvent.Kind.APP_INSTALLED, Optional.empty()));
        assertThat(TeamEventCodec.matches(event.body())).isTrue();
        assertThat(TeamEventCodec.matches(RecordHintCodec.write(hint("e")).body()))
                .isFalse();
    }

    @Test
    void events_of_one_team_are_one_group() {
        QueueMessage first = TeamEventCodec.write(teamEvent(TeamEvent.Kind.APP_INSTALLED, Optional.empty()));
        QueueMessage second = TeamEventCodec.write(teamEvent(TeamEvent.Kind.CHANNEL_DELETED, Optional.of("19:x")));
        assertThat(first.groupId()).isEqualTo(second.groupId());
    }

    @ParameterizedTest
    @EnumSource(RecordHint.Type.class)
    void each_type_of_hint_is_read_as_it_was_written(RecordHint.Type type) {
        RecordHint hint = new RecordHint("e", Platform.TEAMS, type, RECORD, NOON, NOON);
        assertThat(RecordHintCodec.read(RecordHintCodec.write(hint).body())).isEqualTo(hint);
    }

    @Test
    void an_answer_is_read_as_it_was_written_with_its_button_and_without() {
        CardButton button = new CardButton(CardAction.TAKE_OVER, RECORD, 7, "c0ffee", Optional.of("fred \"quoted\""));
        for (Optional<CardButton> offer : List.of(Optional.<CardButton>empty(), Optional.of(button))) {
            LateAnswer answer = answer("p1", offer);
            assertThat(LateAnswerCodec.read(LateAnswerCodec.write(answer).body()))
                    .isEqualTo(answer);
        }
    }

    @Test
    void an_answer_is_told_from_a_press_and_waits_for_no_other() {
        QueueMessage first = LateAnswerCodec.write(answer("p1", Optional.empty()));
        QueueMessage second = LateAnswerCodec.write(answer("p2", Optional.empty()));
        assertThat(LateAnswerCodec.matches(first.body())).isTrue();
        assertThat(LateAnswerCodec.matches(
                        PressCodec.write(pressBy("U01", "ack", WHOLE)).body()))
                .isFalse();
        assertThat(first.groupId()).isNotEqualTo(second.groupId());
        assertThat(first).asString().doesNotContain("hooks.slack.com");
    }

    @Test
    void hints_about_one_record_are_one_group_and_each_event_is_one_message() {
        QueueMessage first = RecordHintCodec.write(hint("incident:" + SYS_ID + ":3:record.updated"));
        QueueMessage second = RecordHintCodec.write(hint("incident:" + SYS_ID + ":4:record.updated"));
        assertThat(first.groupId()).isEqualTo(second.groupId()).matches("[0-9a-f]{64}");
        assertThat(first.deduplicationId())
                .isNotEqualTo(second.deduplicationId())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void the_same_event_is_the_same_message() {
        String event = "incident:" + SYS_ID + ":3:record.updated";
        assertThat(RecordHintCodec.write(hint(event)).deduplicationId())
                .isEqualTo(RecordHintCodec.write(hint(event)).deduplicationId());
    }

    @Test
    void nobodys_press_waits_in_line_behind_another_persons() {
        QueueMessage first = PressCodec.write(pressBy("U01", "ack", WHOLE));
        QueueMessage second = PressCodec.write(pressBy("U02", "ack", WHOLE));
        assertThat(first.groupId()).isNotEqualTo(second.groupId());
        assertThat(first.deduplicationId()).isNotEqualTo(second.deduplicationId());
    }

    @Test
    void one_person_has_three_groups_whatever_they_press_and_a_message_has_one() {
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < 1_700; i++) {
            String message = "1795336131.%06d".formatted(i);
            String group = PressCodec.write(pressOn(message, "ack", i)).groupId();
            assertThat(PressCodec.write(pressOn(message, "take-over", i + 1)).groupId())
                    .isEqualTo(group);
            groups.add(group);
        }
        assertThat(groups).hasSize(PressCodec.GROUPS);
    }

    /** What the platform does not vouch for: the press' id, the record, the word, the generation. */
    @Test
    void what_a_client_invents_makes_a_few_messages_at_most() {
        Set<String> messages = new HashSet<>();
        for (int i = 0; i < 1_700; i++) {
            String word = "word-" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
            messages.add(PressCodec.write(pressOn("1795336131.000001", word, i)).deduplicationId());
            messages.add(
                    PressCodec.write(pressOn("1795336131.000001", "ack", i)).deduplicationId());
            messages.add(PressCodec.write(pressOn("1795336131.000001", "take-over", i))
                    .deduplicationId());
        }
        assertThat(messages)
                .as("our two actions and all else, each in four generations")
                .hasSize(3 * 4);
    }

    @Test
    void a_press_on_the_card_as_it_was_drawn_anew_is_another_one() {
        String before = PressCodec.write(pressOn("1795336131.000001", "ack", 7)).deduplicationId();
        for (int later = 8; later <= 10; later++) {
            assertThat(PressCodec.write(pressOn("1795336131.000001", "ack", later))
                            .deduplicationId())
                    .isNotEqualTo(before);
        }
    }

    /** So that it makes no difference whether a queue asks for both or for the id alone. */
    @Test
    void what_is_one_message_is_in_one_group() {
        Map<String, String> groups = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            QueueMessage message = PressCodec.write(pressOn("1795336131.%06d".formatted(i % 40), "ack", i));
            assertThat(groups.merge(message.deduplicationId(), message.groupId(), (one, _) -> one))
                    .isEqualTo(message.groupId());
        }
        assertThat(groups).hasSize(40);
    }

    @Test
    void one_persons_presses_on_a_button_within_two_seconds_are_one_message() {
        String first = PressCodec.write(pressBy("U01", "ack", WHOLE)).deduplicationId();
        assertThat(PressCodec.write(pressBy("U01", "ack", WHOLE.plusMillis(1_999)))
                        .deduplicationId())
                .isEqualTo(first);
        assertThat(PressCodec.write(pressBy("U01", "ack", WHOLE.plusSeconds(2))).deduplicationId())
                .isNotEqualTo(first);
        assertThat(PressCodec.write(pressBy("U01", "take-over", WHOLE)).deduplicationId())
                .isNotEqualTo(first);
    }

    @Test
    void fields_that_are_not_known_are_let_be() {
        String body = RecordHintCodec.write(hint("e")).body();
        String newer = body.substring(0, body.length() - 1) + ",\"later\":{\"a\":[1]}}";
        assertThat(RecordHintCodec.read(newer)).isEqualTo(hint("e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "\"hint\"",
                "{\"schema\":2,\"kind\":\"hint\"}",
                "{\"schema\":\"1\",\"kind\":\"hint\"}",
                "{\"schema\":1,\"kind\":\"press\"}",
                "{\"schema\":1,\"kind\":\"hint\",\"event_id\":\"e\",\"platform\":\"irc\"}",
                "{\"schema\":1,\"kind\":\"hint\",\"event_id\":\"e\",\"platform\":\"slack\",\"type\":\"record.burnt\","
                        + "\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"occurred_at\":1,"
                        + "\"accepted_at\":1}",
                "{\"schema\":1,\"kind\":\"hint\",\"event_id\":\"\",\"platform\":\"slack\"}",
                "{\"schema\":1,\"kind\":\"hint\",\"event_id\":\"e\",\"platform\":\"slack\",\"type\":\"record.updated\","
                        + "\"table\":\"incident^x\",\"sys_id\":\"9d385017c611228701d22104cc95c371\"}",
                "{\"schema\":1,\"kind\":\"hint\",\"event_id\":\"e\",\"platform\":\"slack\",\"type\":\"record.updated\","
                        + "\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"occurred_at\":1.5}"
            })
    void what_is_not_a_hint_is_malformed(String body) {
        assertThatThrownBy(() -> RecordHintCodec.read(body)).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void deep_nesting_is_malformed() {
        assertThatThrownBy(() -> PressCodec.read("{\"a\":" + "[".repeat(200_000)))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void a_message_does_not_tell_its_body() {
        assertThat(PressCodec.write(press("p1", Optional.empty(), OptionalLong.empty())))
                .asString()
                .doesNotContain("hooks.slack.com");
    }

    private static RecordHint hint(String eventId) {
        return new RecordHint(eventId, Platform.SLACK, RecordHint.Type.UPDATED, RECORD, NOON, NOON.plusMillis(5));
    }

    private static TeamEvent teamEvent(TeamEvent.Kind kind, Optional<String> text) {
        return new TeamEvent(
                "n1-" + kind + text.isPresent(),
                Platform.TEAMS,
                kind,
                "the-tenant",
                text,
                "19:team@thread.tacv2",
                text,
                text,
                new ReplyAddress("https://smba.trafficmanager.net/amer/"),
                NOON);
    }

    private static LateAnswer answer(String pressId, Optional<CardButton> offer) {
        return new LateAnswer(
                pressId,
                new ChatUser(Platform.SLACK, "T01", "U01"),
                new ConversationId(Platform.SLACK, "T01", "C01", Optional.of("1795336131.000001")),
                Optional.of(new ReplyAddress("https://hooks.slack.com/actions/T01/1/secret")),
                new PrivateAnswer("Fred works on it already.", offer),
                "TAKEN",
                "TAKEN incident",
                NOON);
    }

    private static Press pressBy(String user, String action, Instant at) {
        return new Press(
                "press of " + user + " at " + at,
                "A01",
                new ChatUser(Platform.SLACK, "T01", user),
                Optional.empty(),
                new Press.Place("C01", false, Optional.empty(), "1795336131.000001"),
                new PressedButton(RECORD, action, OptionalLong.of(7), Optional.empty(), Optional.empty()),
                Input.NONE,
                Optional.empty(),
                at);
    }

    /** Of one person within one window, with all else invented. */
    private static Press pressOn(String message, String action, int invented) {
        RecordRef record = RecordRef.of("incident", "%032x".formatted(invented));
        return new Press(
                "press-" + invented,
                "A%02d".formatted(invented),
                new ChatUser(Platform.SLACK, "T01", "U01"),
                Optional.of("T" + invented),
                new Press.Place("C01", false, Optional.of("thread-" + invented), message),
                new PressedButton(
                        record, action, OptionalLong.of(invented), Optional.of("shown-" + invented), Optional.empty()),
                Input.NONE,
                Optional.empty(),
                WHOLE.plusMillis(invented % 2_000));
    }

    private static Press press(String id, Optional<String> text, OptionalLong generation) {
        return new Press(
                id,
                "A01",
                new ChatUser(Platform.SLACK, "T01", "U01"),
                text,
                new Press.Place("C01", text.isPresent(), text, "1795336131.000001"),
                new PressedButton(RECORD, "ack", generation, text, text),
                Input.NONE,
                Optional.of(new ReplyAddress("https://hooks.slack.com/actions/T01/1/\"quoted\"")),
                NOON);
    }
}
