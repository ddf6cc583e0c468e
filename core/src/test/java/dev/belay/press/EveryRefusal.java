package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.action.Refusal;
import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.CardLayout;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.dialog.Input;
import dev.belay.event.Press.Place;
import dev.belay.event.PressedButton;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.person.Identity;
import dev.belay.person.UserMap;
import dev.belay.platform.InMemoryChat;
import dev.belay.press.Desk.Worker;
import dev.belay.record.Assignee;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.text.HostileText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Every sentence that a person is told about their press, each brought about by a press and what goes wrong with it: all reasons to
 * refuse, and all that each of them says.
 */
public final class EveryRefusal {
    private static final Assignee EVIL = new Assignee(SampleRequest.TO_BOB.userId(), HostileText.ALL_IN_ONE);

    private final List<Told> all = new ArrayList<>();

    /**
     * What is told.
     *
     * @param name the reason's, and what else differs
     */
    public record Told(String name, Refusal.Reason reason, PrivateAnswer answer) {}

    private EveryRefusal() {}

    /** In the order of the reasons. */
    public static List<Told> all() {
        EveryRefusal every = new EveryRefusal();
        every.byGates();
        every.byRoles();
        every.byStaleness();
        every.byState();
        every.byAssignee();
        every.byTheDialog();
        every.byThePager();
        every.byTheWrite();
        every.byTheEnd();
        return List.copyOf(every.all);
    }

    private void byGates() {
        refused("UNKNOWN_ACTION", Desk.open(), desk -> desk.press(button("no-such-action", Sample.incident())));
        refused("OTHER_APP", Desk.open(), desk -> ack(desk).app("A02OTHER"));
        refused("OTHER_WORKSPACE", Desk.open(), desk -> ack(desk)
                .user(new ChatUser(Platform.SLACK, "T02OTHER", Desk.JANE.id())));
        refused("NOT_A_MEMBER", Desk.open(), desk -> ack(desk).user(desk.chat.person(Member.Standing.GUEST)));
        refused("NOT_LINKED", Desk.open(), desk -> ack(desk)
                .at(new Place(InMemoryChat.SHARED, false, Optional.empty(), "1.000001")));
        refused("NOT_LINKED by its number", Desk.open(), desk -> desk.commanded("INC0010024"));
        refused("OTHER_MAIL_DOMAIN", Desk.open(), desk -> {
            desk.settings = SampleSettings.mailOf("other.example");
            return ack(desk);
        });
    }

    private void byRoles() {
        refused("UNMAPPED", Desk.open(), desk -> as(desk, new Identity.Unmapped()));
        refused("AMBIGUOUS", Desk.open(), desk -> as(desk, new Identity.Ambiguous()));
        refused("UNASKABLE", Desk.open(), desk -> {
            desk.chat.show(Desk.JANE, Optional.of("jane^ORactive=true@acme.example"));
            return ack(desk);
        });
        for (CardAction action : CardAction.values()) {
            refused("ROLE_MISSING " + action.id(), bobs(), desk -> {
                desk.directory.revoke(SampleRequest.JANE.sysId(), Desk.ROLE);
                return desk.press(action);
            });
        }
        Calls hidden = Calls.failing("Directory.holdsAny", () -> new Rejected(Records.SYSTEM, "a field is hidden"));
        refused("ROLE_UNPROVED", Desk.open(), EveryRefusal::ack, hidden);
    }

    private void byStaleness() {
        refused("STALE_CARD drawn again", Desk.open(), EveryRefusal::onAnOldCard);
        refused("STALE_CARD cannot be drawn", Desk.open(), desk -> {
            desk.chat.deleteMessage(desk.channel, desk.card.message());
            return onAnOldCard(desk);
        });
        RecordSnapshot plain = Sample.incident(0, RecordState.NEW, Optional.empty(), 3);
        refused("STALE_CARD cannot be drawn, no priority", Desk.with(plain), desk -> {
            desk.chat.deleteMessage(desk.channel, desk.card.message());
            return onAnOldCard(desk);
        });
        for (HostileText hostile : HostileText.values()) {
            refused(
                    "STALE_CARD cannot be drawn, titled " + lower(hostile),
                    Desk.with(Sample.described(hostile.text())),
                    desk -> {
                        desk.chat.deleteMessage(desk.channel, desk.card.message());
                        return onAnOldCard(desk);
                    });
        }
    }

