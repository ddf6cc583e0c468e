package dev.belay.card;

import dev.belay.card.CardLayout.Known;
import dev.belay.card.CardLayout.OfField;
import dev.belay.card.Fact.Link;
import dev.belay.card.Fact.Moment;
import dev.belay.card.Fact.Part;
import dev.belay.card.Fact.Words;
import dev.belay.record.Assignee;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of one record, as its table's layout has them: what it is empty of is left out. */
final class CardFacts {
    /** Of many pages the newest tell most. */
    private static final int PAGES = 3;

    private final RecordSnapshot record;
    private final CardLayout layout;

    private CardFacts(RecordSnapshot record, CardLayout layout) {
        this.record = record;
        this.layout = layout;
    }

    static List<Fact> of(RecordSnapshot record, CardLayout layout) {
        CardFacts facts = new CardFacts(record, layout);
        return Stream.concat(layout.facts().stream().flatMap(facts::chosen), facts.links())
                .toList();
    }

    private Stream<Fact> chosen(CardLayout.Choice choice) {
        return switch (choice) {
            case OfField(String label, String name) ->
                filled(label, record.details().label(name));
            case Known known -> known(known);
        };
    }

    private Stream<Fact> known(Known known) {
        return switch (known) {
            case STATE -> Stream.of(Fact.of("State", record.stateLabel()));
            case MAJOR_INCIDENT -> major();
            case HOLDER -> layout.holder().stream().map(label -> Fact.of(label, whoHasIt()));
            case ASSIGNED_TO -> assignedTo();
            case GROUP ->
                filled("Group", record.group().map(AssignmentGroup::name).orElse(""));
            case SERVICE -> filled("Service", service());
            case OPENED ->
                Stream.of(record.openedAt()).filter(Instant.MAX::isAfter).map(at -> Fact.of("Opened", new Moment(at)));
            case ACKNOWLEDGED ->
                record.chronicle().last(Kind.ACKNOWLEDGED).stream()
                        .map(done -> Fact.of("Acknowledged", new Words(done.who() + ","), new Moment(done.at())));
            case PAGED -> paged();
            case POSTMORTEM ->
                record.chronicle().last(Kind.POSTMORTEM_ATTACHED).stream()
                        .map(Happening::words)
                        .map(address -> Fact.of("Postmortem", postmortem(address)));
        };
    }

    private Stream<Fact> major() {
        MajorIncident major = record.life().major();
        return major == MajorIncident.NONE ? Stream.of() : Stream.of(Fact.of("Major incident", major.label()));
    }

    private Stream<Fact> assignedTo() {
        return layout.holder().isEmpty()
                ? Stream.of(Fact.of("Assigned to", whoHasIt()))
                : filled("Assigned to", record.details().field(CardLayout.ASSIGNED_TO_NAME));
    }

    private String whoHasIt() {
        return record.assignee().map(Assignee::name).orElse("nobody yet");
    }

    private String service() {
        Details details = record.details();
        return CardLayout.SERVICE_FIELDS.stream()
                .map(details::field)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The newest times that people were paged or called in, oldest first, and how many there were before them. */
    private Stream<Fact> paged() {
        List<Happening> all = record.chronicle().happenings().stream()
                .filter(each -> each.kind() == Kind.PAGED || each.kind() == Kind.CALLED_IN)
                .toList();
        int before = Math.max(0, all.size() - PAGES);
        List<Fact> pages = new ArrayList<>();
        for (Happening page : all.subList(before, all.size())) {
            String what = page.what().isBlank() ? "" : page.what() + ", ";
            List<Part> parts = new ArrayList<>();
            parts.add(new Words(what + "by " + page.who() + ","));
            parts.add(new Moment(page.at()));
            if (pages.isEmpty() && before > 0) {
                parts.add(new Words("(and " + before + " before)"));
            }
            pages.add(new Fact(page.kind() == Kind.PAGED ? "Paged" : "Called in", parts));
        }
        return pages.stream();
    }

    /** What is no address that can be followed safely stays words. */
    private static Part postmortem(String address) {
        try {
            URI checked = new URI(address);
            boolean safe = "https".equals(checked.getScheme()) && checked.getHost() != null;
            return safe ? new Link(address, address) : new Words(address);
        } catch (URISyntaxException e) {
            return new Words(address);
        }
    }

    private Stream<Fact> links() {
        List<Part> parts = new ArrayList<>();
        for (LinkTemplate template : layout.links()) {
            Optional<String> address = template.address(this::field);
            if (address.isPresent()) {
                if (!parts.isEmpty()) {
                    parts.add(new Words("·"));
                }
                parts.add(new Link(template.label(), address.get()));
            }
        }
        return parts.isEmpty() ? Stream.of() : Stream.of(new Fact("Links", parts));
    }

    private String field(String name) {
        return switch (name) {
            case "number" -> record.number();
            case "sys_id" -> record.ref().sysId().value();
            default -> record.details().field(name);
        };
    }

    private static Stream<Fact> filled(String label, String words) {
        return words.isBlank() ? Stream.of() : Stream.of(Fact.of(label, words));
    }
}
