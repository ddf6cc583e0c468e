package dev.belay.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.console.Page.Events;
import dev.belay.local.world.Installation;
import dev.belay.simulator.slack.AcmeWorkspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the console shows of what happened, what goes wrong on purpose, and how the bindings stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TraceTest {
    private final Page page = new Page("traced");

    @AfterAll
    void stop() {
        page.close();
    }

    private String open(String level) {
        JsonObject fields = Page.fields("short_description", "Down", "impact", level, "urgency", level);
        return page.act("POST", "/api/servicenow/records", "as", "alice", "fields", fields)
                .getString("sys_id");
    }

    private Optional<JsonObject> trace(String record) {
        return Page.objects(page.get("/api/traces"), "traces").stream()
                .filter(trace -> trace.getString("record").equals("incident:" + record))
                .filter(trace -> trace.getString("title").equals("ServiceNow: record.opened"))
                .filter(trace -> trace.getString("outcome").equals("ok"))
                .findFirst();
    }

    private static Optional<JsonObject> span(JsonObject trace, String kind, String name) {
        return Page.objects(trace, "spans").stream()
                .filter(span -> span.getString("kind").equals(kind)
                        && span.getString("name").contains(name))
                .findFirst();
    }

    @Test
    void an_event_is_followed_from_the_request_to_each_call() {
        try (Events events = page.events("")) {
            String sysId = open("1");
            JsonObject summary = events.until(() -> trace(sysId));
            String id = summary.getString("id");
            JsonObject trace = events.until(() -> Optional.of(page.get("/api/traces/" + id))
                    .filter(seen -> span(seen, "call", "chat.postMessage").isPresent()));
            assertThat(Page.objects(trace, "spans"))
                    .extracting(span -> span.getString("kind"))
                    .contains("request", "verification", "queue", "worker", "call");
            assertThat(span(trace, "verification", "servicenow").orElseThrow().getString("outcome"))
                    .isEqualTo("PROVED");
            assertThat(span(trace, "call", "GET incident").orElseThrow().getString("system"))
                    .isEqualTo("servicenow");
            assertThat(Page.objects(trace, "spans")).allSatisfy(span -> assertThat(span.getDouble("duration_ms"))
                    .isNotNegative());
        }
    }

    @Test
    void request_and_answer_of_a_call_are_shown_without_their_secrets() {
        try (Events events = page.events("")) {
            String sysId = open("1");
            String id = events.until(() -> trace(sysId)).getString("id");
            JsonObject trace = events.until(() -> Optional.of(page.get("/api/traces/" + id))
                    .filter(seen -> span(seen, "call", "chat.postMessage").isPresent())
                    .filter(seen -> span(seen, "call", "POST_CARD").isPresent()));
            String address = "/api/traces/" + trace.getString("id") + "/spans/";
            List<JsonObject> known = Page.objects(trace, "spans").stream()
                    .filter(span -> span.getBoolean("detail"))
                    .toList();
            assertThat(known)
                    .extracting(span -> span.getString("system"))
                    .contains("", "slack", "teams", "servicenow", "dynamodb");
            for (JsonObject span : known) {
                JsonObject exchange = page.get(address + Page.encoded(span.getString("id")));
                assertThat(exchange.getObject("request").getString("method")).isNotEmpty();
                assertThat(JsonWriter.string(exchange))
                        .as("%s %s", span.getString("system"), span.getString("name"))
                        .doesNotContain(
                                AcmeWorkspace.APP.botToken(),
                                AcmeWorkspace.APP.signingSecret(),
                                "local-client-secret",
                                "local-event-key",
                                "eyJ");
            }
            JsonObject slack = page.get(address
                    + Page.encoded(known.stream()
                            .filter(span -> span.getString("system").equals("slack"))
                            .findFirst()
                            .orElseThrow()
                            .getString("id")));
            assertThat(slack.getObject("request").getObject("headers").getString("authorization"))
                    .isEqualTo("Bearer ***");
            JsonObject queue = span(trace, "queue", "records").orElseThrow();
            assertThat(page.send(page.request(address + Page.encoded(queue.getString("id")))
                                    .GET()
                                    .build())
                            .status())
                    .isEqualTo(404);
        }
    }

    private JsonObject system(String id) {
        return Page.objects(page.get("/api/what-if"), "systems").stream()
                .filter(system -> system.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject toggle(JsonObject system, String id) {
        return Page.objects(system, "switches").stream()
                .filter(each -> each.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void turn(String system, String name, boolean on, int times) {
        page.act("POST", "/api/what-if", "system", system, "switch", name, "on", on, "times", times);
    }

    @Test
    void switches_of_one_system_do_not_disturb_each_other() {
        turn("pagerduty", "limit", true, 2);
        turn("pagerduty", "lost_request", true, 4);
        assertThat(toggle(system("pagerduty"), "limit").getInt("left")).isEqualTo(2);
        assertThat(toggle(system("pagerduty"), "lost_request").getInt("left")).isEqualTo(4);
        turn("pagerduty", "limit", false, 1);
        assertThat(toggle(system("pagerduty"), "limit").getBoolean("on")).isFalse();
        assertThat(toggle(system("pagerduty"), "lost_request").getInt("left")).isEqualTo(4);
        page.act("POST", "/api/what-if/heal");
        assertThat(toggle(system("pagerduty"), "lost_request").getBoolean("on")).isFalse();
    }

    @Test
    void an_event_that_comes_twice_is_one_more_request_and_changes_nothing() {
        JsonObject nothing = Page.fields("system", "slack", "switch", "fire", "on", true);
        assertThat(page.ask("POST", "/api/what-if", nothing).json().getString("error"))
                .contains("no switch fire");
        try (Events events = page.events("")) {
            String sysId = open("4");
            events.until(() -> trace(sysId));
            long before = copies(sysId);
            turn("servicenow", "duplicate", true, 1);
            events.until(() -> Optional.of(copies(sysId)).filter(now -> now > before));
            assertThat(toggle(system("servicenow"), "duplicate").getBoolean("on"))
                    .isFalse();
        }
    }

    private long copies(String sysId) {
        return Page.objects(page.get("/api/traces?routine=true&limit=300"), "traces").stream()
                .filter(trace -> trace.getString("title").startsWith("ServiceNow: record"))
                .filter(trace -> trace.getString("outcome").equals("ok"))
                .filter(trace -> trace.getString("record").equals("incident:" + sysId))
                .count();
    }

    private boolean hasOperationsChannel() {
        return page.get("/api/bindings").getBoolean("operations_channel");
    }

    @Test
    void whether_a_change_of_credentials_is_told_anywhere_is_as_the_settings_say() {
        Installation installation = page.running.world().installation();
        assertThat(hasOperationsChannel()).isTrue();
        JsonObject before = new JsonObject();
        installation.changeSettings(before::putAll);
        installation.changeSettings(settings -> settings.remove("operations_channel"));
        try {
            assertThat(hasOperationsChannel()).isFalse();
        } finally {
            installation.changeSettings(settings -> settings.putAll(before));
        }
    }

    @Test
    void a_dead_token_is_found_told_and_comes_back() {
        try (Events events = page.events("")) {
            turn("slack", "dead_token", true, 1);
            assertThat(toggle(system("slack"), "dead_token").getBoolean("on")).isTrue();
            page.act("POST", "/api/credentials/check");
            assertThat(health("slack/T01ACME")).isEqualTo("unhealthy");
            turn("slack", "dead_token", false, 1);
            page.act("POST", "/api/credentials/check");
            assertThat(health("slack/T01ACME")).isEqualTo("healthy");
            events.until(() ->
                    Optional.of(events.next()).filter(event -> event.data().contains("bindings")));
        }
    }

    private String health(String name) {
        return Page.objects(page.get("/api/bindings"), "credentials").stream()
                .filter(credential -> credential.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("state");
    }

    @Test
    void links_and_users_are_shown_with_the_time_that_is_left() {
        try (Events events = page.events("")) {
            String sysId = open("1");
            JsonObject link = events.until(() -> Page.objects(page.get("/api/bindings"), "links").stream()
                    .filter(each -> each.getString("record").equals("incident:" + sysId))
                    .filter(each -> each.getString("state").equals("READY"))
                    .findFirst());
            assertThat(link.getBoolean("dedicated")).isTrue();
            assertThat(link.getString("conversation")).isNotEmpty();
            page.act(
                    "POST",
                    "/api/slack/messages",
                    "as",
                    "alice",
                    "channel",
                    "C0SUPPORT",
                    "text",
                    "/belay postmortem INC0 x");
            long days = Page.objects(page.get("/api/bindings"), "users").stream()
                            .mapToLong(user -> user.getLong("left_seconds"))
                            .max()
                            .orElse(0)
                    / 86_400;
            assertThat(days).isBetween(0L, 30L);
            String before = page.get("/api/what-if").getString("now");
            page.act("POST", "/api/what-if/time", "minutes", 60);
            assertThat(page.get("/api/what-if").getString("now")).isGreaterThan(before);
        }
    }

    @Test
    void calls_are_counted() {
        try (Events events = page.events("")) {
            long before = system("servicenow").getLong("calls");
            String sysId = open("4");
            events.until(() -> trace(sysId));
            assertThat(system("servicenow").getLong("calls")).isGreaterThan(before);
            assertThat(system("aws").getLong("calls")).isPositive();
        }
    }
}
