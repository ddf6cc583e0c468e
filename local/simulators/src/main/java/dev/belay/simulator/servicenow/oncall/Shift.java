package dev.belay.simulator.servicenow.oncall;

import java.time.Instant;
import java.util.List;

/**
 * A time in which people are on call for a group.
 *
 * @param group the sys_id of the group
 * @param rota the sys_id of the shift ({@code cmn_rota})
 * @param roster the sys_id of the roster ({@code cmn_rota_roster})
 * @param users their sys_ids, in the order in which they are asked
 */
public record Shift(String group, String rota, String roster, Instant from, Instant until, List<String> users) {
    public Shift {
        users = List.copyOf(users);
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
