package dev.belay.local.demo.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.teams.login.AccessTokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Microsoft Graph, read with a token of its own and waited for where it limits us: it counts the app's calls and ours together. */
final class Graph {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TRIES = 40;

    private final HttpClient http;
    private final SimulatedTeams teams;
    private Duration waited = Duration.ZERO;

    Graph(HttpClient http, SimulatedTeams teams) {
        this.http = http;
        this.teams = teams;
    }

    /** The members of a list. */
    List<JsonObject> list(String path, Map<String, String> query) {
        return read(path, query).getArray("value", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    JsonObject read(String path, Map<String, String> query) {
        Api api =
                new Api(http, teams.graphUrl(), "Bearer " + teams.accessTokens().issue(AccessTokens.GRAPH));
        for (int tries = 0; tries < TRIES; tries++) {
            JsonObject answer = api.get(path, query);
            String error = answer.getObject("error", new JsonObject()).getString("code", "");
            if (error.isEmpty()) {
                return answer;
            }
            if (!error.equals("TooManyRequests")) {
                throw new StoryFailed("Graph's " + path + " said " + error);
            }
            long begun = System.nanoTime();
            LockSupport.parkNanos(PAUSE.toNanos());
            waited = waited.plusNanos(System.nanoTime() - begun);
        }
        throw new StoryFailed("Graph's " + path + " has no room for us");
    }

    /** How long Graph's rate limit, which readers share with the app, has kept us from reading so far. */
    Duration waited() {
        return waited;
    }
}
