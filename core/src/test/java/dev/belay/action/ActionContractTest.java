package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import dev.belay.event.PressedButton;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.press.Desk;
import dev.belay.press.Desk.Seen;
import dev.belay.press.PressOutcome;
import dev.belay.record.Assignee;
import dev.belay.record.Chronicle;
import dev.belay.record.Details;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.record.WorkNote;
import dev.belay.settings.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every action of the card keeps, whatever it does. A new action is in here as soon as it has its constant. */
final class ActionContractTest {
    /** Whom the record is assigned to. */
    private enum Assigned {
        NOBODY,
        ME,
        ANOTHER
    }

    /** How old the card is whose button is pressed. */
    private enum CardAge {
        NEWEST,
        OLDER,
        UNSAID
    }

    /** Whether the record's table lets its state be set in progress from here. */
    private enum Table {
        STARTABLE,
        BY_ITS_MODEL
    }

    /** A record and the card that is pressed on it. */
    private record Situation(Table table, RecordState state, MajorIncident major, Assigned assigned, CardAge age) {
        static List<Situation> all() {
            List<Situation> all = new ArrayList<>();
            for (Table table : Table.values()) {
                for (RecordState state : RecordState.values()) {
                    for (MajorIncident major : MajorIncident.values()) {
                        for (Assigned assigned : Assigned.values()) {
                            for (CardAge age : CardAge.values()) {
                                all.add(new Situation(table, state, major, assigned, age));
                            }
                        }
                    }
                }
            }
            return all;
        }

        Optional<Assignee> assignee() {
            return switch (assigned) {
                case NOBODY -> Optional.empty();
                case ME -> Optional.of(SampleRequest.TO_JANE);
                case ANOTHER -> Optional.of(SampleRequest.TO_BOB);
            };
        }

        RecordSnapshot record() {
            RecordSnapshot record = Sample.incident(1, state, assignee(), SampleRequest.NEWEST);
            Life life = record.life();
            return record.with(new Life(state, life.label(), life.active(), table == Table.STARTABLE, major));
        }

        /** The button names whom it was drawn with. */
        PressedButton button(CardAction id) {
            OptionalLong generation =
                    switch (age) {
                        case NEWEST -> OptionalLong.of(SampleRequest.NEWEST);
                        case OLDER -> OptionalLong.of(SampleRequest.NEWEST - 1);
                        case UNSAID -> OptionalLong.empty();
                    };
            return SampleRequest.button(id, generation, assignee());
        }

        /** In the end, where something comes first. */
        Judgement judged(CardAction id) {
            Request request = SampleRequest.of(button(id));
            return switch (Actions.of(id).judge(request, record())) {
                case Judgement.First first -> Actions.of(id).judge(request, remembering(first));
                case Judgement said -> said;
            };
        }

        private RecordSnapshot remembering(Judgement.First first) {
            return record().with(new Chronicle(first.afterwards().came(Optional.empty()).happening().stream()
                    .toList()));
        }

