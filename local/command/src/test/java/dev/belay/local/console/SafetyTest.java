package dev.belay.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.local.console.Page.Answered;
import dev.belay.local.console.Page.Event;
import dev.belay.local.console.Page.Events;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the console serves, what it tells a browser, how it refuses, and what a page that comes back is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SafetyTest {
    private final Page page = new Page("guarded");

    @AfterAll
    void stop() {
        page.close();
    }

    /** The status of a request whose headers are as they are given: a client would set {@code Host} itself. */
    private String status(String... headers) throws IOException {
        return statusOf("/api/world", headers);
    }

    private String statusOf(String path, String... headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), page.console.url().getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return answer.readLine().split(" ", -1)[1];
        }
    }

    @Test
    void another_name_that_leads_here_is_refused() throws IOException {
        int port = page.console.url().getPort();
        assertThat(status("Host: 127.0.0.1:" + port)).isEqualTo("200");
        assertThat(status("Host: localhost:" + port)).isEqualTo("200");
        for (String host :
                List.of("evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:" + port)) {
            assertThat(status("Host: " + host)).as(host).isEqualTo("403");
        }
    }

    @Test
    void another_page_is_refused() throws IOException {
        String host = "Host: 127.0.0.1:" + page.console.url().getPort();
        String own = "http://127.0.0.1:" + page.console.url().getPort();
        assertThat(status(host, "Origin: " + own)).isEqualTo("200");
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "https" + own.substring(4))) {
            assertThat(status(host, "Origin: " + origin)).as(origin).isEqualTo("403");
        }
        assertThat(status(host, "Sec-Fetch-Site: same-origin")).isEqualTo("200");
        assertThat(status(host, "Sec-Fetch-Site: cross-site")).isEqualTo("403");
        assertThat(status(host, "Sec-Fetch-Site: same-site")).isEqualTo("403");
    }

    @Test
    void a_link_may_lead_to_the_page_itself_and_to_nothing_else() throws IOException {
        String host = "Host: 127.0.0.1:" + page.console.url().getPort();
        String[] followed = {host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"};
        assertThat(statusOf("/?link=x", followed)).isNotEqualTo("403");
        assertThat(statusOf("/api/world", followed)).isEqualTo("403");
        assertThat(statusOf("/", host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"))
                .isEqualTo("403");
    }

    @Test
    void a_link_to_a_record_of_the_simulated_instance_leads_to_the_page() {
        String link = page.running.world().serviceNow().url() + "/nav_to.do?uri=incident.do?sys_id=1";
        Answered answered = page.send(HttpRequest.newBuilder(URI.create(link)).build());
        assertThat(answered.status()).isEqualTo(302);
        assertThat(header(answered, "Location")).isEqualTo(page.console.url() + "/?link=" + Page.encoded(link));
    }

    @Test
    void every_answer_forbids_scripts_that_are_not_its_own() {
        for (String path : List.of("/", "/api/world", "/console/none.js", "/api/none")) {
            Answered answered = page.send(page.request(path).GET().build());
            assertThat(header(answered, "Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(answered, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    private static String header(Answered answered, String name) {
        return answered.response().headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/console/app.js", "/api/servicenow/choices?as=alice", "/api/none", "/console/none.js"})
    void head_is_answered_as_get_is_without_the_body(String path) {
        Answered got = page.send(page.request(path).GET().build());
        Answered head = page.send(page.request(path).HEAD().build());
        assertThat(head.status()).isEqualTo(got.status());
        assertThat(head.response().body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length", "Content-Security-Policy", "ETag")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(got, name));
        }
    }

    @Test
    void head_of_what_goes_on_ends_and_of_what_changes_something_is_refused() {
        Answered head = page.send(page.request("/api/events").HEAD().build());
        assertThat(head.status()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).startsWith("text/event-stream");
        assertThat(page.send(page.request("/api/slack/press").HEAD().build()).status())
                .isEqualTo(405);
    }

    @Test
    void only_files_of_the_page_are_served() {
        for (String path : List.of(
                "/console/..%2f..%2fdev%2fbelay%2flocal%2fconsole%2fConsole.class",
                "/console/../template.yaml", "/console/Console.class", "/META-INF/MANIFEST.MF", "/console/")) {
            assertThat(page.send(page.request(path).GET().build()).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() {
        refused(
                400,
                "POST",
                "/api/servicenow/records",
                Page.fields("as", "alice", "fields", new JsonObject()),
                "short description");
        refused(400, "POST", "/api/servicenow/records", Page.fields("as", "nobody"), "nobody is called nobody");
        refused(400, "POST", "/api/slack/press", Page.fields("as", "alice", "channel", "C0SUPPORT"), "ts");
        refused(400, "POST", "/api/what-if", Page.fields("system", "slack", "switch", "fire", "on", true), "fire");
        refused(
                400,
                "POST",
                "/api/what-if",
                Page.fields("system", "slack", "switch", "limit", "on", "yes"),
                "true or false");
        refused(400, "POST", "/api/what-if/time", Page.fields("minutes", -1), "minutes");
        refused(405, "PUT", "/api/slack/messages", new JsonObject(), "POST");
        refused(
                403,
                "POST",
                "/api/teams/messages",
                Page.fields("as", "sol", "conversation", "x", "text", "y"),
                "Teams");
        JsonObject outsider = Page.fields("as", "mallory", "channel", "C0GENERAL", "text", "hello");
        refused(400, "POST", "/api/slack/messages", outsider, "cannot write");
        for (String path : List.of(
                "/api/slack/channels",
                "/api/servicenow/records?as=alice&table=sys_user",
                "/api/servicenow/records?as=alice&limit=0")) {
            assertThat(page.send(page.request(path).GET().build()).status())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    private void refused(int status, String method, String path, JsonObject body, String sentence) {
        Answered answered = page.ask(method, path, body);
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(status);
        assertThat(answered.json().getString("error")).contains(sentence);
    }

    @Test
    void a_body_of_another_type_or_size_is_refused() {
        HttpRequest form = page.request("/api/slack/press")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"as\":\"alice\"}"))
                .build();
        assertThat(page.send(form).status()).isEqualTo(415);
        HttpRequest broken = page.request("/api/slack/press")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[1"))
                .build();
        assertThat(page.send(broken).status()).isEqualTo(400);
        HttpRequest large = page.request("/api/slack/press")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(" ".repeat((1 << 20) + 1)))
                .build();
        assertThat(page.send(large).status()).isEqualTo(413);
    }

    private String say(String text) {
        return page.act("POST", "/api/slack/messages", "as", "bob", "channel", "C0SUPPORT", "text", text)
                .getString("ts");
    }

    private static Event channelChanged(Events events) {
        Event event = events.next();
        while (!event.data().contains("C0SUPPORT")) {
            event = events.next();
        }
        return event;
    }

    @Test
    void a_page_that_comes_back_is_told_what_it_missed() {
        String last;
        try (Events events = page.events("")) {
            assertThat(events.next().name()).isEqualTo("ready");
            say("one");
            Event event = channelChanged(events);
            assertThat(event.name()).isEqualTo("changed");
            assertThat(event.json()).containsEntry("pane", "slack").containsEntry("channel", "C0SUPPORT");
            last = event.id();
        }
        try (Events watching = page.events("")) {
            say("two");
            channelChanged(watching);
        }
        try (Events again = page.events(last)) {
            assertThat(Long.parseLong(channelChanged(again).id())).isGreaterThan(Long.parseLong(last));
        }
    }

    @Test
    void a_page_that_missed_too_much_is_told_to_read_all_anew() {
        try (Events events = page.events("999999999")) {
            assertThat(events.next().name()).isEqualTo("reset");
            say("three");
            assertThat(channelChanged(events).name()).isEqualTo("changed");
        }
    }
}
