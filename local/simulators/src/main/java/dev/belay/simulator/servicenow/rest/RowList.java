package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.servicenow.query.EncodedQuery;
import dev.belay.simulator.servicenow.query.Matching;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The rows that one request asks for: query, order, offset and limit. */
final class RowList {
    private static final int DEFAULT_LIMIT = 10_000;

    private final Tables tables;
    private final Caller caller;
    private final Map<String, String> parameters;
    private final List<Row> found;

    /**
     * @param invalidFindsNothing the property {@code glide.invalid_query.returns_no_rows}
     * @param unqueried the fields on which a condition is invalid, although they exist
     */
    RowList(
            Tables tables,
            Caller caller,
            Request request,
            String table,
            Matching matching,
            boolean invalidFindsNothing,
            Set<String> unqueried) {
        this.tables = tables;
        this.caller = caller;
        this.parameters = request.query();
        EncodedQuery query = EncodedQuery.parse(
                text(),
                path -> !unqueried.contains(path) && tables.path(table, path).isPresent(),
                this::evaluated);
        this.found = query.hasInvalidPart() && invalidFindsNothing
                ? List.of()
                : tables.rows(table).stream()
                        .filter(row -> query.matches(path -> tables.read(row, path), matching))
                        .sorted(query.order(tables::read))
                        .toList();
    }

    /** The page asked for, cut before anyone looked at what the caller may read. */
    List<Row> page() {
        return found.stream().skip(offset()).limit(limit()).toList();
    }

    /** Adds the count and the links to other pages. */
    Response described(Response response, String address) {
        Response counted =
                isTrue("sysparm_no_count") ? response : response.with("X-Total-Count", Integer.toString(found.size()));
        return isTrue("sysparm_suppress_pagination_header") || found.isEmpty()
                ? counted
                : counted.with("Link", links(address));
    }

    private String links(String address) {
        int limit = Math.max(1, limit());
        int last = (found.size() - 1) / limit * limit;
        StringJoiner links = new StringJoiner(",");
        links.add(link(address, 0, "first"));
        if (offset() > 0) {
            links.add(link(address, Math.max(0, offset() - limit), "prev"));
        }
        if (offset() + limit < found.size()) {
            links.add(link(address, offset() + limit, "next"));
        }
        return links.add(link(address, last, "last")).toString();
    }

    private String link(String address, int offset, String rel) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("sysparm_offset", Integer.toString(offset));
        String query = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "<" + address + "?" + query + ">;rel=\"" + rel + "\"";
    }

    /** The encoded query, or where there is none, the parameters that name a field. */
    private String text() {
        return parameters.containsKey("sysparm_query")
                ? parameters.getOrDefault("sysparm_query", "")
                : parameters.entrySet().stream()
                        .filter(e -> !e.getKey().startsWith("sysparm_"))
                        .map(e -> e.getKey() + "=" + e.getValue().replace("^", "^^"))
                        .collect(Collectors.joining("^"));
    }

    private String evaluated(String script) {
        return switch (script) {
            case "javascript:gs.getUserID()" ->
                tables.row("sys_user", "user_name", caller.userName())
                        .map(Row::sysId)
                        .orElse("");
            case "javascript:gs.getUserName()" -> caller.userName();
            default -> "";
        };
    }

    private boolean isTrue(String parameter) {
        return parameters.getOrDefault(parameter, "").equals("true");
    }

    private int offset() {
        return number("sysparm_offset", 0);
    }

    private int limit() {
        return number("sysparm_limit", DEFAULT_LIMIT);
    }

    private int number(String parameter, int otherwise) {
        String value = parameters.getOrDefault(parameter, "");
        return value.matches("[0-9]{1,8}") ? Integer.parseInt(value) : otherwise;
    }
}
