package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.SampleRequest;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.PressedButton;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.LinkStatus;
import dev.belay.person.Identity;
import dev.belay.person.UserMap;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.record.WorkNote;
import dev.belay.settings.SampleSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked for in words: the record is named by its number, in place of the third gate, and all other gates hold. */
final class CommandedPressTest {
    private static final String NUMBER = "INC0010023";
    private static final String UNKNOWN =
            "No record INC0010023 is known here. Check its number: a record is found by it when it has, or had, a conversation here.";

    private final Desk desk = Desk.with(Sample.incident(RecordState.CLOSED));

    @Test
    void a_postmortem_is_attached_from_anywhere_and_its_person_is_told() {
        assertThat(desk.perform(desk.commanded(NUMBER))).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).hasSize(1);
        assertThat(desk.chronicles.of(Sample.REF).last(Kind.POSTMORTEM_ATTACHED))
                .hasValueSatisfying(
                        happening -> assertThat(happening.words()).isEqualTo("https://wiki.acme.example/postmortem"));
        assertThat(told()).containsExactly("The postmortem is attached to INC0010023.");
    }

    @Test
    void what_is_refused_offers_no_button_since_none_works_there_and_says_what_to_do() {
        desk.settings = SampleSettings.postmortems(Optional.empty(), Set.of("docs.acme.example"));
        assertThat(refusal(desk.commanded(NUMBER)).reason()).isEqualTo(Reason.INPUT_REFUSED);
        assertThat(desk.chat.offered(Desk.JANE)).isEmpty();
        assertThat(told())
                .containsExactly("What you entered could not be used, so nothing was done: The address must be on"
                        + " docs.acme.example. Give the command again with what fits."
                        + " You wrote: https://wiki.acme.example/postmortem");
    }

    @Test
    void the_same_again_writes_nothing_and_is_told_too() {
        desk.perform(desk.commanded(NUMBER));
        assertThat(desk.perform(desk.commanded(NUMBER).id("command-2"))).isInstanceOf(PressOutcome.AlreadyDone.class);
        assertThat(desk.notes()).hasSize(1);
        assertThat(told()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"ARCHIVED", "CHANNEL_DELETED", "APP_REMOVED"})
    void a_conversation_that_ended_is_one_that_was_here(LinkStatus ended) {
        assertThat(desk.links.transition(desk.link(), LinkStatus.READY, ended)).isTrue();
        assertThat(desk.perform(desk.commanded(NUMBER))).isInstanceOf(PressOutcome.Applied.class);
    }

    @Test
    void a_number_of_nothing_is_answered_by_its_name() {
        assertThat(refusal(desk.commanded("INC0010024")))
                .isEqualTo(Refusal.of(Reason.NOT_LINKED, UNKNOWN.replace("0010023", "0010024")));
    }

    @Test
    void a_record_without_a_conversation_here_is_not_found() {
        desk.records.put(Sample.numbered(10_024, "Printer jams"));
        assertThat(refusal(desk.commanded("INC0010024")).reason()).isEqualTo(Reason.NOT_LINKED);
    }

    @Test
    void a_number_that_two_records_have_is_not_found() {
        desk.records.put(new dev.belay.record.RecordSnapshot(
                RecordRef.of("incident", "9".repeat(32)),
                NUMBER,
                "Its twin",
                1,
                Sample.incident().life(),
                Sample.incident().assignment(),
                Sample.incident().details(),
                Sample.OPENED,
                0,
                Sample.incident().chronicle()));
        assertThat(refusal(desk.commanded(NUMBER))).isEqualTo(Refusal.of(Reason.NOT_LINKED, UNKNOWN));
    }

    @Test
    void a_private_record_is_answered_exactly_as_not_found() {
        desk.settings = SampleSettings.confidential();
        assertThat(refusal(desk.commanded(NUMBER))).isEqualTo(Refusal.of(Reason.NOT_LINKED, UNKNOWN));
        assertThat(desk.notes()).isEmpty();
    }

    @Test
    void a_conversation_in_another_workspace_is_none_here() {
        desk.settings = SampleSettings.alsoIn("T02OTHER");
        ChatUser there = new ChatUser(Platform.SLACK, "T02OTHER", Desk.JANE.id());
        assertThat(refusal(desk.commanded(NUMBER).user(there)).reason()).isEqualTo(Reason.NOT_LINKED);
    }

    @Test
    void every_other_gate_holds() {
        assertThat(refusal(desk.commanded(NUMBER).app("A02OTHER")).reason()).isEqualTo(Reason.OTHER_APP);
        assertThat(refusal(desk.commanded(NUMBER).id("2").user(desk.chat.person(Member.Standing.GUEST)))
                        .reason())
                .isEqualTo(Reason.NOT_A_MEMBER);
        desk.directory.revoke(SampleRequest.JANE.sysId(), Desk.ROLE);
        assertThat(refusal(desk.commanded(NUMBER).id("3")).reason()).isEqualTo(Reason.ROLE_MISSING);
        desk.users.remember(Desk.JANE, new UserMap.Entry(new Identity.Ambiguous(), desk.address()));
        assertThat(refusal(desk.commanded(NUMBER).id("4")).reason()).isEqualTo(Reason.AMBIGUOUS);
        desk.users.remember(Desk.JANE, new UserMap.Entry(new Identity.Unmapped(), desk.address()));
        assertThat(refusal(desk.commanded(NUMBER).id("5")).reason()).isEqualTo(Reason.UNMAPPED);
    }

    @Test
    void who_is_no_member_learns_nothing_of_any_number() {
        ChatUser guest = desk.chat.person(Member.Standing.GUEST);
        assertThat(refusal(desk.commanded("INC0010024").user(guest)))
                .isEqualTo(refusal(desk.commanded(NUMBER).user(guest).id("command-2")));
    }

    @Test
    void no_other_action_is_asked_for_in_words() {
        SamplePress press = desk.commanded(NUMBER);
        PressedButton ack =
                new PressedButton(Sample.REF, "ack", OptionalLong.empty(), Optional.empty(), Optional.empty());
        assertThat(refusal(press.button(ack)).reason()).isEqualTo(Reason.NOT_LINKED);
    }

    @Test
    void another_number_is_answered_at_once_and_the_same_one_once_a_minute() {
        desk.perform(desk.commanded("INC0010024"));
        desk.perform(desk.commanded("INC0010024").id("command-2"));
        desk.perform(desk.commanded("INC0010025").id("command-3"));
        assertThat(told()).hasSize(2);
    }

    @Test
    void a_command_that_is_too_old_needs_no_servicenow_to_be_refused() {
        Records down = Calls.failing(
                        "Records.findByNumber", () -> new Unavailable(Records.SYSTEM, "down", Optional.empty()))
                .watched(Records.class, desk.records);
        ResolveCommand resolve = new ResolveCommand(down, desk.clock);
        assertThatThrownBy(() -> resolve.press(desk.command(NUMBER), desk.settings))
                .isInstanceOf(Unavailable.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(resolve.press(desk.command(NUMBER), desk.settings).record()).isEqualTo(RecordRef.ofNone("incident"));
    }

    @Test
    void ended_at_any_outside_call_in_any_way_and_given_again_the_end_is_the_same() {
        Desk undisturbed = Desk.with(Sample.incident(RecordState.CLOSED));
        undisturbed.perform(undisturbed.commanded(NUMBER));
        for (Ending ending : Ending.values()) {
            for (int call = 1; ; call++) {
                Desk again = Desk.with(Sample.incident(RecordState.CLOSED));
                if (again.survives(again.commanded(NUMBER), Calls.ending(call, ending))) {
                    assertThat(call).isGreaterThan(8);
                    break;
                }
                again.perform(again.commanded(NUMBER));
                assertThat(again.seen()).as("%s at call %d", ending, call).isEqualTo(undisturbed.seen());
            }
        }
    }

    @Test
    void where_the_field_is_refused_the_note_alone_is_written_and_remembered() {
        desk.settings = SampleSettings.postmortems(Optional.of("u_postmortem"), Set.of());
        desk.records.refuseNext(new Rejected(Records.SYSTEM, "closed records are read-only"));
        assertThat(refusal(desk.commanded(NUMBER)).reason()).isEqualTo(Reason.PARTLY_TAKEN);
        assertThat(desk.notes()).hasSize(1);
        assertThat(desk.chronicles.of(Sample.REF).last(Kind.POSTMORTEM_ATTACHED))
                .isPresent();
    }

    @Test
    void where_the_note_is_refused_too_a_sentence_says_so() {
        desk.settings = SampleSettings.postmortems(Optional.of("u_postmortem"), Set.of());
        desk.records.refuseNext(new Rejected(Records.SYSTEM, "closed records are read-only"));
        desk.records.refuseNext(new Rejected(Records.SYSTEM, "closed records are read-only"));
        assertThat(refusal(desk.commanded(NUMBER)).reason()).isEqualTo(Reason.RECORD_REFUSED);
        assertThat(desk.notes()).isEmpty();
        assertThat(desk.chronicles.of(Sample.REF).last(Kind.POSTMORTEM_ATTACHED))
                .isEmpty();
    }

    @Test
    void a_field_that_was_dropped_is_told_and_the_address_remembered() {
        desk.settings = SampleSettings.postmortems(Optional.of("u_postmortem"), Set.of());
        desk.records.overruleNext("u_postmortem");
        assertThat(refusal(desk.commanded(NUMBER)).reason()).isEqualTo(Reason.PARTLY_TAKEN);
        assertThat(desk.notes()).extracting(WorkNote::text).hasSize(1);
        assertThat(desk.chronicles.of(Sample.REF).last(Kind.POSTMORTEM_ATTACHED))
                .isPresent();
        assertThat(desk.commanded(NUMBER).press().place().number()).contains(new RecordNumber(NUMBER));
    }

    private Refusal refusal(SamplePress press) {
        return desk.perform(press) instanceof PressOutcome.Refused(Refusal refusal)
                ? refusal
                : Refusal.of(Reason.EXPIRED, "It was not refused.");
    }

    private List<String> told() {
        return desk.chat.privately(Desk.JANE);
    }
}
