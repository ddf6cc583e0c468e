package dev.belay.card;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the cards of a table show below their heading, in order. What is empty for a record is left out.
 *
 * @param links what follows the facts
 * @param holder what the field is called that tells who has a record, where that is another than {@code assigned_to}
 */
public record CardLayout(List<Choice> facts, List<LinkTemplate> links, Optional<String> holder) {
    /** One that the settings can choose. The priority is none of them: it stands in the heading, and nothing stands twice. */
    public sealed interface Choice {}

    /** What Belay knows how to show. */
    public enum Known implements Choice {
        STATE("state"),
        MAJOR_INCIDENT("major_incident"),
        HOLDER("holder"),
        ASSIGNED_TO("assigned_to"),
        GROUP("assignment_group"),
        SERVICE("service"),
        OPENED("opened"),
        ACKNOWLEDGED("acknowledged"),
        PAGED("paged"),
        POSTMORTEM("postmortem");

        private final String id;

        Known(String id) {
            this.id = id;
        }

        /** What the settings call it. */
        public String id() {
            return id;
        }
    }

    /**
     * A field of the table, as ServiceNow shows it.
     *
     * @param name the field, or one of what a reference leads to
     */
    public record OfField(String label, String name) implements Choice {}

    /** Everything that Belay knows, and no links. */
    public static final CardLayout USUAL = new CardLayout(List.of(Known.values()), List.of(), Optional.empty());

    /** What a record has to do with: the service where it names one, else the configuration item. */
    static final List<String> SERVICE_FIELDS = List.of("business_service.name", "cmdb_ci.name");

    /** Whom ServiceNow itself takes for the assignee, where somebody else has the record. */
    static final String ASSIGNED_TO_NAME = "assigned_to.name";

    public CardLayout {
        facts = List.copyOf(facts);
        links = List.copyOf(links);
    }

    /** The fields that a card is drawn from beyond those that every record is read with. */
    public Set<String> fields() {
        Set<String> names = new TreeSet<>();
        for (Choice choice : facts) {
            switch (choice) {
                case OfField field -> names.add(field.name());
                case Known.SERVICE -> names.addAll(SERVICE_FIELDS);
                case Known.ASSIGNED_TO -> holder.ifPresent(_ -> names.add(ASSIGNED_TO_NAME));
                case Known _ -> {}
            }
        }
        links.forEach(link -> names.addAll(link.fields()));
        return names;
    }
}
