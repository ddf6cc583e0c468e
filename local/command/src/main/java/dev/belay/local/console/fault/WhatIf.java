package dev.belay.local.console.fault;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.pane.Systems;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.EventLog;
import dev.belay.local.console.web.Refused;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import dev.belay.local.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What happens if something goes wrong: switches for the faults of the simulated systems, counters of their calls, time that passes. */
public final class WhatIf {
    private static final String AWS = "aws";
    private static final int USUAL_TIMES = 3;
    private static final int LONGEST_MINUTES = 60 * 24 * 60;

    private final Systems systems;
    private final World world;
    private final EventLog events;
    private final List<FaultySystem> faulty = new ArrayList<>();
    private final Set<String> counting = ConcurrentHashMap.newKeySet();

    public WhatIf(Systems systems, World world, EventLog events) {
        this.systems = systems;
        this.world = world;
        this.events = events;
        faulty.add(FaultySystem.serviceNow(systems.serviceNow()));
        systems.slack().map(FaultySystem::slack).ifPresent(faulty::add);
        systems.teams().map(FaultySystem::teams).ifPresent(faulty::add);
        faulty.add(FaultySystem.pager(systems.pagerDuty()));
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET /api/what-if", _ -> Reply.json(json())),
                Route.of("POST /api/what-if", this::turn),
                Route.of("POST /api/what-if/heal", this::heal),
                Route.of("POST /api/what-if/time", this::pass));
    }

    private JsonObject json() {
        JsonArray all = new JsonArray();
        faulty.forEach(system -> all.add(system.json()));
        all.add(aws());
        JsonObject json = new JsonObject();
        json.put("systems", all);
        json.put("now", world.clock().instant().toString());
        return json;
    }

    /** AWS's calls are counted here; what it does when it fails is played by tests. */
    private JsonObject aws() {
        Map<String, Long> counts = world.aws().counts();
        JsonObject byName = new JsonObject();
        byName.putAll(counts);
        JsonObject json = new JsonObject();
        json.put("id", AWS);
        json.put("name", "AWS");
        json.put("calls", total(counts));
        json.put("by_name", byName);
        json.put("switches", new JsonArray());
        return json;
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private FaultySystem system(String id) {
        return faulty.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.wrong("there are no switches of " + id));
    }

    private Reply turn(Ask ask) {
        JsonObject given = ask.fields();
        FaultySystem system = system(Ask.text(given, "system"));
        system.turn(Ask.text(given, "switch"), Ask.flag(given, "on"), given.getInt("times", USUAL_TIMES));
        tellOf(system.id());
        return Reply.json(system.json());
    }

    private Reply heal(Ask ask) {
        ask.fields();
        faulty.forEach(system -> {
            system.heal();
            tellOf(system.id());
        });
        return Reply.json(json());
    }

    private Reply pass(Ask ask) {
        int minutes = ask.fields().getInt("minutes", 0);
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw Refused.wrong("minutes is a number from 1 to " + LONGEST_MINUTES);
        }
        systems.serviceNow().act("pass", Map.of("minutes", minutes));
        tellOf("time");
        return Reply.json(JsonObject.builder()
                .value("now", world.clock().instant().toString())
                .done());
    }

    private void tellOf(String system) {
        events.tell(JsonObject.builder()
                .value("pane", "what-if")
                .value("system", system)
                .done());
    }

    /** A system was called: pages are told how often by now, and of many calls at once only once. */
    public void counted(String system) {
        if (counting.add(system)) {
            Thread.ofVirtual().start(() -> count(system));
        }
    }

    private void count(String system) {
        counting.remove(system);
        try {
            long calls = system.equals(AWS)
                    ? total(world.aws().counts())
                    : system(system).counts().getLong("total", 0);
            events.tell(JsonObject.builder()
                    .value("pane", "calls")
                    .value("system", system)
                    .value("calls", calls)
                    .done());
        } catch (Refused e) {
            return; // it is closed
        }
    }
}
