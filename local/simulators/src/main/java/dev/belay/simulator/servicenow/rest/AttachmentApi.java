package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.servicenow.query.Matching;
import dev.belay.simulator.servicenow.table.Attachments;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Written;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Attachment API (ServiceNow documentation, "Attachment API"): what is attached is read and written as bytes. Who may not see or change
 * a record sees no attachment of it and adds none. What an instance answers to a file above {@code com.glide.attachment.max_size} is not
 * documented; here it is 413, and 403 for an ending that {@code glide.attachment.extensions} does not list.
 */
public final class AttachmentApi {
    static final String NAME = "attachment";

    /** Those of its fields that somebody here asks for; a real instance shows some more. */
    private static final List<String> SHOWN = List.of(
            "sys_id",
            "file_name",
            "size_bytes",
            "content_type",
            "table_name",
            "table_sys_id",
            "sys_created_by",
            "sys_created_on");

    private static final Pattern PATH = Pattern.compile("/api/now/(?:v1/)?attachment(?:/([0-9a-f]{32}|file)(/file)?)?");

    private final Tables tables;
    private final Attachments attachments;
    private final AccessControl control;

    public AttachmentApi(Tables tables, Attachments attachments, AccessControl control) {
        this.tables = tables;
        this.attachments = attachments;
        this.control = control;
    }

    static boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    Response answer(Request request, Caller caller, String url) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Answers.noResource();
        }
        String what = path.group(1);
        if (what == null) {
            return request.method().equals("GET") ? list(request, caller, url) : Answers.notAllowed(request.method());
        }
        if (what.equals("file")) {
            return request.method().equals("POST")
                    ? attach(request, caller, url)
                    : Answers.notAllowed(request.method());
        }
        return tables.row(Attachments.TABLE, what)
                .filter(row -> sees(caller, row))
                .map(row -> one(request, caller, row, path.group(2) != null, url))
                .orElseGet(Answers::noRecord);
    }

    private boolean sees(Caller caller, Row attachment) {
        return control.mayRead(caller, attachment)
                && tables.row(attachment.value("table_name"), attachment.value("table_sys_id"))
                        .filter(record -> control.mayRead(caller, record))
                        .isPresent();
    }

    private Response one(Request request, Caller caller, Row row, boolean bytes, String url) {
        return switch (request.method()) {
            case "GET" ->
                bytes
                        ? file(row)
                        : Answers.result(200, json(request, caller, url).of(row));
            case "DELETE" -> {
                var _ = tables.delete(Attachments.TABLE, row.sysId(), caller.userName());
                yield Response.empty(204);
            }
            default -> Answers.notAllowed(request.method());
        };
    }

    private Response file(Row row) {
        return new Response(
                200,
                Map.of("Content-Type", row.value("content_type"), "X-Attachment-Metadata", "{}"),
                attachments.bytes(row.sysId()));
    }

    private Response list(Request request, Caller caller, String url) {
        RowList list = new RowList(tables, caller, request, Attachments.TABLE, Matching.LENIENT, false, Set.of());
        RowJson json = json(request, caller, url);
        List<Map<String, Object>> rows = list.page().stream()
                .filter(row -> sees(caller, row))
                .map(json::of)
                .toList();
        return Answers.result(200, rows);
    }

    private Response attach(Request request, Caller caller, String url) {
        Map<String, String> query = request.query();
        String table = query.getOrDefault("table_name", "");
        String name = query.getOrDefault("file_name", "");
        String type = request.header("content-type").orElse("");
        if (table.isEmpty() || name.isEmpty() || type.isEmpty()) {
            return Answers.unreadable("table_name, table_sys_id, file_name and Content-Type are needed");
        }
        if (tables.table(table).isEmpty()) {
            return Answers.invalidTable(table);
        }
        Optional<Row> record =
                tables.row(table, query.getOrDefault("table_sys_id", "")).filter(row -> control.mayRead(caller, row));
        if (record.isEmpty()) {
            return Answers.noRecord();
        }
        if (!control.mayAttach(caller, table)) {
            return Answers.refused("ACL Exception Insert Failed due to security constraints");
        }
        return attachments
                .refusal(name, request.body().length)
                .map(status -> Answers.error(status, "Operation Failed", "the attachment is not allowed"))
                .orElseGet(() -> made(request, caller, record.get(), name, type, url));
    }

    private Response made(Request request, Caller caller, Row record, String name, String type, String url) {
        Written written = attachments.attach(record, name, type, request.body(), caller.userName());
        return written instanceof Written.Done(Row row)
                ? Answers.result(201, json(request, caller, url).of(row))
                        .with("Location", url + "/api/now/attachment/" + row.sysId())
                : Answers.refused("Operation against file was aborted by Business Rule");
    }

    private RowJson json(Request request, Caller caller, String url) {
        String fields = "sysparm_fields=" + String.join(",", SHOWN);
        Request asked = new Request(request.method(), request.path(), fields, request.headers(), new byte[0]);
        return new RowJson(tables, control, caller, asked, url, ZoneOffset.UTC);
    }
}
