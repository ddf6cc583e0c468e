package dev.belay.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.line.Line.Piece;
import dev.belay.link.Told.Account;
import dev.belay.record.Assignee;
import dev.belay.record.Assignment;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Chronicle;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.text.HostileText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a record that changed is told what people did from chat, and what else is different. */
final class NewsTest {
    private static final SysId ALICE = new SysId("5137153cc611227c000bbd1bd8cd2005");
    private static final RecordSnapshot OPENED = Sample.incident(3);
    private static final Assignment ALICES =
            new Assignment(Optional.of(new Assignee(ALICE.value(), "Alice Archer")), Optional.empty());

    @Test
    void of_a_record_that_is_as_it_was_nothing_is_told() {
        assertThat(told(OPENED.counted(9))).isEmpty();
    }

    @Test
    void each_difference_is_a_line() {
        RecordSnapshot after = OPENED.prioritized(1)
                .with(Life.of(RecordState.ON_HOLD, true))
                .with(new Assignment(ALICES.assignee(), Optional.of(new AssignmentGroup("g1", "Database"))))
                .described("Checkout down in Europe");
        assertThat(told(after))
                .containsExactly(
                        "Priority 3 → 1",
                        "State: New → On Hold",
                        "Group none → Database",
                        "Assigned to Alice Archer (by somebody in ServiceNow)",
                        "Title: Checkout down in Europe");
    }

    @Test
    void what_is_taken_away_is_told_too() {
        RecordSnapshot before =
                OPENED.with(new Assignment(ALICES.assignee(), Optional.of(new AssignmentGroup("g1", "Database"))));
        assertThat(told(before, OPENED.prioritized(0)))
                .containsExactly("Priority 3 → none", "Group Database → none", "Assigned to nobody any more");
    }

    @Test
    void a_new_assignee_is_somebody_whom_the_chat_may_know() {
        Line line = News.since(
                        Facts.account(0, Instant.EPOCH, OPENED),
                        OPENED.counted(9).with(ALICES))
                .getFirst();
        assertThat(line.pieces())
                .contains(new Piece.Person(new Participant("Alice Archer", Optional.empty(), Optional.of(ALICE))));
    }

    @Test
    void what_an_acknowledgement_changed_is_not_told_a_second_time() {
        RecordSnapshot after = inProgress(ALICES).with(chronicle(happened(1, Kind.ACKNOWLEDGED, "Alice Archer", "")));
        assertThat(told(after)).containsExactly("Alice Archer acknowledged");
        assertThat(told(after.prioritized(1))).containsExactly("Alice Archer acknowledged", "Priority 3 → 1");
        assertThat(told(after.with(Life.of(RecordState.ON_HOLD, true))))
                .containsExactly("Alice Archer acknowledged", "State: In Progress → On Hold");
    }

    @Test
    void whoever_got_it_in_servicenow_after_an_acknowledgement_is_told_of() {
        Assignment bobs = new Assignment(Optional.of(new Assignee("b0b", "Bob Baker")), Optional.empty());
        assertThat(told(inProgress(bobs).with(chronicle(happened(1, Kind.ACKNOWLEDGED, "Alice Archer", "")))))
                .containsExactly("Alice Archer acknowledged", "Assigned to Bob Baker (by somebody in ServiceNow)");
    }

    @Test
    void who_took_over_or_handed_over_is_told_with_whom_from_and_to() {
        RecordSnapshot before = inProgress(ALICES);
        Assignment bobs = new Assignment(Optional.of(new Assignee("b0b", "Bob Baker")), Optional.empty());
        assertThat(told(before, inProgress(bobs).with(chronicle(happened(1, Kind.TAKEN_OVER, "Bob Baker", "")))))
                .containsExactly("Bob Baker took over from Alice Archer");
        RecordSnapshot handed = inProgress(ALICES)
                .with(chronicle(
                        happened(1, Kind.TAKEN_OVER, "Bob Baker", ""),
                        happened(2, Kind.HANDED_OVER, "Bob Baker", "Alice Archer")));
        assertThat(told(inProgress(Assignment.NONE), handed))
                .containsExactly("Bob Baker took over", "Bob Baker handed over to Alice Archer");
    }

