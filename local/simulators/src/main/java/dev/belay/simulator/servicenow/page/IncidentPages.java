package dev.belay.simulator.servicenow.page;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Tasks;
import dev.belay.simulator.servicenow.table.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instance as a person sees it: a list of incidents, a page for each, forms to open and change them. */
public final class IncidentPages {
    private static final Set<String> FIELDS = Set.of(
            "short_description",
            "impact",
            "urgency",
            "state",
            "assigned_to",
            "close_code",
            "close_notes",
            "work_notes");
    private static final Pattern RECORD = Pattern.compile("/([a-z_]+)\\.do");

    private final Tables tables;
    private final IncidentHtml html;
    private final BusinessRule rule;

    public IncidentPages(Tables tables, BusinessRule rule) {
        this.tables = tables;
        this.rule = rule;
        this.html = new IncidentHtml(tables);
    }

    /** Says what is around the instance. */
    public void sandbox(Sandbox around) {
        html.sandbox(around);
    }

    /** Answers a browser. */
    public Response answer(Request request) {
        return request.method().equals("POST") ? post(request) : get(request);
    }

    private Response get(Request request) {
        Map<String, String> query = request.query();
        return switch (request.path()) {
            case "/" -> html.list(tables.rows("incident").reversed());
            case "/outbound" -> html.outbound(rule.sent().reversed());
            case "/nav_to.do" -> navigate(query.getOrDefault("uri", ""));
            default -> record(request.path(), query.getOrDefault("sys_id", ""));
        };
    }

    /** {@code /incident.do?sys_id=…}, and the like for other tables of tasks. */
    private Response record(String path, String sysId) {
        Matcher record = RECORD.matcher(path);
        return record.matches() && Tasks.isTask(record.group(1))
                ? tables.row(record.group(1), sysId).map(html::one).orElseGet(this::missing)
                : missing();
    }

    /** {@code /nav_to.do?uri=incident.do?sys_id=…}, the form in which links to a record are shared. */
    private Response navigate(String uri) {
        return uri.matches("/?[a-z_]+\\.do\\?sys_id=[0-9a-f]{32}")
                ? Response.empty(302).with("Location", uri.startsWith("/") ? uri : "/" + uri)
                : missing();
    }

    private Response post(Request request) {
        return request.path().equals("/incidents") ? write(request.form()) : missing();
    }

    private Response write(Map<String, String> form) {
        Optional<String> by = tables.row("sys_user", "user_name", form.getOrDefault("as", ""))
                .filter(user -> user.value("active").equals("true"))
                .filter(user -> user.value("web_service_access_only").equals("false"))
                .map(user -> user.value("user_name"));
        if (by.isEmpty()) {
            return html.sentence(403, "There is no such person.");
        }
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.keySet().retainAll(FIELDS);
        String sysId = form.getOrDefault("sys_id", "");
        String table = form.getOrDefault("table", "incident");
        if (!Tasks.isTask(table)) {
            return missing();
        }
        return answered(
                sysId.isEmpty()
                        ? tables.insert(table, fields, by.get())
                        : tables.update(table, sysId, fields, by.get()));
    }

    private Response answered(Written written) {
        return switch (written) {
            case Written.Done(Row row) ->
                Response.empty(303).with("Location", "/" + row.table() + ".do?sys_id=" + row.sysId());
            case Written.Missing() -> missing();
            case Written.Refused(String detail) -> html.sentence(403, detail);
        };
    }

    private Response missing() {
        return html.sentence(404, "There is no such page or record.");
    }
}
