package dev.belay.servicenow;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.failure.CallEffect;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.Attachment;
import dev.belay.file.Attachments;
import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.NamedFile;
import dev.belay.file.Uploaded;
import dev.belay.http.HttpStreams.Opened;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.TableApi;
import dev.belay.servicenow.table.TableResponse;
import dev.belay.settings.ServiceNowSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attachments of ServiceNow's records over the Attachment API, as the integration user (ServiceNow documentation, "Attachment API").
 * Their bytes stream: neither side's memory holds a file.
 */
public final class ServiceNowAttachments implements Attachments {
    private static final String NAME = "attachment";
    private static final String PATH = "/api/now/attachment";
    private static final Pattern TAG = Pattern.compile("\\((bly-[a-z2-9]{12})\\)");
    private static final List<String> FIELDS = List.of(
            "sys_id", "file_name", "size_bytes", "content_type", "table_name", "table_sys_id", "sys_created_by");

    private final TableApi api;
    private final ServiceNowSettings settings;

    public ServiceNowAttachments(TableApi api, ServiceNowSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    @Override
    public Optional<Attachment> find(SysId attachment) {
        TableResponse response = api.get(NAME, PATH + "/" + attachment);
        return response.isMissing()
                ? Optional.empty()
                : Optional.of(response.as(JsonObject.class)).map(found -> attachment(new Row(NAME, found)));
    }

    private Attachment attachment(Row row) {
        String name = row.with(FIELDS).text("file_name");
        SysId id = row.sysId("sys_id");
        return new Attachment(
                id,
                new RecordRef(row.text("table_name").toLowerCase(Locale.ROOT), row.sysId("table_sys_id")),
                new NamedFile(FileName.of(name), row.text("content_type"), row.number("size_bytes")),
                row.text("sys_created_by"),
                own(row, settings),
                settings.url() + "/sys_attachment.do?sys_id=" + id);
    }

    /** The reference in its name, where our own user attached it. */
    static Optional<String> own(Row row, ServiceNowSettings settings) {
        Matcher tag = TAG.matcher(row.text("file_name"));
        return row.text("sys_created_by").equals(settings.user()) && tag.find()
                ? Optional.of(tag.group(1))
                : Optional.empty();
    }

    /** Each row is proved again: the instance ignores the parts of a query that it does not understand and answers the rest. */
    @Override
    public Optional<SysId> findOwn(RecordRef record, NoteReference reference) {
        EncodedQuery query = EncodedQuery.where("table_sys_id", record.sysId())
                .andContains("file_name", reference)
                .and("ORDERBYDESCsys_created_on");
        TableResponse response =
                api.get(NAME, PATH + "?sysparm_limit=100&sysparm_query=" + TableApi.encoded(query.text()));
        return response.as(JsonArray.class).stream()
                .filter(JsonObject.class::isInstance)
                .map(row -> attachment(new Row(NAME, (JsonObject) row)))
                .filter(found -> found.record().equals(record)
                        && found.own().filter(reference.value()::equals).isPresent())
                .map(Attachment::id)
                .findFirst();
    }

    @Override
    public Uploaded read(Attachment attachment, Function<FileBytes, Uploaded> reader) {
        return api.stream(NAME, PATH + "/" + attachment.id() + "/file", opened -> switch (opened) {
            case Opened.Nothing(String why) -> throw CallEffect.READ.answerLost(TableApi.SYSTEM, what(why));
            case Opened.Body body -> read(attachment, body, reader);
        });
    }

    private static Uploaded read(Attachment attachment, Opened.Body body, Function<FileBytes, Uploaded> reader) {
        long expected = attachment.file().bytes();
        if (body.status() == 404 || body.status() == 403) {
            return new Uploaded.Refused(FileRefusal.UNREADABLE);
        }
        boolean isPage = body.isHtml() && body.length() != expected;
        if (body.status() != 200 || isPage) {
            throw new Unavailable(
                    TableApi.SYSTEM, what("HTTP " + body.status() + (isPage ? ", a page" : "")), Optional.empty());
        }
        return body.length() >= 0 && body.length() != expected
                ? new Uploaded.Refused(FileRefusal.CHANGED)
                : reader.apply(new FileBytes(body.bytes(), expected));
    }

    private static String what(String why) {
        return "GET " + NAME + ": " + why;
    }

    @Override
    public Uploaded attach(RecordRef record, NamedFile file, FileBytes bytes) {
        String path = PATH + "/file?table_name=" + record.table() + "&table_sys_id=" + record.sysId() + "&file_name="
                + TableApi.encoded(file.name().value());
        TableResponse response = api.post(NAME, path, file.type(), bytes);
        Optional<FileRefusal> refusal = response.fileRefusal();
        if (refusal.isPresent()) {
            return new Uploaded.Refused(refusal.get());
        }
        return new Uploaded.Stored(id(response.as(JsonObject.class)).value());
    }

    /** It was written; what the answer lacks is no refusal, and is settled by looking. */
    private static SysId id(JsonObject made) {
        try {
            return new Row(NAME, made).sysId("sys_id");
        } catch (Rejected e) {
            throw new OutcomeUnknown(TableApi.SYSTEM, "POST " + NAME + ": the answer names no attachment");
        }
    }
}
