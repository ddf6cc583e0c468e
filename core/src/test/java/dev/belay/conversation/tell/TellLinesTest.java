package dev.belay.conversation.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.conversation.Opening;
import dev.belay.conversation.Room;
import dev.belay.delivery.Delivery;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.Kept;
import dev.belay.link.NewClaim;
import dev.belay.platform.InMemoryChat;
import dev.belay.record.Assignee;
import dev.belay.record.Chronicle;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import dev.belay.step.Settling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What happened to a record is said in its conversation once, whatever happens to the worker. */
final class TellLinesTest {
    private static final String WORKED_ON = "State: New → In Progress";
    private final Room room = new Room();
    private RecordRef ref = room.opened(3);

    TellLinesTest() {
        room.open(ref);
    }

    @Test
    void opening_says_nothing() {
        room.open(ref);
        assertThat(said()).isEmpty();
    }

    @Test
    void what_changed_is_said_in_the_thread_and_once() {
        room.change(ref, RecordState.IN_PROGRESS);
        room.open(ref);
        room.open(ref);
        room.open(ref, Calls.undisturbed(), true);
        assertThat(said()).containsExactly(WORKED_ON);
        assertThat(room.chat.said(room.chat.shared(), Optional.empty())).isEmpty();
    }

    @Test
    void in_a_channel_of_its_own_it_is_said_to_the_channel() {
        ref = room.opened(1);
        room.open(ref);
        room.change(ref, RecordState.IN_PROGRESS);
        room.open(ref);
        assertThat(room.chat.said(room.conversation(ref).channel(), Optional.empty()))
                .containsExactly(WORKED_ON);
    }

    @Test
    void what_was_before_the_conversation_was_opened_is_not_told() {
        ref = room.opened(3);
        put(record -> record.with(new Chronicle(
                List.of(new Happening("p", Kind.ACKNOWLEDGED, room.clock.instant(), "Alice Archer", "")))));
        room.open(ref);
        room.change(ref, RecordState.ON_HOLD);
        room.open(ref);
        assertThat(said()).containsExactly("State: New → On Hold");
    }

    @Test
    void a_conversation_that_nothing_was_remembered_of_begins_to_be_told_of() {
        Standing link = (Standing) room.link(ref);
        InMemoryConversationLinks before = new InMemoryConversationLinks();
        assertThat(before.claim(Claimed.first(link.key(), link.placement(), link.claim())))
                .isTrue();
        var _ = before.ready(new Standing(
                        link.key(),
                        link.placement(),
                        link.claim(),
                        link.conversation().with(Kept.NOTHING),
                        0))
                .orElseThrow();
        TellLines tell = new TellLines(before, new MentionPeople(room.directory), room::count, room.clock);
        room.change(ref, RecordState.ON_HOLD);
        tell(tell, before);
        assertThat(said()).isEmpty();
        room.change(ref, RecordState.IN_PROGRESS);
        tell(tell, before);
        assertThat(said()).containsExactly("State: On Hold → In Progress");
    }

    private void tell(TellLines tell, InMemoryConversationLinks links) {
        Standing link = (Standing) links.find(room.link(ref).key()).orElseThrow();
        assertThat(tell.tell(room.chat.platform(), link, room.record(ref), room.settings))
                .isEmpty();
    }

    @Test
    void things_that_happen_within_some_seconds_are_one_message() {
        Instant sent = room.clock.instant();
        room.change(ref, RecordState.IN_PROGRESS);
        assertThat(delivered("m1", sent)).isEqualTo(new Opening.Later(sent.plus(TellLines.GATHERED)));
        assertThat(said()).isEmpty();
        room.clock.advance(Duration.ofSeconds(2));
        put(record -> record.prioritized(4));
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(delivered("m1", sent)).isEqualTo(new Opening.Agreed());
        assertThat(delivered("m2", sent.plusSeconds(2))).isEqualTo(new Opening.Agreed());
        assertThat(said()).containsExactly("Priority 3 → 4\n" + WORKED_ON);
    }

