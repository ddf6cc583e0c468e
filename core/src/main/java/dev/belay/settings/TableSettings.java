package dev.belay.settings;

import dev.belay.card.CardLayout;
import java.util.Optional;
import java.util.Set;

/**
 * What an installation decided about the records of one table.
 *
 * @param assigneeField the field that tells who has a record, and that Acknowledge, Take over and Hand over write: a reference to a
 *     user
 * @param card what its cards show
 * @param postmortem what becomes of a postmortem's address
 */
public record TableSettings(TableStates states, String assigneeField, CardLayout card, Postmortem postmortem) {
    /** The field that ServiceNow itself has for it. */
    public static final String ASSIGNED_TO = "assigned_to";

    /**
     * What becomes of a postmortem's address.
     *
     * @param field the record's field that it is written into, where there is one
     * @param hosts the hosts that it may lead to, in lower case; any where none is named
     */
    public record Postmortem(Optional<String> field, Set<String> hosts) {
        /** It is told in a work note alone, and may lead anywhere. */
        public static final Postmortem NOTED = new Postmortem(Optional.empty(), Set.of());

        public Postmortem {
            hosts = Set.copyOf(hosts);
        }
    }

    /** What holds for a table of which the document says nothing. */
    public static TableSettings usual(String table) {
        return new TableSettings(TableStates.shipped(table), ASSIGNED_TO, CardLayout.USUAL, Postmortem.NOTED);
    }

    /** The same with something else that becomes of a postmortem's address. */
    public TableSettings with(Postmortem next) {
        return new TableSettings(states, assigneeField, card, next);
    }
}
