package dev.belay.simulator.servicenow.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.servicenow.outage.Outage;
import dev.belay.simulator.servicenow.outage.RateRule;
import dev.belay.simulator.servicenow.query.Matching;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Tasks;
import dev.belay.simulator.servicenow.table.Written;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The Table API (ServiceNow documentation, "Table API"): records read and written over HTTP. */
public final class TableApi {
    private final Tables tables;
    private final Access access;
    private final AccessControl control;
    private final Outage outage;
    private final RateRule rateRule;
    private final OnCallApi onCall;
    private final AttachmentApi attachments;
    private volatile String url = "";
    private volatile ZoneId zone = ZoneId.of("America/Los_Angeles");
    private volatile boolean invalidFindsNothing;
    private volatile Matching matching = Matching.LENIENT;
    private volatile boolean bodyNeeded;
    private final Set<String> unqueried = ConcurrentHashMap.newKeySet();

    public TableApi(
            Tables tables,
            Access access,
            AccessControl control,
            Outage outage,
            RateRule rateRule,
            OnCallApi onCall,
            AttachmentApi attachments) {
        this.attachments = attachments;
        this.tables = tables;
        this.access = access;
        this.control = control;
        this.outage = outage;
        this.rateRule = rateRule;
        this.onCall = onCall;
    }

    /** Sets the address that links begin with. */
    public void url(String address) {
        url = address;
    }

    /** Sets the time zone in which display values show moments. */
    public void zone(ZoneId shown) {
        zone = shown;
    }

    /** Sets the property {@code glide.invalid_query.returns_no_rows}, which is off by default. */
    public void invalidQueryReturnsNoRows(boolean on) {
        invalidFindsNothing = on;
    }

    /**
     * A condition on this field, such as {@code role.name}, is dropped from every query as one on a field that does not exist is, or is
     * heeded again.
     */
    public void dropFromQueries(String field, boolean dropped) {
        if (dropped) {
            unqueried.add(field);
        } else {
            unqueried.remove(field);
        }
    }

    /** Sets how values of encoded queries are compared. */
    public void matching(Matching how) {
        matching = how;
    }

    /** Sets whether a write without a body is refused: the documentation of the Table API neither demands one nor says what none means. */
    public void needsBody(boolean needed) {
        bodyNeeded = needed;
    }

    /** Answers one request. */
    public Response answer(Request request) {
        Optional<Caller> caller = access.caller(request);
        if (caller.isEmpty()) {
            return Answers.unauthenticated();
        }
        if (!caller.get().application()) {
            return admitted(request, caller.get());
        }
        return rateRule.mark(rateRule.refusal().orElseGet(() -> admitted(request, caller.get())));
    }

    private Response admitted(Request request, Caller caller) {
        if (OnCallApi.PATH.equals(request.path())) {
            return onCall.answer(request).with("X-Is-Logged-In", "true");
        }
        if (AttachmentApi.isAt(request.path())) {
            return attachments.answer(request, caller, url).with("X-Is-Logged-In", "true");
        }
        Response answer = TableAddress.of(request.path())
                .map(address -> badHeaders(request).orElseGet(() -> addressed(request, caller, address)))
                .orElseGet(Answers::noResource);
        boolean silent = !request.method().equals("GET")
                && request.header("x-no-response-body").orElse("").equals("true")
                && answer.status() < 300;
        return (silent ? new Response(answer.status(), answer.headers(), new byte[0]) : answer)
                .with("X-Is-Logged-In", "true");
    }

    /**
     * An Accept header that names no JSON is refused; none at all means anything (RFC 9110, section 12.5.1), although the Table API's page
     * calls it required: ServiceNow's own asynchronous client sends none (github.com/ServiceNow/PySNC, pysnc/asyncio/client.py,
     * AsyncTableAPI: requests of its own, without the client's headers).
     */
    private Optional<Response> badHeaders(Request request) {
        String accept = request.header("accept").orElse("");
        if (!accept.isBlank()
                && !accept.contains("application/json")
                && !accept.contains("*/*")
                && !accept.contains("application/*")) {
            return Optional.of(Answers.error(406, "Not acceptable", accept));
        }
        return List.of("POST", "PUT", "PATCH").contains(request.method()) ? badContent(request) : Optional.empty();
    }

    /** A write with a body needs a Content-Type (ServiceNow documentation, "REST API"). */
    private Optional<Response> badContent(Request request) {
        String type = request.header("content-type").orElse("");
        if (bodyNeeded && request.text().isBlank()) {
            return Optional.of(Answers.unreadable("the request has no body"));
        }
        if (type.isBlank() && !request.text().isBlank()) {
            return Optional.of(Answers.error(400, "Required header missing", "Content-Type"));
        }
        return type.isBlank() || type.startsWith("application/json")
                ? Optional.empty()
                : Optional.of(Answers.error(415, "Unsupported media type", type));
    }

