package dev.belay.local.console.pane;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.LoopbackServer;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of ServiceNow for a record's activity, and in which order it is shown. */
final class ActivityTest {
    private static final String RECORD = "0123456789abcdef0123456789abcdef";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient http = HttpClient.newHttpClient();
    private JsonArray journal = new JsonArray();
    private int total;

    private final LoopbackServer serviceNow = LoopbackServer.start(0, 0, exchange -> {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            String path = exchange.getRequestURI().getPath();
            asked.add(path + "?" + URLDecoder.decode(query, StandardCharsets.UTF_8));
            JsonArray users = new JsonArray();
            users.add(JsonObject.builder()
                    .value("user_name", "alice")
                    .value("name", "Alice Archer")
                    .done());
            Object rows = path.endsWith("sys_user") ? users : journal;
            byte[] body = JsonWriter.string(
                            JsonObject.builder().value("result", rows).done())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Total-Count", Integer.toString(total));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    });

    @AfterEach
    void stop() {
        http.shutdownNow();
        serviceNow.close();
    }

    private void written(String value, String author, String at) {
        journal.add(JsonObject.builder()
                .value("value", value)
                .value("sys_created_by", author)
                .value("sys_created_on", "2026-11-30 10:00:" + at)
                .done());
    }

    private Activity.Shown shown() {
        return new Activity(new SystemApi(http, "ServiceNow", serviceNow.url()), Optional.empty()).of(RECORD);
    }

    @Test
    void the_newest_entries_are_asked_for_and_the_names_of_those_who_wrote_them() {
        written("third", "alice", "09");
        written("first", "system", "01");
        written("second", "alice", "01");
        total = 203;
        Activity.Shown shown = shown();
        assertThat(shown.entries())
                .extracting(
                        entry -> ((JsonObject) entry).getString("value") + " " + ((JsonObject) entry).getString("name"))
                .containsExactly("third Alice Archer", "second Alice Archer", "first system");
        assertThat(shown.older()).isEqualTo(200);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0))
                .startsWith("/api/now/table/sys_journal_field?")
                .contains("sysparm_query=element_id=" + RECORD + "^ORDERBYDESCsys_created_on")
                .contains("sysparm_limit=" + Activity.NEWEST);
        assertThat(asked.get(1))
                .startsWith("/api/now/table/sys_user?")
                .contains("sysparm_query=user_nameINalice,system");
    }

    @Test
    void nobody_is_asked_for_where_nothing_was_written() {
        assertThat(shown().entries()).isEmpty();
        assertThat(asked).hasSize(1);
    }
}