    @Test
    void a_page_names_what_was_paged_the_words_and_the_people() {
        Participant carol = new Participant(
                "Carol Cook", Optional.of(new ChatUser(Platform.SLACK, "T01ACME", "U01CAROL")), Optional.empty());
        Participant dan = new Participant("Dan Drake", Optional.empty(), Optional.of(ALICE));
        Happening page = new Happening(
                "press-1",
                Kind.PAGED,
                Sample.OPENED,
                "Alice Archer",
                "Database on-call",
                "Checkout is down,\nplease join",
                List.of(carol, dan));
        List<Line> news = News.since(
                Facts.account(0, Instant.EPOCH, OPENED), OPENED.counted(9).with(chronicle(page)));
        assertThat(news)
                .extracting(Line::plain)
                .containsExactly(
                        "Alice Archer paged Database on-call: Checkout is down, please join (Carol Cook, Dan Drake)");
        assertThat(news.getFirst().pieces()).contains(new Piece.Person(carol), new Piece.Person(dan));
    }

    @Test
    void who_was_called_in_is_not_said_to_be_paged() {
        Happening call = new Happening(
                "press-1", Kind.CALLED_IN, Sample.OPENED, "Alice Archer", "Carol Cook", "Come", List.of());
        assertThat(News.since(
                        Facts.account(0, Instant.EPOCH, OPENED),
                        OPENED.counted(9).with(chronicle(call))))
                .extracting(Line::plain)
                .containsExactly("Alice Archer called in Carol Cook: Come");
    }

    @Test
    void postmortems_and_what_became_of_candidates_are_told() {
        RecordSnapshot accepted = OPENED.with(Life.of(RecordState.NEW, true).with(MajorIncident.ACCEPTED));
        Happening acceptance =
                new Happening("p1", Kind.MAJOR_ACCEPTED, Sample.OPENED, "Alice Archer", "", "many sites", List.of());
        Happening postmortem = new Happening(
                "p2",
                Kind.POSTMORTEM_ATTACHED,
                Sample.OPENED.plusSeconds(9),
                "Bob Baker",
                "",
                "https://wiki.example/pm/7",
                List.of());
        assertThat(told(accepted.with(chronicle(acceptance, postmortem))))
                .containsExactly(
                        "Alice Archer accepted the candidate: many sites",
                        "Bob Baker attached the postmortem: https://wiki.example/pm/7");
        Happening rejection =
                new Happening("p1", Kind.MAJOR_REJECTED, Sample.OPENED, "Alice Archer", "", "one site", List.of());
        assertThat(told(OPENED.with(Life.of(RecordState.NEW, true).with(MajorIncident.REJECTED))
                        .with(chronicle(rejection))))
                .containsExactly("Alice Archer rejected the candidate: one site");
    }

    @Test
    void a_major_incidents_way_in_servicenow_is_told() {
        assertThat(told(major(OPENED, MajorIncident.PROPOSED))).containsExactly("Proposed as a major incident");
        assertThat(told(major(OPENED, MajorIncident.PROPOSED), major(OPENED, MajorIncident.ACCEPTED)))
                .containsExactly("Accepted as a major incident");
        assertThat(told(major(OPENED, MajorIncident.ACCEPTED), major(OPENED, MajorIncident.CANCELED)))
                .containsExactly("No major incident any more");
    }

    private static RecordSnapshot major(RecordSnapshot record, MajorIncident state) {
        return record.with(Life.of(RecordState.NEW, true).with(state));
    }

