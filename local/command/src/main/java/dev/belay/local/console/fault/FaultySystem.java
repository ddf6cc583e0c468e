package dev.belay.local.console.fault;

import static dev.belay.local.console.fault.Switch.DEAD_TOKEN;
import static dev.belay.local.console.fault.Switch.DOWN;
import static dev.belay.local.console.fault.Switch.DUPLICATE;
import static dev.belay.local.console.fault.Switch.ERROR;
import static dev.belay.local.console.fault.Switch.LATE;
import static dev.belay.local.console.fault.Switch.LIMIT;
import static dev.belay.local.console.fault.Switch.LOST_ANSWER;
import static dev.belay.local.console.fault.Switch.LOST_REQUEST;
import static dev.belay.local.console.fault.Switch.REPEAT;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.pane.SystemApi;
import dev.belay.local.console.web.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The faults of one simulated system, told to it in the words that all of them share. */
final class FaultySystem {
    /** So many calls that nobody sees the end of it. */
    private static final int ALL = 10_000;

    private static final int MOST = 1_000;
    private static final String ANY = "*";

    private final String id;
    private final SystemApi api;
    private final List<Switch> switches;
    private final List<String> writes;
    private final List<Plan> plans = new ArrayList<>();
    private final Set<String> on = new HashSet<>();

    /** Calls that were told to fail, by one switch. */
    private record Plan(String by, String call, int times) {}

    private FaultySystem(String id, SystemApi api, List<String> writes, List<Switch> own) {
        this.id = id;
        this.api = api;
        this.writes = writes;
        this.switches = new ArrayList<>(List.of(
                Switch.lasting(
                        LIMIT, "Rate limit (429)", "The next calls are refused; Belay waits as long as it is told"),
                Switch.lasting(ERROR, "Server error (503)", "The next calls are answered with 503, and not done"),
                Switch.lasting(LOST_REQUEST, "Lost request", "The connection drops before the next calls are done"),
                Switch.lasting(
                        LOST_ANSWER,
                        "Time-out after the write",
                        "The next writes are done, and their answers are lost")));
        switches.addAll(own);
    }

    static FaultySystem serviceNow(SystemApi api) {
        return new FaultySystem(
                "servicenow",
                api,
                List.of("PATCH incident"),
                List.of(
                        Switch.lasting(DOWN, "ServiceNow is down", "Each call is answered with 503"),
                        Switch.lasting(DEAD_TOKEN, "Dead credential", "The OAuth application is refused"),
                        Switch.lasting(LATE, "Late events", "Events are held back, and sent when this is switched off"),
                        Switch.momentary(DUPLICATE, "Duplicate event", "The last event is sent again")));
    }

    static FaultySystem slack(SystemApi api) {
        return new FaultySystem(
                "slack",
                api,
                List.of("chat.postMessage", "chat.update", "conversations.create"),
                chat("Slack", "The bot token is revoked"));
    }

    static FaultySystem teams(SystemApi api) {
        return new FaultySystem(
                "teams",
                api,
                List.of("connector.createConversation", "connector.updateActivity", "graph.createChannel"),
                chat("Teams", "The client secret is expired, and its tokens are revoked"));
    }

    private static List<Switch> chat(String name, String dead) {
        return List.of(
                Switch.lasting(DOWN, name + " is down", "Each call is answered with 503"),
                Switch.lasting(DEAD_TOKEN, "Dead token", dead),
                Switch.momentary(DUPLICATE, "Duplicate delivery", "The last request is sent again, byte for byte"),
                Switch.momentary(
                        REPEAT, "Late delivery", "The last request comes once more, as " + name + " repeats it"));
    }

    static FaultySystem pager(SystemApi api) {
        return new FaultySystem(
                "pagerduty", api, List.of("createIncident", "createIncidentResponderRequest"), List.of());
    }

    String id() {
        return id;
    }

    /** How often the app called what. */
    JsonObject counts() {
        return api.show("call-counts", Map.of());
    }

