package dev.belay.servicenow;

import dev.belay.cache.ExpiringCache;
import dev.belay.failure.Rejected;
import dev.belay.record.JournalEntry;
import dev.belay.record.Journals;
import dev.belay.record.RecordRef;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import dev.belay.servicenow.table.UserName;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ServiceNow's journals, read entry by entry: the whole text of a journal may hold lines that pass for the heads of entries. An entry
 * names its author by {@code user_name}; what they are called is asked once an hour at most.
 */
public final class ServiceNowJournals implements Journals {
    private static final String TABLE = "sys_journal_field";
    private static final String NOTE = "work_notes";
    private static final String COMMENT = "comments";
    private static final List<String> FIELDS =
            List.of("sys_id", "element_id", "element", "value", "sys_created_by", "sys_created_on");
    private static final String USERS = "sys_user";
    private static final List<String> USER_FIELDS = List.of("user_name", "name");
    private static final Duration NAMES = Duration.ofHours(1);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final TableApi api;
    private final Map<String, RecordFields> tables;
    private final ExpiringCache<String, String> names;

    /** @param tables whose records may be read */
    public ServiceNowJournals(
            TableApi api, ServiceNowSettings settings, Map<String, TableSettings> tables, Clock clock) {
        this.api = api;
        this.tables = RecordFields.of(settings, tables);
        this.names = new ExpiringCache<>(clock, NAMES);
    }

    @Override
    public List<JournalEntry> since(RecordRef record, Instant from, boolean comments) {
        RecordFields.among(tables, record.table());
        EncodedQuery query = EncodedQuery.where("element_id", record.sysId())
                .and(comments ? "elementIN" + NOTE + "," + COMMENT : "element=" + NOTE)
                .andSince("sys_created_on", from)
                .and("ORDERBYsys_created_on");
        List<JournalEntry> entries = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Rows rows = api.rows(TABLE, query, FIELDS, page * PAGE, PAGE).holding(FIELDS);
            if (rows.hides()) {
                throw new Rejected(TableApi.SYSTEM, "rows of " + TABLE + " are hidden from the integration user");
            }
            rows.list().stream()
                    .filter(row -> is(row, record, from, comments))
                    .map(this::entry)
                    .forEach(entries::add);
            if (rows.last()) {
                break;
            }
        }
        return entries;
    }

    /** Proved again: an instance ignores the parts of a query that it does not understand. */
    private static boolean is(Row row, RecordRef record, Instant from, boolean comments) {
        String element = row.text("element");
        return row.text("element_id").equals(record.sysId().value())
                && (element.equals(NOTE) || (comments && element.equals(COMMENT)))
                && !at(row).plusSeconds(1).isBefore(from);
    }

    private static Instant at(Row row) {
        return row.time("sys_created_on").orElseThrow(() -> row.unreadable("sys_created_on", "not a time"));
    }

    private JournalEntry entry(Row row) {
        String user = row.text("sys_created_by");
        return new JournalEntry(
                row.sysId("sys_id").value(),
                row.text("element").equals(COMMENT),
                user,
                names.get(user, this::name),
                row.text("value"),
                at(row));
    }

    /** By the user's name only where that can be read; else by what the journal says. */
    private String name(String user) {
        return UserName.isPlain(user) ? shown(user).orElse(user) : user;
    }

    private Optional<String> shown(String user) {
        return api.rows(USERS, EncodedQuery.where("user_name", new UserName(user)), USER_FIELDS, 0, 2).list().stream()
                .filter(row -> row.shown("user_name").filter(user::equals).isPresent())
                .flatMap(row -> row.shown("name").stream())
                .findFirst();
    }
}
