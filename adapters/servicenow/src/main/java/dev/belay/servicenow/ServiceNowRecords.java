package dev.belay.servicenow;

import com.grack.nanojson.JsonObject;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.record.NoteReference;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** ServiceNow's records, read and written over the Table API as the integration user. */
public final class ServiceNowRecords implements Records {
    private static final Pattern CODE = Pattern.compile("\\[(?=/?code)", Pattern.CASE_INSENSITIVE);

    private final TableApi api;
    private final ServiceNowSettings settings;
    private final Map<String, RecordFields> tables;
    private final Journal journal;

    /** @param tables whose records may be touched, and what was decided about them; any other table is refused */
    public ServiceNowRecords(TableApi api, ServiceNowSettings settings, Map<String, TableSettings> tables) {
        this.api = api;
        this.settings = settings;
        this.tables = RecordFields.of(settings, tables);
        this.journal = new Journal(api, settings.user());
    }

    @Override
    public Optional<RecordSnapshot> find(RecordRef ref) {
        RecordFields fields = allowed(ref);
        return api.find(ref.table(), ref.sysId(), fields.names()).map(row -> fields.snapshot(ref, row));
    }

    /** Each row is proved again: the instance ignores the parts of a query that it does not understand and answers the rest. */
    @Override
    public Optional<RecordSnapshot> findByNumber(String table, RecordNumber number) {
        RecordFields fields = allowed(RecordRef.ofNone(table));
        Rows rows = api.rows(table, EncodedQuery.where("number", number), fields.names(), 0, 2);
        List<Row> exact = rows.list().stream()
                .filter(row ->
                        row.shown("number").filter(number.value()::equals).isPresent())
                .toList();
        return exact.size() == 1 && rows.last() && !rows.hides()
                ? exact.stream()
                        .map(row -> fields.snapshot(new RecordRef(table, row.sysId("sys_id")), row))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public RecordSnapshot change(RecordRef ref, RecordChange change) {
        RecordFields fields = allowed(ref);
        JsonObject values = values(ref.table(), fields, change.fields());
        JsonObject sent = new JsonObject(values);
        sent.put("work_notes", withoutMarkup(change.note().body()));
        Row row = api.write(ref.table(), ref.sysId(), sent, fields.names());
        RecordSnapshot after = written(ref, fields, row);
        dropped(row, values).ifPresent(field -> {
            throw new PartlyTaken(after, field);
        });
        return after;
    }

    /** It was written; what the answer lacks is no refusal, and is settled by reading. */
    private static RecordSnapshot written(RecordRef ref, RecordFields fields, Row row) {
        try {
            return fields.snapshot(ref, TableApi.ours(row, ref.sysId()));
        } catch (Rejected e) {
            throw new OutcomeUnknown(
                    TableApi.SYSTEM, "PATCH " + ref.table() + ": the answer cannot be read: " + e.said());
        }
    }

    @Override
    public boolean hasNote(RecordRef ref, NoteReference reference) {
        allowed(ref);
        return journal.hasNote(ref.sysId(), reference);
    }

    @Override
    public String link(RecordRef ref) {
        return settings.url() + "/nav_to.do?uri=" + ref.table() + ".do%3Fsys_id%3D" + ref.sysId();
    }

    private static JsonObject values(String table, RecordFields fields, RecordChange.Fields set) {
        JsonObject values = new JsonObject();
        set.state().ifPresent(state -> values.put("state", code(table, fields, state)));
        set.assignee()
                .map(SysId::value)
                .ifPresent(user -> values.put(fields.table().assigneeField(), user));
        values.putAll(set.others());
        set.conversation().ifPresent(conversation -> values.putAll(conversation(fields, conversation)));
        return values;
    }

    private static Map<String, String> conversation(RecordFields fields, RecordChange.Conversation conversation) {
        Map<String, String> values = new HashMap<>();
        fields.conversationOn(conversation.platform()).ifPresent(field -> values.put(field, conversation.id()));
        fields.linkOn(conversation.platform())
                .ifPresent(field -> conversation.link().ifPresent(address -> values.put(field, address)));
        return values;
    }

    private static String code(String table, RecordFields fields, RecordState state) {
        return fields.code(state)
                .orElseThrow(() -> new Rejected(
                        TableApi.SYSTEM, "the state of " + table + " is not changed from chat to " + state.label()));
    }

    /** ServiceNow ignores a field that it does not have or that we may not write, and says nothing. */
    private static Optional<String> dropped(Row row, Map<String, Object> values) {
        return values.entrySet().stream()
                .filter(written -> !row.shown(written.getKey()).orElse("").equals(written.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A journal shows what stands between {@code [code]} tags as HTML. */
    private static String withoutMarkup(String text) {
        return CODE.matcher(text).replaceAll("[ ");
    }

    private RecordFields allowed(RecordRef ref) {
        return RecordFields.among(tables, ref.table());
    }
}