    synchronized JsonObject json() {
        JsonObject counts = counts();
        JsonArray shown = new JsonArray();
        Map<String, Integer> left = left();
        switches.forEach(each -> {
            int still = left.getOrDefault(each.id(), 0);
            shown.add(each.json(still > 0 || on.contains(each.id()), still));
        });
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("name", api.name());
        json.put("calls", counts.getInt("total", 0));
        json.put("by_name", counts.getObject("calls", new JsonObject()));
        json.put("switches", shown);
        return json;
    }

    /** How many failures of each switch are still to come: of several for one call the older ones are met first. */
    private Map<String, Integer> left() {
        JsonObject planned = api.show("failures", Map.of()).getObject("failures", new JsonObject());
        Map<String, Integer> unmet = new HashMap<>();
        planned.forEach((call, times) -> unmet.put(call, ((Number) times).intValue()));
        Map<String, Integer> left = new HashMap<>();
        for (Plan plan : plans.reversed()) {
            int still = Math.min(plan.times(), unmet.getOrDefault(plan.call(), 0));
            unmet.merge(plan.call(), -still, Integer::sum);
            left.merge(plan.by(), still, Integer::sum);
        }
        return left;
    }

    /** @param times how many calls it meets */
    synchronized void turn(String name, boolean isOn, int times) {
        if (switches.stream().noneMatch(each -> each.id().equals(name))) {
            throw Refused.wrong(api.name() + " has no switch " + name);
        }
        if (times < 1 || times > MOST) {
            throw Refused.wrong("times is a number from 1 to " + MOST);
        }
        switch (name) {
            case DUPLICATE -> redeliver("same");
            case REPEAT -> redeliver("anew");
            case DEAD_TOKEN -> kill(isOn);
            case LATE -> api.act(isOn ? "hold" : "release", Map.of());
            default -> plan(name, isOn, times);
        }
        boolean lasts = name.equals(DEAD_TOKEN) || name.equals(LATE);
        if (lasts && isOn) {
            on.add(name);
        } else {
            on.remove(name);
        }
    }

    private void redeliver(String how) {
        if (api.show("deliveries", Map.of())
                .getArray("deliveries", new JsonArray())
                .isEmpty()) {
            throw Refused.wrong(api.name() + " has sent nothing yet");
        }
        api.act("redeliver", Map.of("how", how));
    }

    private void kill(boolean isDead) {
        switch (id) {
            case "slack" -> api.act("bot-token", Map.of("standing", isDead ? "revoked" : "valid"));
            case "teams" -> {
                api.act("client-secret", Map.of("standing", isDead ? "expired" : "valid"));
                api.act("revoke-tokens", Map.of());
            }
            default -> {
                api.act("client-refused", Map.of("on", isDead));
                api.act("revoke-token", Map.of());
            }
        }
    }

    /** The system forgets all failures at once, so the other switches are told to it again. */
    private void plan(String name, boolean isOn, int times) {
        Map<String, Integer> left = left();
        List<Plan> others = plans.stream()
                .filter(plan -> !plan.by().equals(name))
                .filter(plan -> left.getOrDefault(plan.by(), 0) > 0)
                .toList();
        api.act("heal", Map.of());
        plans.clear();
        others.forEach(plan ->
                fail(new Plan(plan.by(), plan.call(), Math.min(plan.times(), left.getOrDefault(plan.by(), 0)))));
        if (isOn) {
            boolean isWrite = name.equals(LOST_ANSWER);
            int all = name.equals(DOWN) ? ALL : times;
            (isWrite ? writes : List.of(ANY)).forEach(call -> fail(new Plan(name, call, all)));
        }
    }

    private void fail(Plan plan) {
        Map<String, Object> fields = new HashMap<>(Map.of("call", plan.call(), "times", plan.times()));
        switch (plan.by()) {
            case LIMIT -> fields.putAll(Map.of("how", "limit", "retry_after", 5));
            case LOST_REQUEST, LOST_ANSWER -> fields.put("how", plan.by());
            default -> fields.putAll(Map.of("how", "status", "status", 503));
        }
        api.act("fail", fields);
        plans.add(plan);
    }

    /** Ends all of it. */
    synchronized void heal() {
        api.act("heal", Map.of());
        plans.clear();
        Set.copyOf(on).forEach(name -> turn(name, false, 1));
    }
}
