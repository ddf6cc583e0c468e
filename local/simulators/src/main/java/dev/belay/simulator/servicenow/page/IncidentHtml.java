package dev.belay.simulator.servicenow.page;

import dev.belay.simulator.http.Response;
import dev.belay.simulator.page.Frame;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.servicenow.event.Outbound;
import dev.belay.simulator.servicenow.table.Column;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Incidents drawn as HTML. */
final class IncidentHtml {
    private static final Frame FRAME = new Frame("ServiceNow", """
            main{margin:0 auto;max-width:78rem}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #cfd6dd}
            th{white-space:nowrap}td:nth-child(n+6){overflow-wrap:anywhere}
            form{margin:.8rem 0}label{display:inline-block;margin:.25rem .75rem .25rem 0}
            input,select,textarea{padding:.25rem .4rem}pre{white-space:pre-wrap;font:inherit;margin:0}
            """);

    private final Tables tables;
    private volatile Sandbox sandbox = Sandbox.ALONE;

    IncidentHtml(Tables tables) {
        this.tables = tables;
    }

    /** Says what is around the instance. */
    void sandbox(Sandbox around) {
        sandbox = around;
    }

    private Response page(String title, String main) {
        return FRAME.page(200, sandbox, title, main);
    }

    /** A page that says one thing. */
    Response sentence(int status, String sentence) {
        String main = "<p>" + Html.escape(sentence) + "</p><p><a href=\"/\">Back</a></p>";
        return FRAME.page(status, sandbox, "Incidents", main);
    }

    Response list(List<Row> incidents) {
        String rows = incidents.stream().map(this::row).collect(Collectors.joining("\n"));
        return page("Incidents", """
                <h1>Incidents</h1>
                <p><a href="/outbound">Outbound HTTP requests</a></p>
                %s
                <table id="incidents" data-live>
                <thead><tr><th scope="col">Number</th><th scope="col">Short description</th><th scope="col">Priority</th>
                <th scope="col">State</th><th scope="col">Assigned to</th><th scope="col">Conversation</th>
                <th scope="col">Work notes</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(opening(), rows));
    }

    Response one(Row incident) {
        return page(incident.value("number"), """
                <p><a href="/">All incidents</a></p>
                <h1>%s %s</h1>
                <p id="facts" data-live>Priority: %s. State: %s. Assigned to: %s. Conversation: %s.</p>
                <div id="change" data-live>%s</div>
                <h2>Work notes</h2>
                <pre id="notes" data-live>%s</pre>""".formatted(
                        text(incident, "number"),
                        text(incident, "short_description"),
                        label(incident, "priority"),
                        label(incident, "state"),
                        text(incident, "assigned_to.name"),
                        conversations(incident),
                        changing(incident),
                        notes(incident)));
    }

    Response outbound(List<Outbound> requests) {
        String rows = requests.stream().map(IncidentHtml::request).collect(Collectors.joining("\n"));
        return page("Outbound HTTP requests", """
                <p><a href="/">All incidents</a></p>
                <h1>Outbound HTTP requests</h1>
                <table id="requests" data-live>
                <thead><tr><th scope="col">Event</th><th scope="col">Occurred</th><th scope="col">Target</th>
                <th scope="col">Status</th><th scope="col">Answer</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(rows));
    }

    /** What the record bears of its conversations, one in each chat. */
    private String conversations(Row incident) {
        return Stream.of("x_belay_chat_slack", "x_belay_chat_teams")
                .map(field -> tables.read(incident, field))
                .filter(id -> !id.isEmpty())
                .map(id -> sandbox.here()
                        .apply(id)
                        .map(address -> Html.link(address, id))
                        .orElse(Html.escape(id)))
                .collect(Collectors.joining(" "));
    }