    @Test
    void what_changes_after_a_message_is_gathered_from_then_on_however_old_its_hint_is() {
        Instant sent = room.clock.instant();
        room.change(ref, RecordState.IN_PROGRESS);
        room.clock.advance(TellLines.GATHERED);
        Instant said = room.clock.instant();
        assertThat(delivered("m1", sent)).isEqualTo(new Opening.Agreed());
        put(record -> record.prioritized(4));
        room.clock.advance(Duration.ofSeconds(2));
        put(record -> record.prioritized(5));
        assertThat(delivered("m2", sent.plusMillis(1))).isEqualTo(new Opening.Later(said.plus(TellLines.GATHERED)));
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(delivered("m2", sent.plusMillis(1))).isEqualTo(new Opening.Agreed());
        assertThat(said()).containsExactly(WORKED_ON, "Priority 3 → 5");
    }

    @Test
    void a_new_assignee_is_mentioned_where_the_chat_knows_them() {
        SysId alice = room.directory.user("Alice Archer", "alice@elsewhere.example");
        put(record -> record.with(record.assignment().to(new Assignee(alice.value(), "Alice Archer"))));
        room.open(ref);
        assertThat(said()).containsExactly("Assigned to Alice Archer (by somebody in ServiceNow)");
        assertThat(room.chat.mentioned(room.chat.shared())).isEmpty();
        SysId full = room.directory.user("Bob Baker", "u01full@acme.example");
        put(record -> record.with(record.assignment().to(new Assignee(full.value(), "Bob Baker"))));
        room.open(ref);
        assertThat(room.chat.mentioned(room.chat.shared()))
                .containsExactly(room.chat.person(Member.Standing.FULL).id());
    }

    @Test
    void whoever_cannot_be_looked_up_is_named() {
        room.directory.fail(Optional.of(new Rejected("servicenow", "hidden")));
        put(record -> record.with(record.assignment().to(new Assignee("6".repeat(32), "Bob Baker"))));
        room.open(ref);
        assertThat(said()).containsExactly("Assigned to Bob Baker (by somebody in ServiceNow)");
    }

    @Test
    void people_of_another_platform_are_named() {
        Happening page = new Happening(
                "p",
                Kind.PAGED,
                room.clock.instant(),
                "Alice Archer",
                "Database",
                "",
                List.of(new Happening.Participant(
                        "Carol Cook", Optional.of(new ChatUser(Platform.TEAMS, "t", "c")), Optional.empty())));
        put(record -> record.with(new Chronicle(List.of(page))));
        room.open(ref);
        assertThat(said()).containsExactly("Alice Archer paged Database (Carol Cook)");
        assertThat(room.chat.mentioned(room.chat.shared())).isEmpty();
    }

    @Test
    void a_route_without_lines_says_nothing_and_nothing_later_of_what_was_then() {
        room.settings = SampleSettings.silent();
        room.change(ref, RecordState.ON_HOLD);
        room.open(ref);
        assertThat(said()).isEmpty();
        room.settings = SampleSettings.slack();
        room.open(ref);
        assertThat(said()).isEmpty();
        room.change(ref, RecordState.IN_PROGRESS);
        room.open(ref);
        assertThat(said()).containsExactly("State: On Hold → In Progress");
    }

    @Test
    void of_a_record_that_became_private_no_line_tells_in_public() {
        Route confidential = SampleSettings.route(
                Platform.SLACK, InMemoryChat.WORKSPACE, Set.of(), Optional.empty(), List.of(), true);
        room.settings = SampleSettings.routed(List.of(confidential));
        put(record -> record.described("Payroll leaked"));
        room.open(ref);
        room.open(ref);
        room.settings = SampleSettings.slack();
        room.open(ref);
        assertThat(said()).isEmpty();
    }

    @Test
    void a_conversation_that_takes_no_lines_holds_up_nothing() {
        room.change(ref, RecordState.IN_PROGRESS);
        Calls refused = Calls.failing("Lines.say", () -> new Rejected("chat", "archived"));
        assertThat(room.open(ref, refused, false)).isEqualTo(new Opening.Agreed());
        assertThat(room.counted).containsExactly("LineNotSaid slack");
        room.open(ref);
        assertThat(said()).isEmpty();
    }

    @Test
    void after_an_orderly_failure_it_is_said_at_the_next_try_with_what_came_since() {
        for (RuntimeException failure :
                List.of(new Unavailable("chat", "down", Optional.empty()), new CredentialsRefused("chat", "revoked"))) {
            TellLinesTest test = new TellLinesTest();
            test.room.change(test.ref, RecordState.IN_PROGRESS);
            assertThatThrownBy(() -> test.room.open(test.ref, Calls.failing("Lines.say", () -> failure), false))
                    .isSameAs(failure);
            test.room.change(test.ref, RecordState.ON_HOLD);
            test.room.open(test.ref);
            assertThat(test.said()).containsExactly("State: New → On Hold");
        }
    }

