package dev.belay.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.Progress.Agenda;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.link.LinkKey;
import dev.belay.record.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AuditJournal} keeps. */
public interface AuditJournalContract {
    Instant BEGAN = Instant.parse("2026-11-23T10:00:00.123Z");
    Place SLACK = new Place(Platform.SLACK, "T01ACME", "T01ACME");
    Place TEAM = new Place(Platform.TEAMS, "tenant-1", "team-1");

    /** One that no test before had. */
    AuditJournal journal();

    @Test
    default void at_first_nothing_is_known() {
        AuditJournal journal = journal();
        assertThat(journal.progress()).isEmpty();
        assertThat(journal.page(0)).isEmpty();
    }

    @Test
    default void how_far_it_came_is_kept_with_all_that_it_counted() {
        AuditJournal journal = journal();
        Progress first = Progress.beginning(BEGAN, BEGAN.minusSeconds(90_000));
        journal.store(first);
        assertThat(journal.progress()).contains(first);
        Counted counted = new Counted(600, 0, 0).looks(7, 3).bearings(800, 500);
        Progress later = first.kept(3, counted)
                .in(Stage.CHANNELS, Agenda.of(0, 3))
                .within(2, "dXNlcjpVMEc5V0ZYTlo=")
                .later(3)
                .within(5, "bmV4dA==")
                .counting("incident", 1, Platform.SLACK, true)
                .counting("incident", 1, Platform.SLACK, false)
                .counting("incident", 2, Platform.TEAMS, true);
        assertThat(later.agenda().later()).isEqualTo(Map.of(0, "", 1, "", 2, "dXNlcjpVMEc5V0ZYTlo=", 3, "", 4, ""));
        journal.store(later);
        assertThat(journal.progress()).contains(later);
        Progress stuck = later.with(new Agenda(0, 3, later.agenda().later(), Optional.of(BEGAN.plusSeconds(60))));
        journal.store(stuck);
        assertThat(journal.progress()).contains(stuck);
        journal.store(later.done(BEGAN.plusSeconds(600)));
        assertThat(journal.progress()).contains(later.done(BEGAN.plusSeconds(600)));
        journal.store(later.done(BEGAN.plusSeconds(600)).told());
        assertThat(journal.progress()).map(Progress::stage).contains(Stage.TOLD);
    }

    /** 5,000 teams of which none answers: how far it came has its own item, and is written after each step. */
    @Test
    default void how_far_it_came_fits_whatever_does_not_answer() {
        AuditJournal journal = journal();
        Progress whole = Progress.beginning(BEGAN, BEGAN)
                .in(Stage.CHANNELS, Agenda.of(0, 25))
                .later(4_999);
        assertThat(whole.agenda().later()).hasSize(5_000);
        journal.store(whole);
        assertThat(journal.progress()).contains(whole);
    }

    @Test
    default void pages_are_kept_by_their_numbers_the_last_one_in_place_of_the_one_before() {
        AuditJournal journal = journal();
        AuditFinding whole = AuditFinding.of(FindingKind.NAME_BOUND, "its name speaks of INC0010023")
                .in(new Channel(
                        Platform.TEAMS, "tenant-1", Optional.of("team-1"), "19:x@thread.tacv2", "inc0010023 \"é\""))
                .about(Sample.REF);
        AuditFinding bare =
                AuditFinding.of(FindingKind.TABLE_EMPTY, "3 open records").on(Platform.SLACK);
        AuditPage page = AuditPage.listed(TEAM, List.of("19:x@thread.tacv2"), List.of("19:y", "19:z"), List.of(whole));
        journal.store(0, page);
        journal.store(1, AuditPage.of(List.of(bare)));
        assertThat(journal.page(0)).contains(page);
        assertThat(journal.page(1)).contains(AuditPage.of(List.of(bare)));
        assertThat(journal.page(2)).isEmpty();
        AuditPage places = AuditPage.places(List.of(SLACK, TEAM), List.of(bare));
        journal.store(2, places);
        assertThat(journal.page(2)).contains(places);
        LinkKey link = new LinkKey(Sample.REF, Platform.TEAMS);
        AuditPage questions = AuditPage.of(
                List.of(),
                List.of(
                        new Question(link, "tenant-1", Question.Of.BEARING),
                        new Question(link.next(), "tenant-1", Question.Of.CHANNEL)));
        journal.store(2, questions);
        assertThat(journal.page(2)).contains(questions);
        journal.store(0, AuditPage.of(List.of()));
        assertThat(journal.page(0)).contains(AuditPage.of(List.of()));
    }

    @Test
    default void the_fullest_page_fits() {
        AuditJournal journal = journal();
        List<String> ids = IntStream.range(0, AuditJournal.PAGE)
                .mapToObj(i -> "19:" + "%060d".formatted(i) + "@thread.tacv2")
                .toList();
        List<AuditFinding> findings = ids.stream()
                .map(id -> AuditFinding.of(FindingKind.NAME_BOUND, "its name speaks of INC0010023")
                        .in(new Channel(Platform.TEAMS, "tenant-1", Optional.of("team-1"), id, "é".repeat(80)))
                        .about(Sample.REF))
                .toList();
        AuditPage page = AuditPage.listed(TEAM, ids, List.of(), findings);
        journal.store(0, page);
        assertThat(journal.page(0)).contains(page);
    }
}