    private static String request(Outbound outbound) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td><pre>%s</pre></td></tr>"
                .formatted(
                        Html.escape(outbound.event().id()),
                        outbound.event().occurredAt(),
                        Html.escape(outbound.target().toString()),
                        outbound.status() == 0 ? "none" : outbound.status(),
                        Html.escape(outbound.answer()));
    }

    private String row(Row incident) {
        return """
                <tr><td><a href="/incident.do?sys_id=%s">%s</a></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>
                <td><pre>%s</pre></td></tr>""".formatted(
                        text(incident, "sys_id"),
                        text(incident, "number"),
                        text(incident, "short_description"),
                        label(incident, "priority"),
                        label(incident, "state"),
                        text(incident, "assigned_to.name"),
                        conversations(incident),
                        notes(incident));
    }

    private String opening() {
        return """
                <form method="post" action="/incidents">
                <label>Short description <input name="short_description" size="40" required></label>
                <label>Impact <select name="impact">%s</select></label>
                <label>Urgency <select name="urgency">%s</select></label>
                <label>As <select name="as">%s</select></label>
                <button>Open an incident</button>
                </form>""".formatted(choices("incident", "impact", "1"), choices("incident", "urgency", "1"), actors());
    }

    private String changing(Row incident) {
        return """
                <form method="post" action="/incidents">
                <input type="hidden" name="sys_id" value="%s"><input type="hidden" name="table" value="%s">
                <label>State <select name="state">%s</select></label>
                <label>Impact <select name="impact">%s</select></label>
                <label>Urgency <select name="urgency">%s</select></label>
                <label>Assigned to <select name="assigned_to">%s</select></label><br>
                <label>Resolution code <input name="close_code" value="%s"></label>
                <label>Resolution notes <input name="close_notes" size="40" value="%s"></label><br>
                <label>Work note <textarea name="work_notes" cols="60" rows="3"></textarea></label><br>
                <label>As <select name="as">%s</select></label>
                <button>Save</button>
                </form>""".formatted(
                        text(incident, "sys_id"),
                        incident.table(),
                        choices(incident.table(), "state", incident.value("state")),
                        choices(incident.table(), "impact", incident.value("impact")),
                        choices(incident.table(), "urgency", incident.value("urgency")),
                        Html.option("", "", false) + people(incident.value("assigned_to")),
                        text(incident, "close_code"),
                        text(incident, "close_notes"),
                        actors());
    }

    private String notes(Row incident) {
        return sandbox.linked(
                tables.journal(incident, "work_notes", ZoneOffset.UTC).strip());
    }

    private String text(Row incident, String path) {
        return Html.escape(tables.read(incident, path));
    }

    private String label(Row incident, String column) {
        return Html.escape(
                labels(incident.table(), column).getOrDefault(incident.value(column), incident.value(column)));
    }

    private String choices(String table, String column, String chosen) {
        return new TreeMap<>(labels(table, column))
                .entrySet().stream()
                        .map(e ->
                                Html.option(e.getKey(), e.getValue(), e.getKey().equals(chosen)))
                        .collect(Collectors.joining());
    }

    private Map<String, String> labels(String table, String column) {
        return tables.table(table)
                .flatMap(found -> found.column(column))
                .map(Column::labels)
                .orElse(Map.of());
    }

    private String people(String chosen) {
        return humans().stream()
                .map(user -> Html.option(
                        user.sysId(), user.value("name"), user.sysId().equals(chosen)))
                .collect(Collectors.joining());
    }

    private String actors() {
        return humans().stream()
                .map(user -> Html.option(user.value("user_name"), named(user), false))
                .collect(Collectors.joining());
    }

    private String named(Row user) {
        String rights = sandbox.rights().apply(user.value("email"));
        return user.value("name") + (rights.isEmpty() ? "" : " (" + rights + ")");
    }

    private List<Row> humans() {
        return tables.rows("sys_user").stream()
                .filter(user -> user.value("active").equals("true"))
                .filter(user -> user.value("web_service_access_only").equals("false"))
                .toList();
    }
}