    private void byState() {
        for (RecordState over : List.of(RecordState.RESOLVED, RecordState.CLOSED, RecordState.CANCELED)) {
            for (CardAction action : notOffered(over)) {
                refused(
                        "STATE_FORBIDS " + action.id() + " of " + lower(over),
                        Desk.with(Sample.incident(over)),
                        desk -> desk.press(action));
            }
        }
        for (RecordState state : List.of(RecordState.ON_HOLD, RecordState.OTHER)) {
            refused("STATE_FORBIDS ack of " + lower(state), Desk.with(Sample.incident(state)), EveryRefusal::ack);
        }
    }

    private static List<CardAction> notOffered(RecordState over) {
        return Arrays.stream(CardAction.values())
                .filter(action -> !Actions.of(action).isOffered(Sample.incident(over)))
                .toList();
    }

    private void byAssignee() {
        refused("ASSIGNED_TO_ANOTHER", bobs(), EveryRefusal::ack);
        refused(
                "ASSIGNED_TO_ANOTHER hostile",
                Desk.with(Sample.incident(RecordState.IN_PROGRESS, EVIL)),
                EveryRefusal::ack);
        refused("ASSIGNEE_CHANGED to another", bobs(), desk -> desk.press(takeOverFromNobodyKnown()));
        refused(
                "ASSIGNEE_CHANGED to another hostile",
                Desk.with(Sample.incident(RecordState.IN_PROGRESS, EVIL)),
                desk -> desk.press(takeOverFromNobodyKnown()));
        refused(
                "ASSIGNEE_CHANGED to nobody",
                Desk.with(Sample.incident(RecordState.IN_PROGRESS)),
                desk -> desk.press(takeOverFromNobodyKnown()));
    }

    private void byTheDialog() {
        refused("NOT_ASKED", bobs(), desk -> handOver(desk).entering(Input.NONE));
        refused("INPUT_REFUSED nobody", bobs(), desk -> handOver(desk).entering(to()));
        refused("INPUT_REFUSED two", bobs(), desk -> handOver(desk).entering(to("U01ANN", "U01BOB")));
        refused("INPUT_REFUSED another host", Desk.open(), desk -> {
            desk.settings = SampleSettings.postmortems(Optional.empty(), Set.of("docs.acme.example"));
            return desk.press(CardAction.POSTMORTEM);
        });
        refused("ADDRESSEE_UNKNOWN a guest", bobs(), desk -> handOver(desk)
                .entering(to(desk.chat.person(Member.Standing.GUEST).id())));
        refused("ADDRESSEE_UNKNOWN not in ServiceNow", bobs(), desk -> {
            desk.directory.remove(SampleRequest.ANN.sysId());
            return handOver(desk);
        });
        refused("ADDRESSEE_UNKNOWN cannot be read", bobs(), EveryRefusal::handOver, hiddenUsers());
    }

