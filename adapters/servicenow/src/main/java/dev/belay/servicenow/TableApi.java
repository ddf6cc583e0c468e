package dev.belay.servicenow;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.http.Reply;
import dev.belay.http.Wire;
import dev.belay.record.Records;
import dev.belay.record.SysId;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * ServiceNow's Table API as the integration user sees it: reads one record, the rows of a query, and writes one record.
 *
 * <p>Thread-safe; made once and kept, with its connections and its token.
 */
public final class TableApi {
    static final String SYSTEM = Records.SYSTEM;

    private static final String PLAIN_VALUES = "sysparm_exclude_reference_link=true&sysparm_display_value=false";

    private final URI instance;
    private final Wire wire;
    private final Tokens tokens;
    private final Counters counters;
    private final Clock clock;

    /**
     * @param instance where the instance is, without a path; https, but for one on this machine
     * @param credentials asked once for each token, about every half hour, and once more when they are refused: it should read
     *     afresh, so that a rotated secret is noticed
     * @param counters where a refused client or token is counted
     */
    public TableApi(URI instance, Supplier<ClientCredentials> credentials, Counters counters, Clock clock) {
        this(instance, credentials, counters, clock, Wire.USUAL_PATIENCE);
    }

    TableApi(URI instance, Supplier<ClientCredentials> credentials, Counters counters, Clock clock, Duration patience) {
        this.instance = checked(instance);
        this.wire = new Wire(patience);
        this.tokens = new Tokens(instance, wire, credentials, counters, clock);
        this.counters = counters;
        this.clock = clock;
    }

    private static URI checked(URI instance) {
        String host = String.valueOf(instance.getHost());
        boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
        boolean safe = "https".equals(instance.getScheme()) || (here && "http".equals(instance.getScheme()));
        if (!safe || !instance.getPath().isEmpty() || instance.getUserInfo() != null || instance.getQuery() != null) {
            throw new IllegalArgumentException(
                    "ServiceNow's URL has the form https://<instance>.service-now.com, without a path");
        }
        return instance;
    }

    /** The record, or none where there is none or we may not read it. */
    Optional<Row> find(String table, SysId id, List<String> fields) {
        Exchange exchange = new Exchange("GET", table, clock);
        Reply reply =
                send(exchange, request(table + "/" + id.value(), fields, "").GET());
        return exchange.missing(reply)
                ? Optional.empty()
                : Optional.of(exchange.read(reply, JsonObject.class)).map(found -> ours(new Row(table, found), id));
    }

    /** The rows of one page of a query; each holds every field that was asked for. */
    Rows rows(String table, EncodedQuery query, List<String> fields, int offset, int limit) {
        Exchange exchange = new Exchange("GET", table, clock);
        String page =
                "&sysparm_query=" + encoded(query.text()) + "&sysparm_limit=" + limit + "&sysparm_offset=" + offset;
        Reply reply = send(exchange, request(table, fields, page).GET());
        List<Row> rows = new ArrayList<>();
        for (Object row : exchange.read(reply, JsonArray.class)) {
            if (!(row instanceof JsonObject object)) {
                throw new Rejected(SYSTEM, table + " returned a row that is none");
            }
            rows.add(new Row(table, object).with(fields));
        }
        return new Rows(table, List.copyOf(rows), offset, limit, exchange.total(reply));
    }

    /** Writes these fields of a record in one request, which is never sent again, and returns the record as it is then. */
    Row write(String table, SysId id, JsonObject values, List<String> fields) {
        Exchange exchange = new Exchange("PATCH", table, clock);
        HttpRequest.Builder request = request(table + "/" + id.value(), fields, "")
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(JsonWriter.string(values)));
        return ours(new Row(table, exchange.written(send(exchange, request))), id);
    }

    private HttpRequest.Builder request(String path, List<String> fields, String more) {
        String query = PLAIN_VALUES + "&sysparm_fields=" + encoded(String.join(",", fields)) + more;
        return HttpRequest.newBuilder(URI.create(instance + "/api/now/table/" + path + "?" + query))
                .header("Accept", "application/json");
    }

    /** 401 comes before anything is done, so that even a write is retried, once, with a fresh token. */
    private Reply send(Exchange exchange, HttpRequest.Builder request) {
        String token = tokens.current();
        Reply reply = exchange.logged(wire.send(authorized(request, token)));
        if (reply instanceof Reply.Answer answer && answer.status() == 401) {
            tokens.drop(token);
            reply = exchange.logged(wire.send(authorized(request, tokens.current())));
            throwIfRefused(exchange, reply);
        }
        return reply;
    }

    private void throwIfRefused(Exchange exchange, Reply reply) {
        if (reply instanceof Reply.Answer answer && answer.status() == 401) {
            counters.count(Metric.TOKEN_REJECTED, SYSTEM);
            throw exchange.freshTokenRefused(answer);
        }
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    private static Row ours(Row row, SysId asked) {
        if (!row.sysId("sys_id").equals(asked)) {
            throw new Rejected(SYSTEM, row.table() + " returned another record than was asked for");
        }
        return row;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
