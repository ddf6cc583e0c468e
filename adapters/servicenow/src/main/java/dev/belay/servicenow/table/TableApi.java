package dev.belay.servicenow.table;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.address.SafeAddress;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileBytes;
import dev.belay.health.Counters;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpSender;
import dev.belay.http.HttpStreams;
import dev.belay.http.HttpStreams.Opened;
import dev.belay.record.Records;
import dev.belay.record.SysId;
import dev.belay.servicenow.credential.ClientSource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * ServiceNow's Table API as the integration user sees it: reads one record, the rows of a query, and writes one record.
 *
 * <p>Thread-safe; made once and kept, with its connections and its token.
 */
public final class TableApi {
    public static final String SYSTEM = Records.SYSTEM;

    /** What is compared is asked for as it is stored; of a record people also see what ServiceNow shows. */
    private enum Values {
        STORED("false"),
        STORED_AND_SHOWN("all");

        private final String parameters;

        Values(String display) {
            this.parameters = "sysparm_exclude_reference_link=true&sysparm_display_value=" + display;
        }
    }

    private final URI instance;
    private final HttpSender http;
    private final Tokens tokens;
    private final Clock clock;

    /**
     * @param instance where the instance is, without a path; https, but for one on this machine
     * @param credentials asked once for each token, about every half hour, and once more when they are refused: it should read
     *     afresh, so that a rotated secret is noticed
     * @param counters where a refused client or token is counted
     */
    public TableApi(URI instance, ClientSource credentials, Counters counters, Clock clock) {
        this(instance, credentials, counters, clock, HttpSender.USUAL_TIMEOUT);
    }

    public TableApi(URI instance, ClientSource credentials, Counters counters, Clock clock, Duration timeout) {
        this.instance = checked(instance);
        this.http = new HttpSender(timeout);
        this.tokens = new Tokens(instance, http, credentials, counters, clock);
        this.clock = clock;
    }

    private static URI checked(URI instance) {
        if (!SafeAddress.isSafe(instance)
                || !instance.getPath().isEmpty()
                || instance.getUserInfo() != null
                || instance.getQuery() != null) {
            throw new IllegalArgumentException(
                    "ServiceNow's URL has the form https://<instance>.service-now.com, without a path");
        }
        return instance;
    }

    /** The record, or none where there is none or we may not read it. */
    public Optional<Row> find(String table, SysId id, List<String> fields) {
        TableResponse response = send(
                table,
                CallEffect.READ,
                request(table + "/" + id.value(), Values.STORED_AND_SHOWN, fields, "")
                        .GET());
        return response.isMissing()
                ? Optional.empty()
                : Optional.of(response.as(JsonObject.class)).map(found -> ours(new Row(table, found), id));
    }

    /** The rows of one page of a query. */
    public Rows rows(String table, EncodedQuery query, List<String> fields, int offset, int limit) {
        return page(ask(table, Values.STORED, query, fields, offset, limit), table, offset, limit);
    }

    /** The same with what people see of each field, as {@link #find} reads a record. */
    public Rows rowsShown(String table, EncodedQuery query, List<String> fields, int offset, int limit) {
        return page(ask(table, Values.STORED_AND_SHOWN, query, fields, offset, limit), table, offset, limit);
    }

    /** The first rows of a query; none where the API says that we may not read the table. */
    public Optional<Rows> rowsIfPermitted(String table, EncodedQuery query, List<String> fields, int limit) {
        TableResponse response = ask(table, Values.STORED, query, fields, 0, limit);
        return response.isForbidden() ? Optional.empty() : Optional.of(page(response, table, 0, limit));
    }

    private TableResponse ask(
            String table, Values values, EncodedQuery query, List<String> fields, int offset, int limit) {
        String page =
                "&sysparm_query=" + encoded(query.text()) + "&sysparm_limit=" + limit + "&sysparm_offset=" + offset;
        return send(table, CallEffect.READ, request(table, values, fields, page).GET());
    }

    private static Rows page(TableResponse response, String table, int offset, int limit) {
        List<Row> rows = new ArrayList<>();
        for (Object row : response.as(JsonArray.class)) {
            if (!(row instanceof JsonObject object)) {
                throw new Rejected(SYSTEM, table + " returned a row that is not an object");
            }
            rows.add(new Row(table, object));
        }
        return new Rows(table, List.copyOf(rows), offset, limit, response.total());
    }