    private Response addressed(Request request, Caller caller, TableAddress address) {
        if (tables.table(address.table()).isEmpty()) {
            return Answers.invalidTable(address.table());
        }
        return address.sysId()
                .map(sysId -> record(request, caller, address.table(), sysId))
                .orElseGet(() -> collection(request, caller, address));
    }

    private Response collection(Request request, Caller caller, TableAddress address) {
        if (request.method().equals("GET") && control.refuses(caller, address.table())) {
            return Answers.error(403, "Insufficient rights to query records", null);
        }
        return switch (request.method()) {
            case "GET" -> list(request, caller, address);
            case "POST" -> insert(request, caller, address);
            default -> Answers.notAllowed(request.method());
        };
    }

    private Response record(Request request, Caller caller, String table, String sysId) {
        Optional<Row> row = tables.row(table, sysId).filter(found -> visible(caller, found));
        if (row.isEmpty()) {
            return Answers.noRecord();
        }
        return switch (request.method()) {
            case "GET" -> Answers.result(200, json(request, caller).of(row.get()));
            case "PATCH", "PUT" -> update(request, caller, row.get());
            case "DELETE" -> delete(caller, row.get());
            default -> Answers.notAllowed(request.method());
        };
    }

    private Response list(Request request, Caller caller, TableAddress address) {
        RowList list = new RowList(tables, caller, request, address.table(), matching, invalidFindsNothing, unqueried);
        RowJson json = json(request, caller);
        List<Map<String, Object>> rows = list.page().stream()
                .filter(row -> visible(caller, row))
                .map(json::of)
                .toList();
        return rows.isEmpty() && address.firstVersion()
                ? Answers.noRecord()
                : list.described(Answers.result(200, rows), url + request.path());
    }

    private Response insert(Request request, Caller caller, TableAddress address) {
        if (!control.mayInsert(caller, address.table())) {
            return Answers.refused("ACL Exception Insert Failed due to security constraints");
        }
        try {
            Written written =
                    tables.insert(address.table(), fields(request, caller, address.table()), caller.userName());
            return written instanceof Written.Done(Row row)
                    ? Answers.result(201, json(request, caller).of(row))
                            .with("Location", url + address.prefix() + address.table() + "/" + row.sysId())
                    : written(request, caller, written);
        } catch (JsonParserException e) {
            return Answers.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Response update(Request request, Caller caller, Row row) {
        if (!control.mayUpdate(caller, row.table())) {
            return Answers.refused("ACL Exception Update Failed due to security constraints");
        }
        try {
            Map<String, String> fields = fields(request, caller, row.table());
            return written(request, caller, tables.update(row.table(), row.sysId(), fields, caller.userName()));
        } catch (JsonParserException e) {
            return Answers.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Response delete(Caller caller, Row row) {
        if (!control.mayDelete(caller)) {
            return Answers.refused("ACL Exception Delete Failed due to security constraints");
        }
        return tables.delete(row.table(), row.sysId(), caller.userName()) instanceof Written.Done
                ? Response.empty(204)
                : Answers.noRecord();
    }

    private Response written(Request request, Caller caller, Written written) {
        return switch (written) {
            case Written.Done(Row row) ->
                Answers.result(200, json(request, caller).of(row));
            case Written.Missing() -> Answers.noRecord();
            case Written.Refused(String detail) -> Answers.refused(detail);
        };
    }

    private boolean visible(Caller caller, Row row) {
        boolean early = caller.application() && Tasks.isTask(row.table()) && outage.tooEarly(row.sysId());
        return !early && control.mayRead(caller, row);
    }

    private RowJson json(Request request, Caller caller) {
        return new RowJson(tables, control, caller, request, url, zone);
    }

    /**
     * The body's scalar fields as text, those left out that the caller may not write; only one record is taken. Without a body a record
     * without fields is meant, unless one is needed.
     */
    private Map<String, String> fields(Request request, Caller caller, String table) throws JsonParserException {
        JsonObject body = request.text().isBlank()
                ? new JsonObject()
                : JsonParser.object().from(request.text());
        Map<String, String> fields = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            boolean scalar = !(value instanceof JsonObject) && !(value instanceof JsonArray);
            if (scalar && control.mayWrite(caller, table, name)) {
                fields.put(name, value == null ? "" : value.toString());
            }
        });
        return fields;
    }
}
