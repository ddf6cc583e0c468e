package dev.belay.card;

import dev.belay.record.Assignee;
import dev.belay.record.Assignment;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Chronicle;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of one incident, as its card shows it on each platform. */
public enum SampleCard {
    NEW,
    ACKNOWLEDGED,
    PAGED,
    PROPOSED,
    RESOLVED,
    CLOSED_WITH_POSTMORTEM,
    HOSTILE;

    /** All that a card can show: also a field of the table, and links. */
    public static final CardLayout EVERYTHING = new CardLayout(
            List.of(
                    CardLayout.Known.STATE,
                    CardLayout.Known.MAJOR_INCIDENT,
                    CardLayout.Known.HOLDER,
                    CardLayout.Known.ASSIGNED_TO,
                    CardLayout.Known.GROUP,
                    CardLayout.Known.SERVICE,
                    new CardLayout.OfField("Category", "category"),
                    CardLayout.Known.OPENED,
                    CardLayout.Known.ACKNOWLEDGED,
                    CardLayout.Known.PAGED,
                    CardLayout.Known.POSTMORTEM),
            List.of(
                    new LinkTemplate("Bridge", "https://bridge.acme.example/join/{number}"),
                    new LinkTemplate("Runbook", "https://wiki.acme.example/runbooks?ci={cmdb_ci.name}")),
            Optional.of("Incident commander"));

    private static final String HOSTILE_WORDS =
            "<!channel> <at>Bob</at> [click](https://evil.example) <https://evil.example|x> {{DATE(2026-01-01T00:00:00Z)}} *b* & |";

    private static final Details DETAILS = new Details(
            Map.of(),
            Map.of(
                    "business_service.name", "Web shop",
                    "cmdb_ci.name", "shop web & api",
                    "category", "software",
                    "assigned_to.name", "Rita Resolver"),
            Map.of("category", "Software"));

    public RecordSnapshot record() {
        RecordSnapshot opened = Sample.incident().with(DETAILS).with(assigned(Optional.empty()));
        RecordSnapshot taken = Sample.incident(RecordState.IN_PROGRESS, new Assignee(alice(), "Alice Archer"))
                .with(DETAILS)
                .with(assigned(Optional.of(new Assignee(alice(), "Alice Archer"))))
                .with(new Chronicle(List.of(done("a", 2, Kind.ACKNOWLEDGED, "", ""))));
        return switch (this) {
            case NEW -> opened;
            case ACKNOWLEDGED -> taken;
            case PAGED -> paged(taken);
            case PROPOSED -> opened.with(opened.life().with(MajorIncident.PROPOSED));
            case RESOLVED -> paged(taken).with(taken.life().in(RecordState.RESOLVED));
            case CLOSED_WITH_POSTMORTEM ->
                happened(
                                paged(taken),
                                done(
                                        "d",
                                        2000,
                                        Kind.POSTMORTEM_ATTACHED,
                                        "",
                                        "https://wiki.acme.example/pm/42?a=b&c=d"))
                        .with(taken.life().in(RecordState.CLOSED));
            case HOSTILE -> hostile(opened);
        };
    }

    private static RecordSnapshot paged(RecordSnapshot record) {
        return happened(
                record,
                done("b", 5, Kind.PAGED, "Network on-call (PagerDuty: triggered)", "Checkout is down"),
                done("b2", 7, Kind.CALLED_IN, "Carol Carter", ""));
    }

    private static RecordSnapshot hostile(RecordSnapshot record) {
        Details details = new Details(
                Map.of(),
                Map.of(
                        "business_service.name",
                        HOSTILE_WORDS,
                        "cmdb_ci.name",
                        "../../@evil.example/?#",
                        "category",
                        HOSTILE_WORDS));
        return happened(
                        record.described(HOSTILE_WORDS),
                        done("b", 5, Kind.PAGED, HOSTILE_WORDS, ""),
                        done("c", 6, Kind.POSTMORTEM_ATTACHED, "", "javascript:alert(1)"))
                .with(details);
    }

    private static RecordSnapshot happened(RecordSnapshot record, Happening... more) {
        List<Happening> all = new ArrayList<>(record.chronicle().happenings());
        all.addAll(Arrays.asList(more));
        return record.with(new Chronicle(all));
    }

    private static Happening done(String id, int minutes, Kind kind, String what, String words) {
        return new Happening(
                id, kind, Sample.OPENED.plus(Duration.ofMinutes(minutes)), "Alice Archer", what, words, List.of());
    }

    private static Assignment assigned(Optional<Assignee> assignee) {
        return new Assignment(
                assignee, Optional.of(new AssignmentGroup("287ebd7da9fe198100f92cc8d1d2154e", "Network")));
    }

    private static String alice() {
        return "5137153cc611227c000bbd1bd8cd2005";
    }
}
