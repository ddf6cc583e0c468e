package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Refused;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records as an agent sees and changes them, over the Table API and the Attachment API with the agent's own password. */
public final class ServiceNowPane {
    static final String TABLE_API = "/api/now/table/";
    private static final String ATTACHMENT_API = "/api/now/attachment";
    private static final Set<String> TABLES = Set.of("incident", "problem", "change_request", "incident_task");
    private static final Set<String> FIELDS = Set.of(
            "short_description",
            "description",
            "impact",
            "urgency",
            "state",
            "assigned_to",
            "assignment_group",
            "close_code",
            "close_notes",
            "work_notes",
            "comments");
    private static final int LONGEST_SHORT_DESCRIPTION = 160;
    private static final Map<String, String> P1 = Map.of("impact", "1", "urgency", "1");
    private static final Map<String, String> REOPENED = Map.of("state", "2");
    private static final String ALL = "all";

    /** What a list shows: journals, which are long, are left to the record. */
    private static final String LISTED =
            "sys_id,number,short_description,state,priority,impact,urgency,assigned_to,assignment_group,"
                    + "major_incident_state,opened_at,sys_created_on,sys_updated_on,sys_mod_count";

    private final SystemApi api;
    private final Personas personas;

    public ServiceNowPane(SystemApi api, Personas personas) {
        this.api = api;
        this.personas = personas;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET /api/servicenow/records", this::list),
                Route.of("GET /api/servicenow/choices", this::choices),
                Route.of("GET /api/servicenow/records/{table}/{sys_id}", this::record),
                Route.of("GET /api/servicenow/attachments/{sys_id}", this::download),
                Route.of("POST /api/servicenow/records", this::open),
                Route.of("PATCH /api/servicenow/records/{table}/{sys_id}", this::change),
                Route.of("POST /api/servicenow/records/{table}/{sys_id}/attachments", this::attach),
                Route.of("POST /api/servicenow/records/{table}/{sys_id}/{action}", this::act));
    }

    private static Optional<String> reader(Persona person) {
        return password(person.serviceNowUser());
    }

    private static Optional<String> writer(Persona person) {
        return password(person.serviceNowWriter());
    }

    private static Optional<String> password(String user) {
        byte[] pair = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static String table(String name) {
        if (!TABLES.contains(name)) {
            throw Refused.wrong("there is no table " + name + " here: "
                    + String.join(", ", TABLES.stream().sorted().toList()));
        }
        return name;
    }

    private static String sysId(String text) {
        if (!text.matches("[0-9a-f]{32}")) {
            throw Refused.wrong("a sys_id has 32 digits from 0 to f");
        }
        return text;
    }

    private SystemApi.Answer read(Persona person, String table, int limit) {
        return api.get(
                TABLE_API + table,
                Map.of(
                        "sysparm_query",
                        "ORDERBYDESCnumber",
                        "sysparm_fields",
                        LISTED,
                        "sysparm_display_value",
                        ALL,
                        "sysparm_limit",
                        Integer.toString(limit)),
                reader(person));
    }

    private Reply list(Ask ask) {
        Persona person = personas.asking(ask);
        String table = table(ask.parameter("table").orElse("incident"));
        SystemApi.Answer answer = read(person, table, ask.count("limit", 50, 200));
        JsonObject json = new JsonObject();
        json.put("user", person.serviceNowUser());
        json.put("records", new JsonArray(Systems.objects(answer.demanded(), "result")));
        json.put("total", Integer.parseInt(answer.total().orElse("0")));
        return Reply.json(json);
    }

    private Reply record(Ask ask) {
        Persona person = personas.asking(ask);
        String table = table(ask.segment(2));
        String sysId = sysId(ask.segment(3));
        JsonObject json = new JsonObject();
        json.put("user", person.serviceNowUser());
        json.put("record", row(person, table, sysId));
        Activity.Shown activity = new Activity(api, reader(person)).of(sysId);
        json.put("activity", activity.entries());
        json.put("older_activity", activity.older());
        json.put("attachments", attachments(person, sysId));
        return Reply.json(json);
    }

    private JsonObject row(Persona person, String table, String sysId) {
        return api.get(TABLE_API + table + "/" + sysId, Map.of("sysparm_display_value", ALL), reader(person))
                .demanded()
                .getObject("result", new JsonObject());
    }

    private JsonArray attachments(Persona person, String sysId) {
        Map<String, String> query = Map.of("sysparm_query", "table_sys_id=" + sysId);
        return new JsonArray(
                Systems.objects(api.get(ATTACHMENT_API, query, reader(person)).demanded(), "result"));
    }

    private Reply download(Ask ask) {
        Optional<String> password = reader(personas.asking(ask));
        String path = ATTACHMENT_API + "/" + sysId(ask.segment(2));
        JsonObject about = api.get(path, Map.of(), password).demanded().getObject("result", new JsonObject());
        return Reply.download(about.getString("file_name", "file"), api.bytes(path + "/file", Map.of(), password));
    }

    private Reply choices(Ask ask) {
        return Reply.json(new RecordChoices(api, reader(personas.asking(ask))).json());
    }

    private static JsonObject written(JsonObject given) {
        JsonObject fields = Ask.object(given, "fields");
        fields.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.wrong("the field " + name + " is not changed here");
                });
        JsonObject written = new JsonObject();
        fields.keySet()
                .forEach(name -> written.put(name, Ask.optional(fields, name).orElse("")));
        if (written.getString("short_description", "").length() > LONGEST_SHORT_DESCRIPTION) {
            throw Refused.wrong("a short description has at most " + LONGEST_SHORT_DESCRIPTION + " characters");
        }
        return written;
    }

    private Reply open(Ask ask) {
        JsonObject given = ask.fields();
        Persona person = personas.doing(given);
        String table = table(Ask.optional(given, "table").orElse("incident"));
        JsonObject written = written(given);
        if (written.getString("short_description", "").isBlank()) {
            throw Refused.wrong("a short description is missing: say what is wrong in a few words");
        }
        JsonObject row = api.send("POST", TABLE_API + table, Map.of(), Optional.of(written), writer(person))
                .demanded()
                .getObject("result", new JsonObject());
        return Reply.json(
                201,
                JsonObject.builder()
                        .value("table", table)
                        .value("sys_id", row.getString("sys_id", ""))
                        .value("number", row.getString("number", ""))
                        .done());
    }

    private Reply change(Ask ask) {
        JsonObject given = ask.fields();
        JsonObject written = written(given);
        if (written.isEmpty()) {
            throw Refused.wrong("no field is given that is to change");
        }
        return changed(personas.doing(given), table(ask.segment(2)), sysId(ask.segment(3)), written);
    }

    private Reply changed(Persona person, String table, String sysId, Map<String, ?> fields) {
        JsonObject body = new JsonObject();
        body.putAll(fields);
        Optional<JsonObject> sent = Optional.of(body);
        api.send("PATCH", TABLE_API + table + "/" + sysId, Map.of(), sent, writer(person))
                .demanded();
        return shown(person, table, sysId);
    }

    private Reply shown(Persona person, String table, String sysId) {
        return Reply.json(
                JsonObject.builder().value("record", row(person, table, sysId)).done());
    }

    private Reply attach(Ask ask) {
        Persona person = personas.asking(ask);
        Map<String, String> query = Map.of(
                "table_name", table(ask.segment(2)),
                "table_sys_id", sysId(ask.segment(3)),
                "file_name", ask.required("name"));
        JsonObject made = api.sendBytes(ATTACHMENT_API + "/file", query, ask.bytes(), writer(person))
                .demanded()
                .getObject("result", new JsonObject());
        return Reply.json(201, made);
    }

    /** What agents do with one press of a button there. */
    private Reply act(Ask ask) {
        JsonObject given = ask.fields();
        Persona person = personas.doing(given);
        String table = table(ask.segment(2));
        String sysId = sysId(ask.segment(3));
        if (!table.equals("incident")) {
            throw Refused.wrong("this is done with incidents only");
        }
        return switch (ask.segment(4)) {
            case "raise" -> changed(person, table, sysId, P1);
            case "resolve" -> changed(person, table, sysId, resolved(given));
            case "reopen" -> changed(person, table, sysId, REOPENED);
            case "propose", "reject" -> decided(ask.segment(4), person, sysId, given, "reason");
            case "promote" -> decided(ask.segment(4), person, sysId, given, "note");
            default -> throw Refused.missing("nothing is done by the name of " + ask.segment(4));
        };
    }

    private static Map<String, String> resolved(JsonObject given) {
        return Map.of(
                "state", "6",
                "close_code", Ask.optional(given, "close_code").orElse(RecordChoices.SOLVED),
                "close_notes", Ask.optional(given, "close_notes").orElse("Resolved."));
    }

    /** What the workbench of major incidents does. */
    private Reply decided(String command, Persona person, String sysId, JsonObject given, String why) {
        Map<String, String> fields = new HashMap<>();
        fields.put("incident", sysId);
        fields.put("user", person.serviceNowWriter());
        Ask.optional(given, why).ifPresent(text -> fields.put(why, text));
        api.act(command, fields);
        return shown(person, "incident", sysId);
    }
}
