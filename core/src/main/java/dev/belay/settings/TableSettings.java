package dev.belay.settings;

import java.util.Optional;
import java.util.Set;

/**
 * What an installation decided about the records of one table.
 *
 * @param postmortem what becomes of a postmortem's address
 */
public record TableSettings(Postmortem postmortem) {
    /** What holds for a table that the document does not name. */
    public static final TableSettings DEFAULT = new TableSettings(new Postmortem(Optional.empty(), Set.of()));

    /**
     * What becomes of a postmortem's address.
     *
     * @param field the record's field that it is written into, where there is one
     * @param hosts the hosts that it may lead to, in lower case; any where none is named
     */
    public record Postmortem(Optional<String> field, Set<String> hosts) {
        public Postmortem {
            hosts = Set.copyOf(hosts);
        }
    }
}
