package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.servicenow.outage.Outage;
import dev.belay.simulator.servicenow.table.Attachments;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Tables.Step;
import dev.belay.simulator.servicenow.table.Tasks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user may see and write. The integration user reads and writes the fields that infra/servicenow/README.md grants it, as on a
 * hardened instance; whatever else it asks for is left out without a word (ServiceNow documentation, "REST API", "REST API table
 * access"). Everybody else sees all but what was hidden.
 */
public final class AccessControl {
    /** A column or a record that a user does not see. */
    private record Hidden(String user, String table, String what) {}

    /**
     * The tables that only these roles read as shipped ("MID Server ECC Queue", roles required; the log of outbound requests and
     * business rules are administrators').
     */
    private static final Map<String, Set<String>> READERS = Map.of(
            "sys_outbound_http_log", Set.of("admin"),
            "ecc_queue", Set.of("admin", "mid_server"),
            "ecc_agent", Set.of("admin", "mid_server"),
            "sys_script", Set.of("admin", "business_rule_admin"));

    private final Tables tables;
    private final Outage outage;
    private final Set<Hidden> fields = new HashSet<>();
    private final Set<Hidden> rows = new HashSet<>();
    private final Set<String> hiddenTables = new HashSet<>();
    private final Map<String, Grants> grants = new HashMap<>();
    private final Set<String> withheld = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private boolean silent;

    public AccessControl(Tables tables, Outage outage) {
        this.tables = tables;
        this.outage = outage;
    }

    /** Hides a column from a user, also where a dot-walked path leads to it. */
    public synchronized void hideField(String userName, String table, String column) {
        fields.add(new Hidden(userName, table, column));
    }

    /** Hides a record from a user, who then can neither read nor write it. */
    public synchronized void hideRecord(String userName, String table, String sysId) {
        rows.add(new Hidden(userName, table, sysId));
    }

    /** Hides all rows of a table from the integration user, as a read ACL that grants it nothing: they are left out without a word. */
    public synchronized void hideTable(String table, boolean hidden) {
        if (hidden) {
            hiddenTables.add(table);
        } else {
            hiddenTables.remove(table);
        }
    }

    /** Leaves a user no more than the grants of infra/servicenow/README.md. */
    public synchronized void harden(String userName) {
        grants.put(userName, Grants.ofReadme());
    }

    /** Grants a hardened user more fields of a table, to read and to write. */
    public synchronized void allow(String userName, String table, Set<String> read, Set<String> write) {
        grants.computeIfPresent(userName, (name, granted) -> granted.and(table, read, write));
    }

    /** Takes the right to read a table from a hardened user. */
    public synchronized void withdraw(String userName, String table) {
        grants.computeIfPresent(userName, (name, granted) -> granted.without(table));
    }

    /** Whether a table that a user may not read is empty to them, rather than refused. */
    public synchronized void hideTables(boolean quietly) {
        silent = quietly;
    }

    /** Whether a request for rows of a table is refused outright. */
    synchronized boolean refuses(Caller caller, String table) {
        return !silent && !mayReadTable(caller, table);
    }

    private boolean mayReadTable(Caller caller, String table) {
        Set<String> readers = READERS.getOrDefault(table, Set.of());
        return readers.isEmpty()
                || Optional.ofNullable(grants.get(caller.userName()))
                        .map(granted -> granted.mayRead(table))
                        .orElseGet(() -> holdsAny(caller, readers));
    }

    /** Lets a user read and write whatever people may, as the role itil does on an instance that is not hardened. */
    public synchronized void soften(String userName) {
        grants.remove(userName);
    }

    /** The fields, such as {@code incident.resolved_at}, that a hardened user asked for without a grant. */
    public synchronized Set<String> withheld() {
        return Set.copyOf(withheld);
    }

    /** The fields, such as {@code incident.state}, that hardened users wrote. */
    public synchronized Set<String> written() {
        return Set.copyOf(written);
    }

    synchronized boolean mayRead(Caller caller, List<Step> path) {
        List<String> missing = Optional.ofNullable(grants.get(caller.userName())).stream()
                .flatMap(all -> path.stream()
                        .filter(step -> !all.mayRead(step.table(), step.column().name())))
                .map(step -> step.table() + "." + step.column().name())
                .toList();
        withheld.addAll(missing);
        return missing.isEmpty()
                && path.stream()
                        .noneMatch(step -> fields.contains(new Hidden(
                                caller.userName(), step.table(), step.column().name())));
    }

    synchronized boolean mayRead(Caller caller, Row row) {
        boolean journalHidden =
                caller.application() && row.table().equals("sys_journal_field") && outage.isJournalUnreadable();
        boolean tableHidden = caller.application() && hiddenTables.contains(row.table());
        return !journalHidden
                && !tableHidden
                && mayReadTable(caller, row.table())
                && !rows.contains(new Hidden(caller.userName(), row.table(), row.sysId()));
    }

    /** Everyone here may open and change incidents and other tasks; users, roles and deletions are an administrator's. */
    boolean mayUpdate(Caller caller, String table) {
        return Tasks.isTask(table) || isAdministrator(caller);
    }

    /** Whoever may change a record may attach to it; one who was granted no more than some fields needs that too. */
    synchronized boolean mayAttach(Caller caller, String table) {
        return mayUpdate(caller, table)
                && mayCreate(caller, Attachments.TABLE)
                && mayWrite(caller, Attachments.TABLE, "file_name");
    }

    /** As {@link #mayUpdate}, but for one who was granted no more than some fields. */
    synchronized boolean mayInsert(Caller caller, String table) {
        return mayUpdate(caller, table) && mayCreate(caller, table);
    }

    private boolean mayCreate(Caller caller, String table) {
        Grants granted = grants.get(caller.userName());
        return granted == null || granted.mayCreate(table);
    }

    boolean mayDelete(Caller caller) {
        return isAdministrator(caller);
    }

    synchronized boolean mayWrite(Caller caller, String table, String column) {
        Grants granted = grants.get(caller.userName());
        if (granted != null && granted.mayWrite(table, column)) {
            written.add(table + "." + column);
        }
        return granted == null || granted.mayWrite(table, column);
    }

    private boolean isAdministrator(Caller caller) {
        return holdsAny(caller, Set.of("admin"));
    }

    private boolean holdsAny(Caller caller, Set<String> roles) {
        return tables.rows("sys_user_has_role").stream()
                .filter(row -> row.value("state").equals("active"))
                .filter(row -> tables.read(row, "user.user_name").equals(caller.userName()))
                .anyMatch(row -> roles.contains(tables.read(row, "role.name")));
    }
}
