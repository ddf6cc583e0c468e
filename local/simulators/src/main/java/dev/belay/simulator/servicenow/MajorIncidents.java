package dev.belay.simulator.servicenow;

import dev.belay.simulator.servicenow.oncall.OnCall;
import dev.belay.simulator.servicenow.table.Change;
import dev.belay.simulator.servicenow.table.Moments;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Written;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people do with major incidents by the buttons of a form (ServiceNow documentation, "Accept or reject a major incident candidate",
 * "Create a major incident", "Demote a major incident", "Major incident assignment").
 */
public final class MajorIncidents {
    private static final Set<String> MANAGERS = Set.of("major_incident_manager", "mim_manager", "sn_mim_admin");
    private static final Set<String> PROPOSERS = Set.of("itil", "sn_incident_write", "admin");
    private static final Set<String> OVER = Set.of("6", "7", "8");

    private final Tables tables;
    private final People people;
    private final OnCall onCall;
    private final Clock clock;
    private volatile String group = "";
    private volatile boolean promotingByWriting;

    MajorIncidents(Tables tables, People people, OnCall onCall, Clock clock) {
        this.tables = tables;
        this.people = people;
        this.onCall = onCall;
        this.clock = clock;
        tables.after(this::written);
    }

    /** Sets the property {@code sn_major_inc_mgmt.major_incident_management_group}: the sys_id of a group, or nothing. */
    public void group(String sysId) {
        group = sysId;
    }

    /**
     * Whether an incident whose {@code major_incident_state} is written as accepted, by the Table API or otherwise, is assigned as the button
     * assigns it. Nothing says that a bare write does, so it does not unless this is set.
     */
    public void promotingByWriting(boolean on) {
        promotingByWriting = on;
    }

    /** Somebody proposes an incident as a candidate. */
    public Row propose(String incident, Person by, String reason, String businessImpact) {
        Row before = open(incident);
        demand(by, PROPOSERS);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("major_incident_state", "proposed");
        fields.put("proposed_by", by.sysId());
        fields.put("proposed_on", now());
        fields.put("business_impact", businessImpact);
        fields.put("work_notes", reason);
        if (before.value("assignment_group").isEmpty() && !group.isEmpty()) {
            fields.put("assignment_group", group);
            onCall.at(clock.instant(), Set.of(group), Set.of(), Set.of()).stream()
                    .flatMap(shift -> shift.users().stream())
                    .findFirst()
                    .ifPresent(user -> fields.put("assigned_to", user));
        }
        return write(incident, fields, by);
    }

    /** A manager makes an incident, or a candidate, a major incident; it is theirs from then on. */
    public Row promote(String incident, Person by, String workNotes, String businessImpact) {
        Row before = open(incident);
        demand(by, MANAGERS);
        Map<String, String> fields = new LinkedHashMap<>(promoted(before, by.sysId()));
        fields.put("major_incident_state", "accepted");
        fields.put("business_impact", businessImpact);
        fields.put("work_notes", workNotes);
        return write(incident, fields, by);
    }

    /** A manager rejects a candidate; the incident goes on as it was. */
    public Row reject(String incident, Person by, String reason) {
        return decide(incident, by, "proposed", "rejected", reason);
    }

    /** A manager makes a major incident an ordinary one again. */
    public Row demote(String incident, Person by, String reason) {
        return decide(incident, by, "accepted", "canceled", reason);
    }

    private Row decide(String incident, Person by, String from, String to, String reason) {
        demand(by, MANAGERS);
        Row before = known(incident);
        if (!before.value("major_incident_state").equals(from)) {
            throw new IllegalArgumentException(before.value("number") + " is not " + from);
        }
        return write(incident, Map.of("major_incident_state", to, "work_notes", reason), by);
    }

    private Map<String, String> promoted(Row before, String by) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("promoted_by", by);
        fields.put("promoted_on", now());
        fields.put("assigned_to", by);
        fields.put("assignment_group", group.isEmpty() ? before.value("assignment_group") : group);
        return fields;
    }

    private void written(Change change) {
        Row row = change.row();
        boolean accepted = row.table().equals("incident")
                && change.fields().contains("major_incident_state")
                && row.value("major_incident_state").equals("accepted")
                && row.value("promoted_by").isEmpty();
        if (promotingByWriting && accepted) {
            people.named(change.by())
                    .ifPresent(by -> tables.update("incident", row.sysId(), promoted(row, by.sysId()), by.userName()));
        }
    }

    private Row open(String incident) {
        Row row = known(incident);
        if (OVER.contains(row.value("state"))) {
            throw new IllegalArgumentException(row.value("number") + " is over");
        }
        return row;
    }

    private Row known(String incident) {
        return tables.row("incident", incident)
                .orElseThrow(() -> new IllegalArgumentException("no incident is " + incident));
    }

    private void demand(Person by, Set<String> roles) {
        List<String> held = people.roles(by);
        if (held.stream().noneMatch(roles::contains)) {
            throw new IllegalArgumentException(by.userName() + " may not: it takes one of " + roles);
        }
    }

    private Row write(String incident, Map<String, String> fields, Person by) {
        return switch (tables.update("incident", incident, fields, by.userName())) {
            case Written.Done(Row row) -> row;
            case Written.Missing() -> throw new IllegalArgumentException("no incident is " + incident);
            case Written.Refused(String detail) -> throw new IllegalArgumentException(detail);
        };
    }

    private String now() {
        return Moments.kept(clock.instant());
    }
}