        Desk desk() {
            return Desk.with(record());
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_offered_in_some_state(CardAction id) {
        assertThat(Situation.all()).anyMatch(situation -> Actions.of(id).isOffered(situation.record()));
    }

    @ParameterizedTest
    @EnumSource
    void a_card_has_its_button_where_it_is_offered_if_cards_may_have_it(CardAction id) {
        Action action = Actions.of(id);
        for (Situation situation : Situation.all()) {
            assertThat(offers(situation, id))
                    .as("%s", situation)
                    .isEqualTo(action.surfaces().contains(Surface.CARD) && action.isOffered(situation.record()));
        }
    }

    private static boolean offers(Situation situation, CardAction id) {
        return Actions.offeredOn(situation.record(), Platform.SLACK, SampleSettings.both()).stream()
                .anyMatch(button -> button.action() == id);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_newest_card_offers_is_done_or_leads_on(CardAction id) {
        for (Situation situation : Situation.all()) {
            if (situation.age() == CardAge.NEWEST && offers(situation, id)) {
                boolean leadsOn =
                        switch (situation.judged(id)) {
                            case Judgement.Write _, Judgement.Already _ -> true;
                            case Judgement.Stale(), Judgement.First _ -> false;
                            case Judgement.Not(Refusal refusal) ->
                                refusal.offer().isPresent();
                        };
                assertThat(leadsOn).as("%s", situation).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_stands_somewhere_under_its_own_id(CardAction id) {
        assertThat(Actions.of(id).id()).isEqualTo(id);
        assertThat(Actions.of(id).surfaces()).isNotEmpty();
        assertThat(CardAction.of(id.id())).contains(id);
        assertThat(PressedButton.of("incident", Sample.REF.sysId().value(), id.id(), 1, null, null)
                        .action())
                .isEqualTo(id.id());
    }

    @ParameterizedTest
    @EnumSource
    void a_press_opens_a_dialog_where_it_has_one_and_only_there(CardAction id) {
        assertThat(Actions.of(id).dialog(List.of()).isPresent()).isEqualTo(id.asksFirst());
    }

    @ParameterizedTest
    @EnumSource
    void it_is_judged_in_every_situation_and_says_why_not_in_a_sentence(CardAction id) {
        for (Situation situation : Situation.all()) {
            switch (situation.judged(id)) {
                case Judgement.Write write -> {
                    assertThat(write.note()).contains("Jane Doe <jane@acme.example>");
                    assertThat(write.fields().state().isEmpty() || situation.table() == Table.STARTABLE)
                            .as("%s", situation)
                            .isTrue();
                }
                case Judgement.Already(), Judgement.Stale() -> {}
                case Judgement.First _ -> throw new AssertionError(situation + " is not judged to its end");
                case Judgement.Not(Refusal refusal) ->
                    assertThat(refusal.sentence()).as("%s", situation).matches("[A-Z].*\\.");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_over_lets_nothing_happen_but_what_is_offered_there(CardAction id) {
        assertThat(Situation.all())
                .filteredOn(situation ->
                        situation.record().ended() && !Actions.of(id).isOffered(situation.record()))
                .allSatisfy(situation -> assertThat(situation.judged(id))
                        .isInstanceOfSatisfying(
                                Judgement.Not.class,
                                no -> assertThat(no.refusal().reason()).isEqualTo(Reason.STATE_FORBIDS)));
    }

    @ParameterizedTest
    @EnumSource
    void it_writes_what_it_says_with_one_work_note_and_nothing_else(CardAction id) {
        List<Situation> writing = Situation.all().stream()
                .filter(situation -> situation.judged(id) instanceof Judgement.Write)
                .toList();
        assertThat(writing).isNotEmpty();
        for (Situation situation : writing) {
            Judgement.Write said = (Judgement.Write) situation.judged(id);
            Desk desk = situation.desk();
            SamplePress press = desk.press(situation.button(id));
            assertThat(desk.perform(press)).as("%s", situation).isInstanceOf(PressOutcome.Applied.class);
            Seen seen = desk.seen();
            assertThat(seen.record()).as("%s", situation).isEqualTo(written(situation.record(), said));
            assertThat(desk.notes()).extracting(WorkNote::text).containsExactly(said.note());
            assertThat(desk.notes()).extracting(WorkNote::reference).contains(desk.reference(press));
            assertThat(seen.cards()).hasSize(1);
            assertThat(seen.told()).isEmpty();
            RecordSnapshot chronicled = seen.record().with(seen.chronicle());
            assertThat(seen.noticed())
                    .isEqualTo(Actions.of(id).notices(press.press(), chronicled).stream()
                            .map(Notice::to)
                            .collect(Collectors.toSet()));
            assertThat(seen.hinted()).containsExactlyInAnyOrder(Platform.SLACK, Platform.TEAMS);
            assertThat(Actions.of(id).tookEffect(press.press(), chronicled))
                    .as("%s", situation)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_write_that_a_rule_of_the_table_dropped_has_not_taken_effect(CardAction id) {
        for (Situation situation : Situation.all()) {
            if (situation.judged(id) instanceof Judgement.Write said
                    && !said.fields().equals(Fields.NONE)) {
                Desk desk = situation.desk();
                assertThat(Actions.of(id)
                                .tookEffect(desk.press(situation.button(id)).press(), situation.record()))
                        .as("%s", situation)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_writes_nothing_changes_nothing(CardAction id) {
        for (Situation situation : Situation.all()) {
            if (!(situation.judged(id) instanceof Judgement.Write)) {
                Desk desk = situation.desk();
                Seen before = desk.seen();
                desk.perform(desk.press(situation.button(id)));
                Seen after = desk.seen();
                assertThat(after.record()).as("%s", situation).isEqualTo(before.record());
                assertThat(after.notes()).isEmpty();
                assertThat(after.hinted()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_press_twice_takes_effect_once(CardAction id) {
        for (Situation situation : Situation.all()) {
            Desk desk = situation.desk();
            SamplePress press = desk.press(situation.button(id));
            desk.perform(press);
            Seen once = desk.seen();
            assertThat(desk.perform(press)).as("%s", situation).isEqualTo(new PressOutcome.Repeated());
            assertThat(desk.seen()).as("%s", situation).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ended_at_any_outside_call_in_any_way_and_run_again_the_end_is_the_same(CardAction id) {
        for (Situation situation : oneOfEachKind(id)) {
            Desk undisturbed = situation.desk();
            undisturbed.perform(undisturbed.press(situation.button(id)));
            for (Ending ending : Ending.values()) {
                int calls = endedAtEachCall(situation, id, ending, undisturbed.seen());
                assertThat(calls).as("%s %s", situation, ending).isGreaterThan(5);
            }
        }
    }

    /** How many calls there were to end a run at. */
    private static int endedAtEachCall(Situation situation, CardAction id, Ending ending, Seen expected) {
        for (int call = 1; ; call++) {
            Desk desk = situation.desk();
            SamplePress press = desk.press(situation.button(id));
            if (desk.survives(press, Calls.ending(call, ending))) {
                return call - 1;
            }
            desk.perform(press);
            assertThat(desk.seen())
                    .as("%s %s at call %d", situation, ending, call)
                    .isEqualTo(expected);
            assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
        }
    }

    /** The first situation of each kind of judgement, for each reason one. */
    private static List<Situation> oneOfEachKind(CardAction id) {
        Map<Object, Situation> kinds = new LinkedHashMap<>();
        for (Situation situation : Situation.all()) {
            Object kind =
                    switch (situation.judged(id)) {
                        case Judgement.Write write -> write.fields();
                        case Judgement.Already already -> already;
                        case Judgement.Stale stale -> stale;
                        case Judgement.First first -> first;
                        case Judgement.Not(Refusal refusal) -> refusal.reason();
                    };
            kinds.putIfAbsent(kind, situation);
        }
        return List.copyOf(kinds.values());
    }

    @ParameterizedTest
    @EnumSource
    void its_roles_can_be_set(CardAction id) throws IOException {
        String schema = Files.readString(Path.of("../infra/settings.schema.json"));
        int roles = schema.indexOf("\"roles\": {");
        String section = schema.substring(roles, schema.indexOf("\"examples\"", roles));
        assertThat(section)
                .as("the roles in infra/settings.schema.json")
                .contains("\"" + id.id() + "\": { \"title\": \"" + id.label() + "\", \"$ref\": \"#/$defs/roles\" }");
    }

    /** The record as a write leaves it that does what it says. */
    private static RecordSnapshot written(RecordSnapshot before, Judgement.Write said) {
        Life life = said.fields().state().map(before.life()::in).orElse(before.life());
        Map<String, String> others = said.fields().others();
        MajorIncident major = MajorIncident.of(
                others.getOrDefault("major_incident_state", life.major().code()));
        return before.with(life.with(major))
                .with(new Details(before.conversations(), others))
                .with(said.fields()
                        .assignee()
                        .map(user -> before.assignment().to(Desk.assignee(user)))
                        .orElse(before.assignment()))
                .with(new Details(before.conversations(), further(before, said)))
                .counted(before.modCount() + 1);
    }

    private static Map<String, String> further(RecordSnapshot before, Judgement.Write said) {
        Map<String, String> after = new HashMap<>(before.details().fields());
        after.putAll(said.fields().others());
        return after;
    }
}
