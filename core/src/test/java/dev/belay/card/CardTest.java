package dev.belay.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.card.Card.Tone;
import dev.belay.card.CardLayout.Known;
import dev.belay.card.Fact.Link;
import dev.belay.record.Chronicle;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a card shows of a record, and what makes two cards show the same. */
final class CardTest {
    @Test
    void what_is_empty_is_left_out() {
        assertThat(facts(Sample.incident().with(Details.NONE), CardLayout.USUAL))
                .containsExactly("State: New", "Assigned to: nobody yet", "Opened: 2026-11-22 08:00 UTC");
    }

    @Test
    void a_record_that_does_not_tell_when_it_was_opened_shows_no_such_moment() {
        RecordSnapshot as = Sample.incident();
        RecordSnapshot untold = new RecordSnapshot(
                as.ref(),
                as.number(),
                as.shortDescription(),
                as.priority(),
                as.life(),
                as.assignment(),
                as.details(),
                Instant.MAX,
                as.modCount(),
                as.chronicle());
        assertThat(facts(untold, CardLayout.USUAL)).noneMatch(fact -> fact.startsWith("Opened"));
    }

    @Test
    void all_that_is_known_stands_in_the_layouts_order() {
        assertThat(facts(SampleCard.CLOSED_WITH_POSTMORTEM.record(), SampleCard.EVERYTHING))
                .containsExactly(
                        "State: Closed",
                        "Incident commander: Alice Archer",
                        "Assigned to: Rita Resolver",
                        "Group: Network",
                        "Service: Web shop",
                        "Category: Software",
                        "Opened: 2026-11-22 08:00 UTC",
                        "Acknowledged: Alice Archer, 2026-11-22 08:02 UTC",
                        "Paged: Network on-call (PagerDuty: triggered), by Alice Archer, 2026-11-22 08:05 UTC",
                        "Called in: Carol Carter, by Alice Archer, 2026-11-22 08:07 UTC",
                        "Postmortem: https://wiki.acme.example/pm/42?a=b&c=d",
                        "Links: Bridge (https://bridge.acme.example/join/INC0010023) · Runbook"
                                + " (https://wiki.acme.example/runbooks?ci=shop%20web%20%26%20api)");
    }

    @ParameterizedTest
    @EnumSource(SampleCard.class)
    void the_priority_stands_once(SampleCard sample) {
        Card card = card(sample.record(), SampleCard.EVERYTHING);
        assertThat(card.heading()).startsWith("P1 ");
        assertThat(card.facts())
                .noneMatch(
                        fact -> fact.label().equals("Priority") || fact.plain().matches(".*\\bP1\\b.*"));
    }

    @Test
    void the_configuration_item_stands_for_a_service_that_is_not_named() {
        Details details = new Details(Map.of(), Map.of("cmdb_ci.name", "db-7"));
        assertThat(facts(Sample.incident().with(details), CardLayout.USUAL)).contains("Service: db-7");
    }

    @Test
    void a_candidate_is_named_as_one() {
        RecordSnapshot proposed =
                Sample.incident().with(Sample.incident().life().with(MajorIncident.PROPOSED));
        assertThat(facts(proposed, CardLayout.USUAL)).contains("Major incident: proposed");
    }