    /** What another API of the instance answers there. */
    public TableResponse get(String name, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(instance + path)).header("Accept", "application/json");
        return send(name, CallEffect.READ, request.GET());
    }

    /** Reads a body as it streams in, with a fresh token once more where ours is refused. */
    public <T> T stream(String name, String path, Function<Opened, T> reader) {
        String token = tokens.current();
        return HttpStreams.read(
                Span.call(SYSTEM, "GET " + name),
                URI.create(instance + path),
                headers(token),
                opened -> isRefused(opened) ? streamAfresh(name, path, token, reader) : reader.apply(opened));
    }

    private <T> T streamAfresh(String name, String path, String refused, Function<Opened, T> reader) {
        tokens.drop(refused);
        Span span = Span.call(SYSTEM, "GET " + name);
        return HttpStreams.read(span, URI.create(instance + path), headers(tokens.current()), opened -> {
            if (isRefused(opened)) {
                throw new Unavailable(SYSTEM, "GET " + name + ": a fresh token is refused", Optional.empty());
            }
            return reader.apply(opened);
        });
    }

    private static boolean isRefused(Opened opened) {
        return opened instanceof Opened.Body body && body.status() == 401;
    }

    private static Map<String, String> headers(String token) {
        return Map.of("Authorization", "Bearer " + token, "Accept", "*/*");
    }

    /**
     * Sends a body as it streams in, once: what was read of it cannot be sent again.
     *
     * @throws Unavailable when our token is not taken any more: the next run has a fresh one; or when the body broke off, so that nothing is there
     */
    public TableResponse post(String name, String path, String type, FileBytes bytes) {
        String token = tokens.current();
        Map<String, String> headers =
                Map.of("Accept", "application/json", "Content-Type", type, "Authorization", "Bearer " + token);
        Span span = Span.call(SYSTEM, "POST " + name);
        HttpResult result =
                HttpStreams.send(span, URI.create(instance + path), "POST", headers, bytes, bytes.expected());
        if (!bytes.isWhole() && !(result instanceof HttpResult.Answer)) {
            throw new Unavailable(SYSTEM, "POST " + name + ": the file broke off", Optional.empty());
        }
        TableResponse response = new TableResponse("POST", name, CallEffect.NOT_IDEMPOTENT, result, clock);
        response.log();
        if (response.isUnauthorized()) {
            tokens.drop(token);
            throw new Unavailable(SYSTEM, "POST " + name + ": the token is refused", Optional.empty());
        }
        return response;
    }

    /** Writes these fields of a record in one request, which is never sent again, and returns what was answered. */
    public Row write(String table, SysId id, JsonObject values, List<String> fields) {
        HttpRequest.Builder request = request(table + "/" + id.value(), Values.STORED_AND_SHOWN, fields, "")
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(JsonWriter.string(values)));
        TableResponse response = send(table, CallEffect.NOT_IDEMPOTENT, request);
        return new Row(table, response.as(JsonObject.class));
    }

    private HttpRequest.Builder request(String path, Values values, List<String> fields, String more) {
        String query = values.parameters + "&sysparm_fields=" + encoded(String.join(",", fields)) + more;
        return HttpRequest.newBuilder(URI.create(instance + "/api/now/table/" + path + "?" + query))
                .header("Accept", "application/json");
    }

    /** 401 comes before anything is done, so that even a write is retried, once, with a fresh token. */
    private TableResponse send(String table, CallEffect effect, HttpRequest.Builder request) {
        String token = tokens.current();
        TableResponse response = sendOnce(table, effect, authorized(request, token));
        if (response.isUnauthorized()) {
            tokens.drop(token);
            response = sendOnce(table, effect, authorized(request, tokens.current()));
            throwIfRefused(response);
        }
        return response;
    }

    private TableResponse sendOnce(String table, CallEffect effect, HttpRequest request) {
        Span span = Span.call(SYSTEM, request.method() + " " + table);
        HttpResult result = http.send(span, request, effect);
        TableResponse response = new TableResponse(request.method(), table, effect, result, clock);
        response.log();
        return response;
    }

    private void throwIfRefused(TableResponse response) {
        if (response.isUnauthorized() && response.isSaidByApi()) {
            throw tokens.told(response.freshTokenRefused());
        }
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    public static Row ours(Row row, SysId asked) {
        if (!row.sysId("sys_id").equals(asked)) {
            throw new Rejected(SYSTEM, row.table() + " returned another record than was asked for");
        }
        return row;
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
