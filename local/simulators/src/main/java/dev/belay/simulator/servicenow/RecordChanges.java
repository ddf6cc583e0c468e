package dev.belay.simulator.servicenow;

import dev.belay.simulator.control.Changes;
import dev.belay.simulator.servicenow.table.Attachments;
import dev.belay.simulator.servicenow.table.Change;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tasks;

/** Tells the change feed of each record that people see otherwise: its fields, its journal or its attachments. */
final class RecordChanges implements Change.Rule {
    private final Changes changes;

    RecordChanges(Changes changes) {
        this.changes = changes;
    }

    /** The kind is the table. */
    @Override
    public void after(Change change) {
        Row row = change.row();
        if (Tasks.isTask(row.table())) {
            changes.tell(new Changes.Subject(row.table(), row.sysId()));
        } else if (row.table().equals(Attachments.TABLE)) {
            changes.tell(new Changes.Subject(row.value("table_name"), row.value("table_sys_id")));
        }
    }
}