    @Test
    void of_many_pages_the_newest_three_stand_and_the_others_are_counted() {
        List<Happening> pages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pages.add(new Happening(
                    "p" + i, Kind.PAGED, Sample.OPENED.plusSeconds(60L * i), "Alice", "Team " + i, "", List.of()));
        }
        assertThat(facts(Sample.incident().with(new Chronicle(pages)), CardLayout.USUAL))
                .filteredOn(fact -> fact.startsWith("Paged"))
                .containsExactly(
                        "Paged: Team 2, by Alice, 2026-11-22 08:02 UTC (and 2 before)",
                        "Paged: Team 3, by Alice, 2026-11-22 08:03 UTC",
                        "Paged: Team 4, by Alice, 2026-11-22 08:04 UTC");
    }

    @Test
    void who_was_called_in_stands_among_those_who_were_paged_by_another_name() {
        List<Happening> both = List.of(
                new Happening("p", Kind.PAGED, Sample.OPENED, "Alice", "Team", "", List.of()),
                new Happening("c", Kind.CALLED_IN, Sample.OPENED.plusSeconds(60), "Alice", "Carol", "", List.of()));
        assertThat(facts(Sample.incident().with(new Chronicle(both)), CardLayout.USUAL))
                .contains(
                        "Paged: Team, by Alice, 2026-11-22 08:00 UTC",
                        "Called in: Carol, by Alice, 2026-11-22 08:01 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "https://wiki.acme.example/1, true",
        "http://wiki.acme.example/1, false",
        "javascript:alert(1), false",
        "not an address, false"
    })
    void only_what_is_an_address_can_be_followed(String words, boolean followed) {
        Happening attached = new Happening("d", Kind.POSTMORTEM_ATTACHED, Sample.OPENED, "Alice", "", words, List.of());
        Card card = card(Sample.incident().with(new Chronicle(List.of(attached))), CardLayout.USUAL);
        assertThat(card.facts().getLast().parts().getFirst() instanceof Link).isEqualTo(followed);
        assertThat(card.facts().getLast().plain()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, NEW, ATTENTION",
        "1, IN_PROGRESS, ATTENTION",
        "2, NEW, WARNING",
        "3, NEW, ACCENT",
        "0, OTHER, ACCENT",
        "1, RESOLVED, GOOD",
        "5, CANCELED, GOOD"
    })
    void how_bad_it_is_follows_from_priority_and_state(int priority, RecordState state, Tone tone) {
        Card card = card(Sample.incident(priority, state, Optional.empty(), 3), CardLayout.USUAL);
        assertThat(card.tone()).isEqualTo(tone);
        assertThat(card.title()).endsWith(card.heading()).isNotEqualTo(card.heading());
    }

    @ParameterizedTest
    @EnumSource(SampleCard.class)
    void what_shows_something_else_has_another_fingerprint(SampleCard sample) {
        String shown = Card.shown(sample.record(), SampleCard.EVERYTHING);
        for (SampleCard other : SampleCard.values()) {
            assertThat(Card.shown(other.record(), SampleCard.EVERYTHING).equals(shown))
                    .as(other.name())
                    .isEqualTo(other == sample);
        }
        assertThat(Card.shown(sample.record().counted(99), SampleCard.EVERYTHING))
                .isEqualTo(shown);
    }

    @Test
    void what_actions_depend_on_counts_where_the_layout_leaves_it_out() {
        CardLayout bare = new CardLayout(List.of(Known.OPENED), List.of(), Optional.empty());
        RecordSnapshot fresh = Sample.incident();
        assertThat(List.of(
                        Card.shown(fresh, bare),
                        Card.shown(fresh.with(fresh.life().in(RecordState.ON_HOLD)), bare),
                        Card.shown(fresh.with(Life.of(RecordState.NEW, false)), bare),
                        Card.shown(SampleCard.ACKNOWLEDGED.record(), bare)))
                .doesNotHaveDuplicates();
    }

    @Test
    void weighty_buttons_come_first() {
        RecordSnapshot record = Sample.incident();
        List<CardButton> buttons = List.of(
                CardButton.of(CardAction.TAKE_OVER, record, CardLayout.USUAL, List.of()),
                CardButton.of(CardAction.ACKNOWLEDGE, record, CardLayout.USUAL, List.of()));
        assertThat(Card.of(record, "https://acme.example", CardLayout.USUAL, buttons)
                        .buttons())
                .extracting(CardButton::action)
                .containsExactly(CardAction.ACKNOWLEDGE, CardAction.TAKE_OVER);
    }

    private static List<String> facts(RecordSnapshot record, CardLayout layout) {
        return card(record, layout).facts().stream()
                .map(fact -> fact.label() + ": " + fact.plain())
                .toList();
    }

    private static Card card(RecordSnapshot record, CardLayout layout) {
        return Card.of(record, "https://acme.example", layout, List.of());
    }
}