    @Test
    void a_resolution_names_who_and_after_how_long_as_far_as_servicenow_shows_it() {
        RecordSnapshot resolved = OPENED.with(Life.of(RecordState.RESOLVED, true));
        assertThat(told(resolved)).containsExactly("Resolved");
        assertThat(told(resolved.with(fields(Map.of("resolved_by.name", "Bob Baker")))))
                .containsExactly("Resolved by Bob Baker");
        assertThat(told(resolved.with(
                        fields(Map.of("resolved_by.name", "Bob Baker", "resolved_at", "2026-11-22 08:47:30")))))
                .containsExactly("Resolved by Bob Baker after 47 min");
        assertThat(told(resolved.with(fields(Map.of("resolved_at", "2026-11-22 11:02:00")))))
                .containsExactly("Resolved after 3 h 2 min");
        assertThat(told(resolved.with(fields(Map.of("resolved_at", "2026-11-24 09:00:00")))))
                .containsExactly("Resolved after 2 d 1 h");
        assertThat(told(resolved.with(fields(Map.of("resolved_at", "2026-11-22 08:00:10")))))
                .containsExactly("Resolved after less than a minute");
        assertThat(told(resolved.with(fields(Map.of("resolved_at", "yesterday")))))
                .containsExactly("Resolved");
        assertThat(told(resolved, OPENED)).containsExactly("State: Resolved → New");
    }

    private static Details fields(Map<String, String> fields) {
        return new Details(Map.of(), fields);
    }

    @Test
    void what_was_told_is_not_told_again_whenever_it_happened() {
        Happening late = happened(1, Kind.ACKNOWLEDGED, "Alice Archer", "");
        Happening told = happened(2, Kind.HANDED_OVER, "Alice Archer", "Bob Baker");
        Assignment bobs = new Assignment(Optional.of(new Assignee("b0b", "Bob Baker")), Optional.empty());
        RecordSnapshot before = inProgress(bobs).with(chronicle(told));
        assertThat(told(before, before.with(chronicle(told, late)))).containsExactly("Alice Archer acknowledged");
    }

    @Test
    void a_record_that_was_read_before_what_was_told_last_is_no_news() {
        RecordSnapshot held = OPENED.with(Life.of(RecordState.ON_HOLD, true)).counted(5);
        assertThat(News.since(Facts.account(1, Instant.EPOCH, held), OPENED.counted(4)))
                .isEmpty();
    }

    @Test
    void an_account_that_knows_less_is_no_news() {
        assertThat(News.since(new Account(0, Instant.EPOCH, 0, Map.of("state", "New"), Set.of()), OPENED))
                .isEmpty();
    }

    @Test
    void so_much_that_nobody_reads_it_is_counted() {
        Happening[] many = IntStream.range(0, 30)
                .mapToObj(i -> happened(i, Kind.TAKEN_OVER, "Alice Archer", ""))
                .toArray(Happening[]::new);
        assertThat(told(OPENED.with(chronicle(many))))
                .hasSize(21)
                .last()
                .asString()
                .isEqualTo("… and 10 more. The card shows how it stands.");
    }

    @ParameterizedTest
    @EnumSource
    void a_line_is_one_short_line_whatever_people_wrote(HostileText hostile) {
        Happening page = new Happening(
                "p",
                Kind.PAGED,
                Sample.OPENED,
                hostile.text(),
                hostile.text(),
                hostile.text().repeat(9),
                List.of());
        assertThat(told(OPENED.described(hostile.text()).with(chronicle(page))))
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(1_600).doesNotContain("\n", "\r"));
    }

    private static RecordSnapshot inProgress(Assignment assignment) {
        return OPENED.with(Life.of(RecordState.IN_PROGRESS, true)).with(assignment);
    }

    private static Happening happened(int at, Kind kind, String who, String what) {
        return new Happening("press-" + at, kind, Sample.OPENED.plusSeconds(at), who, what);
    }

    private static Chronicle chronicle(Happening... happenings) {
        return new Chronicle(Arrays.asList(happenings));
    }

    private static List<String> told(RecordSnapshot after) {
        return told(OPENED, after);
    }

    private static List<String> told(RecordSnapshot before, RecordSnapshot after) {
        return News.since(Facts.account(0, Instant.EPOCH, before), after.counted(before.generation() + 1)).stream()
                .map(Line::plain)
                .toList();
    }
}
