package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.servicenow.outage.Outage;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Tables.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a user may see and write: all but what was hidden, as access control rules hide it, without a word. */
public final class AccessControl {
    /** A column or a record that a user does not see. */
    private record Hidden(String user, String table, String what) {}

    private final Tables tables;
    private final Outage outage;
    private final Set<Hidden> fields = new HashSet<>();
    private final Set<Hidden> rows = new HashSet<>();

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

    synchronized boolean mayRead(Caller caller, List<Step> path) {
        return path.stream()
                .noneMatch(step -> fields.contains(new Hidden(
                        caller.userName(), step.table(), step.column().name())));
    }

    synchronized boolean mayRead(Caller caller, Row row) {
        boolean journalHidden =
                caller.application() && row.table().equals("sys_journal_field") && outage.isJournalUnreadable();
        return !journalHidden && !rows.contains(new Hidden(caller.userName(), row.table(), row.sysId()));
    }

    /** Everyone here may open and change incidents; users, roles and deletions are an administrator's. */
    boolean mayWrite(Caller caller, String table, boolean delete) {
        return (table.equals("incident") && !delete) || isAdministrator(caller);
    }

    private boolean isAdministrator(Caller caller) {
        return tables.rows("sys_user_has_role").stream()
                .filter(row -> row.value("state").equals("active"))
                .filter(row -> tables.read(row, "user.user_name").equals(caller.userName()))
                .anyMatch(row -> tables.read(row, "role.name").equals("admin"));
    }
}