    @Test
    void after_an_unknown_outcome_nobody_looks_before_it_has_settled_and_then_what_is_new_is_told() {
        for (boolean done : new boolean[] {true, false}) {
            TellLinesTest test = new TellLinesTest();
            test.room.change(test.ref, RecordState.IN_PROGRESS);
            test.room.chat.loseNextLine(done);
            assertThatThrownBy(() -> test.room.open(test.ref)).isInstanceOf(OutcomeUnknown.class);
            test.room.change(test.ref, RecordState.ON_HOLD);
            Instant settled = test.room.clock.instant().plus(Settling.TIME);
            assertThat(test.room.open(test.ref)).isEqualTo(new Opening.Later(settled));
            test.room.clock.advance(Settling.TIME);
            test.room.open(test.ref, Calls.undisturbed(), true);
            test.room.open(test.ref, Calls.undisturbed(), true);
            assertThat(String.join("\n", test.said()))
                    .isEqualTo(done ? WORKED_ON + "\nState: In Progress → On Hold" : "State: New → On Hold");
        }
    }

    @Test
    void however_a_run_ends_each_thing_is_said_once() {
        room.change(ref, RecordState.IN_PROGRESS);
        Calls all = Calls.undisturbed();
        room.open(ref, all, false);
        assertThat(all.names()).contains("Upkeep.begin", "Lines.say", "Upkeep.told");
        for (int at = 1; at <= all.names().size(); at++) {
            for (Ending ending : Ending.values()) {
                assertSaidOnce(Calls.ending(at, ending), at + " " + ending);
            }
        }
    }

    private static void assertSaidOnce(Calls calls, String how) {
        TellLinesTest test = new TellLinesTest();
        test.room.change(test.ref, RecordState.IN_PROGRESS);
        try {
            test.room.open(test.ref, calls, false);
        } catch (Killed | Unavailable | OutcomeUnknown e) {
            assertThat(e).isNotNull();
        }
        test.room.clock.advance(Duration.ofSeconds(361));
        for (int i = 0; i < 3; i++) {
            test.room.open(test.ref, Calls.undisturbed(), true);
        }
        assertThat(test.said()).as(how).containsExactly(WORKED_ON);
        assertThat(test.room.shown(test.room.chat.shared())).as(how).contains("In Progress");
    }

    @Test
    void however_two_workers_interleave_each_thing_is_said_once_and_the_newest_card_is_there() {
        room.change(ref, RecordState.IN_PROGRESS);
        Calls all = Calls.undisturbed();
        room.open(ref, all, false);
        for (int at = 1; at <= all.names().size(); at++) {
            for (boolean done : new boolean[] {false, true}) {
                assertInterleaved(at, done);
            }
        }
    }

    /** Another worker, whom a press or a change woke, does all that it does while this one is at that call. */
    private static void assertInterleaved(int at, boolean done) {
        TellLinesTest test = new TellLinesTest();
        test.room.change(test.ref, RecordState.IN_PROGRESS);
        List<Opening> other = new ArrayList<>();
        test.room.open(
                test.ref,
                new Calls(call -> {
                    if (call.number() == at && call.done() == done) {
                        test.room.change(test.ref, RecordState.ON_HOLD);
                        other.add(test.room.open(test.ref));
                    }
                }),
                false);
        test.room.clock.advance(NewClaim.LEASE);
        for (int i = 0; i < 3; i++) {
            test.room.open(test.ref);
        }
        String how = "call " + at + ", done " + done + ": " + other;
        assertThat(test.room.shown(test.room.chat.shared())).as(how).contains("On Hold");
        assertThat(test.said())
                .as(how)
                .isIn(List.of("State: New → On Hold"), List.of(WORKED_ON, "State: In Progress → On Hold"));
    }

    private void put(UnaryOperator<RecordSnapshot> change) {
        RecordSnapshot now = room.record(ref);
        room.records.put(change.apply(now).counted(now.modCount() + 1));
    }

    private Opening delivered(String message, Instant sent) {
        return Delivery.of(message, sent, () -> Duration.ofMinutes(1)).run(() -> room.open(ref));
    }

    private List<String> said() {
        return room.chat.said(
                room.chat.shared(), Optional.of(room.conversation(ref).card().message()));
    }
}