    private void byThePager() {
        refused(
                "ADDRESSEE_UNKNOWN a guest is paged",
                paged(),
                desk -> page(
                        desk,
                        Map.of(
                                "people",
                                List.of(desk.chat.person(Member.Standing.GUEST).id()))));
        refused("INPUT_REFUSED nobody is paged", paged(), desk -> page(desk, Map.of("message", List.of("Come in."))));
        refused("INPUT_REFUSED who is not on call any more", paged(), desk -> {
            SamplePress press = page(desk, Map.of("targets", List.of("PT4KHLK")));
            desk.settings = SampleSettings.both();
            return press;
        });
        refused("STATE_FORBIDS page of what is private by now", paged(), desk -> {
            desk.settings = SampleSettings.secret();
            return page(desk, Map.of("people", List.of("U01ANN")));
        });
        refused("PAGE_REFUSED", paged(), desk -> {
            desk.pager.refuse("PagerDuty does not know this escalation policy. Choose another.");
            return page(desk, Map.of("targets", List.of("PT4KHLK")));
        });
        refused("PAGE_REFUSED a key", paged(), desk -> {
            desk.pager.refuseKey();
            return page(desk, Map.of("targets", List.of("PT4KHLK")));
        });
        refused("PAGE_REFUSED without a key", paged(), desk -> {
            desk.pager.missKey();
            return page(desk, Map.of("targets", List.of("PT4KHLK")));
        });
        said("PAGE_REFUSED for some", Refusal.Reason.PAGE_REFUSED, paged(), (desk, _) -> {
            desk.pager.takeSome("PagerDuty did not ask Databases to join: its plan lets nobody be asked.");
            desk.perform(page(desk, Map.of("targets", List.of("PT4KHLK"))));
        });
        refused("PAGE_REFUSED by a limit to its end", paged(), desk -> tooLate(desk, desk.pager::limit));
        refused("PAGE_REFUSED not reached", paged(), desk -> tooLate(desk, desk.pager::beUnreachable));
        said("PAGE_WAITS", Refusal.Reason.PAGE_WAITS, paged(), (desk, _) -> {
            desk.pager.limit();
            fails(desk, page(desk, Map.of("targets", List.of("PT4KHLK"))));
        });
        refused("PAGE_UNKNOWN of what ended meanwhile", paged(), desk -> {
            SamplePress press = page(desk, Map.of("targets", List.of("PT4KHLK")));
            interruptedPage(desk, press);
            desk.records.put(Sample.incident(RecordState.RESOLVED));
            return press;
        });
        refused("PAGE_UNKNOWN of what took effect before", paged(), desk -> {
            SamplePress press = page(desk, Map.of("targets", List.of("PT4KHLK")));
            desk.records.refuseNext(new Unavailable(Records.SYSTEM, "down", Optional.empty()));
            fails(desk, press);
            desk.records.delete(Sample.REF);
            return press;
        });
        Desk lost = paged();
        lost.pager.leaveUnknown("It is not known whether PagerDuty paged anybody. Look there, or page again.");
        said("PAGE_UNKNOWN", Refusal.Reason.PAGE_UNKNOWN, lost, (desk, worker) -> worker.perform()
                .perform(page(desk, Map.of("targets", List.of("PT4KHLK"))).press(), worker.chat(), desk.settings));
    }

    private static void interruptedPage(Desk desk, SamplePress press) {
        desk.pager.loseAnswer();
        fails(desk, press);
    }

    /** The pager takes nothing until the press is too old. */
    private static SamplePress tooLate(Desk desk, Runnable why) {
        SamplePress press = page(desk, Map.of("targets", List.of("PT4KHLK")));
        why.run();
        fails(desk, press);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        return press;
    }

    private static void fails(Desk desk, SamplePress press) {
        try {
            desk.perform(press);
            throw new AssertionError("the pager answered");
        } catch (Unavailable e) {
            // as it was meant to be
        }
    }

    private static Desk paged() {
        Desk desk = Desk.open();
        desk.settings = SampleSettings.paging();
        return desk;
    }

    private static SamplePress page(Desk desk, Map<String, List<String>> entered) {
        return desk.page().entering(new Input(entered));
    }

    private static Calls hiddenUsers() {
        return Calls.failing("Directory.activeWithEmail", () -> new Rejected(Records.SYSTEM, "a field is hidden"));
    }

    private static SamplePress handOver(Desk desk) {
        return desk.press(
                SampleRequest.button(CardAction.HAND_OVER, OptionalLong.of(3), Optional.of(SampleRequest.TO_BOB)));
    }

    private static Input to(String... ids) {
        return new Input(Map.of("to", List.of(ids)));
    }

    private void byTheWrite() {
        refused("RECORD_MISSING", Desk.open(), desk -> {
            desk.records.delete(Sample.REF);
            return ack(desk);
        });
        refused("RECORD_REFUSED", Desk.open(), desk -> {
            desk.records.refuseNext(new Rejected(Records.SYSTEM, "a business rule aborted it"));
            return ack(desk);
        });
        refused("RECORD_REFUSED of a page", paged(), desk -> {
            desk.records.refuseNext(new Rejected(Records.SYSTEM, "a business rule aborted it"));
            return desk.page();
        });
        refused("PARTLY_TAKEN postmortem", Desk.open(), desk -> {
            desk.settings = SampleSettings.postmortems(Optional.of("u_postmortem"), Set.of());
            desk.records.overruleNext("u_postmortem");
            return desk.press(CardAction.POSTMORTEM);
        });
        refused("PARTLY_TAKEN", Desk.open(), desk -> {
            desk.records.overruleNext("state");
            return ack(desk);
        });
        Desk meanwhile = Desk.open();
        refused(
                "CHANGED_MEANWHILE",
                meanwhile,
                EveryRefusal::ack,
                Calls.interrupted(
                        "Records.change",
                        () -> meanwhile.records.put(Sample.incident(1, RecordState.NEW, Optional.empty(), 9))));
    }

