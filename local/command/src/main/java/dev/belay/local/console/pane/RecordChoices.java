package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the forms of a record offer to choose: the choices as ServiceNow ships them, and the people and groups of the instance. */
record RecordChoices(SystemApi api, Optional<String> password) {
    static final String SOLVED = "Solved (Permanently)";

    private static final List<String> CLOSE_CODES = List.of(
            SOLVED,
            "Solved (Work Around)",
            "Solved Remotely (Permanently)",
            "Solved Remotely (Work Around)",
            "Not Solved (Not Reproducible)",
            "Not Solved (Too Costly)",
            "Closed/Resolved by Caller");
    private static final Map<String, String> LEVELS = numbered("1 High, 2 Medium, 3 Low");
    private static final Map<String, String> PRIORITIES = numbered("1 Critical, 2 High, 3 Moderate, 4 Low, 5 Planning");

    /** By their tables: the state models of incident, problem and change ("State model and transitions"), and the choices of a task. */
    private static final Map<String, Map<String, String>> STATES = Map.of(
            "incident",
            plain("1 New, 2 In Progress, 3 On Hold, 6 Resolved, 7 Closed, 8 Canceled"),
            "problem",
            plain("101 New, 102 Assess, 103 Root Cause Analysis, 104 Fix in Progress, 106 Resolved, 107 Closed"),
            "change_request",
            plain("-5 New, -4 Assess, -3 Authorize, -2 Scheduled, -1 Implement, 0 Review, 3 Closed, 4 Canceled"),
            "incident_task",
            plain("-5 Pending, 1 Open, 2 Work in Progress, 3 Closed Complete, 4 Closed Incomplete, 7 Closed Skipped"));

    private static Map<String, String> numbered(String choices) {
        Map<String, String> labels = new LinkedHashMap<>();
        plain(choices).forEach((value, label) -> labels.put(value, value + " - " + label));
        return labels;
    }

    /** @param choices each its value and its label */
    private static Map<String, String> plain(String choices) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String choice : choices.split(", ", -1)) {
            String[] parts = choice.split(" ", 2);
            labels.put(parts[0], parts[1]);
        }
        return labels;
    }

    JsonObject json() {
        Map<String, String> codes = new LinkedHashMap<>();
        CLOSE_CODES.forEach(code -> codes.put(code, code));
        JsonObject json = new JsonObject();
        json.put("impact", choices(LEVELS));
        json.put("urgency", choices(LEVELS));
        json.put("priority", choices(PRIORITIES));
        JsonObject states = new JsonObject();
        STATES.forEach((table, labels) -> states.put(table, choices(labels)));
        json.put("state", states);
        json.put("close_code", choices(codes));
        json.put("assigned_to", rows("sys_user", "active=true^web_service_access_only=false"));
        json.put("assignment_group", rows("sys_user_group", ""));
        return json;
    }

    private static JsonArray choices(Map<String, String> labels) {
        JsonArray choices = new JsonArray();
        labels.forEach((value, label) -> choices.add(choice(value, label)));
        return choices;
    }

    private static JsonObject choice(String value, String label) {
        return JsonObject.builder().value("value", value).value("label", label).done();
    }

    private JsonArray rows(String table, String query) {
        JsonArray choices = new JsonArray();
        Map<String, String> asked =
                Map.of("sysparm_query", query, "sysparm_fields", "sys_id,name", "sysparm_limit", "500");
        Systems.objects(api.get("/api/now/table/" + table, asked, password).demanded(), "result")
                .forEach(row -> choices.add(choice(row.getString("sys_id", ""), row.getString("name", ""))));
        return choices;
    }
}
