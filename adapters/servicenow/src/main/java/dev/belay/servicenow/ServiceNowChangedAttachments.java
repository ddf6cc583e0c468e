package dev.belay.servicenow;

import dev.belay.failure.Rejected;
import dev.belay.reconcile.ChangedAttachments;
import dev.belay.reconcile.Position;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many attachments at once, as rows of {@code sys_attachment} over the Table API, which counts what it does not show; the Attachment API
 * counts nothing. As with records each row is proved again.
 */
public final class ServiceNowChangedAttachments implements ChangedAttachments {
    private static final String TABLE = "sys_attachment";
    private static final String ID = "sys_id";
    private static final String CREATED = "sys_created_on";
    private static final String UPDATED = "sys_updated_on";
    private static final List<String> FIELDS =
            List.of(ID, "file_name", "table_name", "table_sys_id", "sys_created_by", CREATED, UPDATED);

    /** So many pages of hidden rows are passed over before it is a matter of rights. */
    private static final int MOST_HIDDEN_PAGES = 50;

    private final TableApi api;
    private final ServiceNowSettings settings;

    public ServiceNowChangedAttachments(TableApi api, ServiceNowSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    @Override
    public Page changed(Set<String> tables, Position from) {
        return page(inTables(tables.stream()), record -> tables.contains(record.table()), from);
    }

    @Override
    public Page of(Set<RecordRef> records, Position from) {
        String condition = inTables(records.stream().map(RecordRef::table))
                + "^table_sys_idIN"
                + records.stream()
                        .map(record -> record.sysId().value())
                        .sorted()
                        .collect(Collectors.joining(","));
        return page(condition, records::contains, from);
    }

    /** A picture of one of a record's fields has the record's key too, and a table's name of its own: {@code ZZ_YYincident}. */
    private static String inTables(Stream<String> tables) {
        return "table_nameIN" + tables.distinct().sorted().collect(Collectors.joining(","));
    }

    private Page page(String condition, Predicate<RecordRef> asked, Position from) {
        EncodedQuery query = Keyset.behind(UPDATED, from, condition);
        for (int page = 0; page < MOST_HIDDEN_PAGES; page++) {
            Rows rows = api.rows(TABLE, query, FIELDS, page * PAGE, PAGE);
            if (!rows.list().isEmpty() || rows.last()) {
                return page(rows, asked, from);
            }
        }
        throw new Rejected(TableApi.SYSTEM, "too many changed attachments are hidden from the integration user");
    }

    private Page page(Rows rows, Predicate<RecordRef> asked, Position from) {
        List<Attached> attachments = new ArrayList<>();
        Position reached = from;
        for (Row row : rows.list()) {
            Attached attached = attached(row.with(FIELDS));
            if (!reached.isBefore(attached.at(), attached.id()) || !asked.test(attached.record())) {
                throw new Rejected(
                        TableApi.SYSTEM,
                        TABLE
                                + " returned rows that were not asked for, or out of order: part of the query was ignored,"
                                + " or the time zone of the integration user is not GMT");
            }
            reached = Position.behind(attached.at(), attached.id());
            attachments.add(attached);
        }
        return new Page(attachments, reached, Keyset.isLast(rows));
    }

    private Attached attached(Row row) {
        SysId id = row.sysId(ID);
        RecordRef record = new RecordRef(row.text("table_name").toLowerCase(Locale.ROOT), row.sysId("table_sys_id"));
        return new Attached(
                id, record, ServiceNowAttachments.own(row, settings), time(row, CREATED), time(row, UPDATED));
    }

    private static Instant time(Row row, String field) {
        return row.time(field).orElseThrow(() -> row.unreadable(field, "missing, or no time"));
    }
}