    private void byTheEnd() {
        Calls down = Calls.failing("Records.hasNote", () -> new Unavailable(Records.SYSTEM, "down", Optional.empty()));
        refused(
                "UNKNOWN_OUTCOME",
                Desk.open(),
                desk -> {
                    writtenPerhaps(desk);
                    desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
                    return ack(desk);
                },
                down);
        said("PAUSED", Refusal.Reason.PAUSED, Desk.open(), (desk, worker) -> worker.perform()
                .paused(ack(desk).press(), worker.chat(), desk.settings));
        said("CREDENTIAL_REFUSED", Refusal.Reason.CREDENTIAL_REFUSED, Desk.open(), (desk, worker) -> worker.perform()
                .credentialRefused(ack(desk).press(), worker.chat(), desk.settings, "ServiceNow"));
        said("GIVEN_UP", Refusal.Reason.GIVEN_UP, Desk.open(), (desk, worker) -> worker.perform()
                .giveUp(ack(desk).press(), worker.chat()));
        for (Duration life : List.of(Duration.ofMinutes(10), Duration.ofSeconds(90))) {
            refused("EXPIRED after " + life.toSeconds() + " seconds", Desk.open(), desk -> {
                desk.settings = SampleSettings.pressesLive(life);
                SamplePress press = ack(desk);
                desk.clock.advance(life.plusSeconds(1));
                return press;
            });
        }
    }

    private interface Deed {
        void by(Desk desk, Worker worker);
    }

    private void said(String name, Refusal.Reason reason, Desk desk, Deed deed) {
        deed.by(desk, desk.worker(Calls.undisturbed()));
        List<String> told = desk.chat.privately(Desk.JANE);
        if (told.size() != 1) {
            throw new AssertionError(name + " was told as " + told);
        }
        all.add(new Told(name, reason, PrivateAnswer.of(told.getFirst())));
    }

    private void refused(String name, Desk desk, Function<Desk, SamplePress> press) {
        refused(name, desk, press, Calls.undisturbed());
    }

    private void refused(String name, Desk desk, Function<Desk, SamplePress> press, Calls calls) {
        if (!(desk.perform(press.apply(desk), calls) instanceof PressOutcome.Refused(Refusal refusal))) {
            throw new AssertionError(name + " is no refusal");
        }
        all.add(new Told(name, refusal.reason(), new PrivateAnswer(refusal.sentence(), refusal.offer())));
    }

    private static void writtenPerhaps(Desk desk) {
        desk.records.loseNext(true);
        try {
            desk.perform(ack(desk));
            throw new AssertionError("the answer was not lost");
        } catch (OutcomeUnknown e) {
            // as it was meant to be
        }
    }

    private static SamplePress ack(Desk desk) {
        return desk.press(CardAction.ACKNOWLEDGE);
    }

    private static SamplePress as(Desk desk, Identity identity) {
        desk.users.remember(Desk.JANE, new UserMap.Entry(identity, desk.address()));
        return ack(desk);
    }

    private static SamplePress onAnOldCard(Desk desk) {
        return desk.press(SampleRequest.button(CardAction.ACKNOWLEDGE, OptionalLong.of(2), Optional.empty()));
    }

    private static PressedButton takeOverFromNobodyKnown() {
        return SampleRequest.button(CardAction.TAKE_OVER, OptionalLong.of(3), Optional.of(SampleRequest.TO_JANE));
    }

    private static PressedButton button(String action, RecordSnapshot record) {
        CardButton ack = CardButton.of(CardAction.ACKNOWLEDGE, record, CardLayout.USUAL, List.of());
        return new PressedButton(
                ack.record(), action, OptionalLong.of(ack.generation()), Optional.of(ack.shown()), Optional.empty());
    }

    private static Desk bobs() {
        return Desk.with(Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_BOB));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
