package dev.belay.simulator.servicenow.rest;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.servicenow.table.Column;
import dev.belay.simulator.servicenow.table.Moments;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Tables.Step;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes rows as the Table API does, as one request's parameters ask: which fields, display values, links. */
final class RowJson {
    /** The values of {@code sysparm_display_value}. */
    private enum Display {
        FALSE,
        TRUE,
        ALL
    }

    private final Tables tables;
    private final AccessControl control;
    private final Caller caller;
    private final String url;
    private final ZoneId zone;
    private final Display display;
    private final boolean links;
    private final List<String> fields;

    RowJson(Tables tables, AccessControl control, Caller caller, Request request, String url, ZoneId zone) {
        Map<String, String> parameters = request.query();
        this.tables = tables;
        this.control = control;
        this.caller = caller;
        this.url = url;
        this.zone = zone;
        this.display = switch (parameters.getOrDefault("sysparm_display_value", "false")) {
            case "true" -> Display.TRUE;
            case "all" -> Display.ALL;
            default -> Display.FALSE;
        };
        this.links = !parameters
                .getOrDefault("sysparm_exclude_reference_link", "false")
                .equals("true");
        this.fields = List.of(parameters.getOrDefault("sysparm_fields", "").split(",", -1));
    }

    /** The row's fields by name; those that do not exist or may not be read are absent. */
    Map<String, Object> of(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (String path : wanted(row.table())) {
            Optional<List<Step>> steps = tables.path(row.table(), path.strip());
            steps.filter(found -> control.mayRead(caller, found))
                    .ifPresent(found -> json.put(path.strip(), value(row, path.strip(), found)));
        }
        return json;
    }

    private List<String> wanted(String table) {
        boolean all = fields.stream().allMatch(String::isBlank);
        return all
                ? tables.table(table).orElseThrow().columns().stream()
                        .map(Column::name)
                        .toList()
                : fields;
    }

    private Object value(Row row, String path, List<Step> steps) {
        Column column = steps.getLast().column();
        String value = tables.read(row, path);
        boolean linked = links && column.kind() == Column.Kind.REFERENCE && !value.isEmpty();
        return switch (display) {
            case FALSE -> linked ? pair("link", link(column, value), "value", value) : value;
            case TRUE ->
                linked
                        ? pair("display_value", shown(row, steps, value), "link", link(column, value))
                        : shown(row, steps, value);
            case ALL -> {
                Map<String, Object> both = pair("display_value", shown(row, steps, value), "value", value);
                if (linked) {
                    both.put("link", link(column, value));
                }
                yield both;
            }
        };
    }

    private String shown(Row row, List<Step> steps, String value) {
        Column column = steps.getLast().column();
        return switch (column.kind()) {
            case FLAG -> value;
            case TEXT -> column.labels().getOrDefault(value, value);
            case MOMENT -> Moments.shown(value, zone);
            case REFERENCE -> name(column.target(), value);
            case LIST -> names(column.target(), value);
            case JOURNAL -> steps.size() == 1 ? tables.journal(row, column.name(), zone) : "";
        };
    }

    private String name(String table, String sysId) {
        String by = tables.table(table).orElseThrow().display();
        return tables.row(table, sysId).map(target -> target.value(by)).orElse("");
    }

    /** A list shows its rows' names; what is no row is shown as it is, as an address in a watch list. */
    private String names(String table, String sysIds) {
        return Stream.of(sysIds.split(",", -1))
                .map(each -> name(table, each).isEmpty() ? each : name(table, each))
                .collect(Collectors.joining(", "));
    }

    private String link(Column column, String value) {
        return url + "/api/now/table/" + column.target() + "/" + value;
    }

    private static Map<String, Object> pair(String first, String one, String second, String two) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(first, one);
        pair.put(second, two);
        return pair;
    }
}
