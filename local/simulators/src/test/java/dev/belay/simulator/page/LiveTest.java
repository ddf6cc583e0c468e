package dev.belay.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Open pages hear of every change, and every page says what is around it. */
final class LiveTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), Clock.systemUTC());
    private final SimulatedTeams teams = SimulatedTeams.start(0, new Faults(), Clock.systemUTC());
    private final SimulatedServiceNow serviceNow =
            SimulatedServiceNow.start(0, new Faults(), Clock.systemUTC(), "acme");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        slack.close();
        teams.close();
        serviceNow.close();
        http.shutdownNow();
    }

    @Test
    void what_somebody_does_on_a_page_is_told_to_every_other() throws IOException, InterruptedException {
        changes(slack.url(), "/say", "as=U01ALICE&channel=" + AcmeWorkspace.SUPPORT + "&text=hello");
        changes(
                teams.url(),
                "/say",
                "as=" + AcmeTeams.ALICE + "&conversation=" + AcmeTeams.SUPPORT.replace("@", "%40") + "&text=hello");
        changes(serviceNow.url(), "/incidents", "short_description=Down&impact=1&urgency=1&as=admin");
    }

    private void changes(URI system, String path, String form) throws IOException, InterruptedException {
        HttpResponse<InputStream> events =
                http.send(HttpRequest.newBuilder(system.resolve("/_live")).build(), BodyHandlers.ofInputStream());
        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("retry: 500");
            assertThat(lines.readLine()).isEmpty();
            HttpRequest post = HttpRequest.newBuilder(system.resolve(path))
                    .header("Content-Type", FORM)
                    .POST(BodyPublishers.ofString(form))
                    .build();
            assertThat(http.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(303);
            assertThat(List.of(lines.readLine(), lines.readLine())).containsExactly("id: 1", "data: changed");
        }
    }

    @Test
    void a_system_that_stops_lets_its_open_pages_go() throws IOException, InterruptedException {
        HttpResponse<InputStream> events =
                http.send(HttpRequest.newBuilder(slack.url().resolve("/_live")).build(), BodyHandlers.ofInputStream());
        try (InputStream body = events.body()) {
            assertThat(body.read()).isPositive();
            slack.close();
            toTheEnd(body); // an open page would be read for ever
        }
    }

    /** A connection that drops is an end too. */
    private static void toTheEnd(InputStream body) {
        try {
            while (body.read() >= 0) {}
        } catch (IOException _) {
            // the connection was dropped
        }
    }

    @Test
    void the_script_is_the_systems_own_and_no_other_may_run() throws IOException, InterruptedException {
        for (URI system : List.of(slack.url(), teams.url(), serviceNow.url())) {
            HttpResponse<String> page = get(system.resolve("/"));
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
            assertThat(OnlyOurScript.without(page.body())).contains("data-live").doesNotContain("<script");
            assertThat(get(system.resolve("/_live.js")).body()).contains("new EventSource('/_live')");
        }
    }

    @Test
    void a_page_says_what_to_do_first_who_may_act_and_where_the_others_are() throws IOException, InterruptedException {
        Sandbox around = new Sandbox(
                "First open an incident in",
                Map.of("ServiceNow", serviceNow.url()),
                email -> email.equals("alice@acme.example") ? "may act" : "",
                link -> slack.here(link).or(() -> teams.here(link)));
        slack.sandbox(around);
        teams.sandbox(around);
        serviceNow.sandbox(around);
        for (URI system : List.of(slack.url(), teams.url())) {
            assertThat(get(system.resolve("/")).body())
                    .contains("First open an incident in")
                    .contains("<a href=\"" + serviceNow.url() + "\">ServiceNow</a>")
                    .contains("Alice Archer <small>may act</small>")
                    .contains("Gus Guest <small>guest: may not act</small>")
                    .containsPattern("Bob Baker</a>");
        }
        String open = "{\"short_description\":\"x\",\"x_belay_chat_slack\":\"" + AcmeWorkspace.SUPPORT
                + "\",\"work_notes\":\"see https://teams.microsoft.com/l/channel/"
                + AcmeTeams.SUPPORT.replace(":", "%3A")
                + "/support?groupId=1 and https://elsewhere.example/a?b=1&c=2.\"}";
        assertThat(http.send(
                                HttpRequest.newBuilder(serviceNow.url().resolve("/api/now/table/incident"))
                                        .header("Authorization", "Basic YWRtaW46YWRtaW4=")
                                        .header("Content-Type", "application/json")
                                        .header("Accept", "application/json")
                                        .POST(BodyPublishers.ofString(open))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(get(serviceNow.url().resolve("/")).body())
                .contains("<a href=\"" + slack.url() + "/?channel=C0SUPPORT\">C0SUPPORT</a>")
                .contains("<a href=\"" + teams.url() + "/?conversation=19%3A0aacme0support")
                .contains("<a href=\"https://elsewhere.example/a?b=1&amp;c=2\">");
    }

    @Test
    void only_links_of_the_real_platforms_lead_here() {
        assertThat(slack.here("https://app.slack.com/client/T01ACME/" + AcmeWorkspace.GENERAL))
                .contains(slack.url() + "/?channel=" + AcmeWorkspace.GENERAL);
        assertThat(slack.here("https://acme.slack.com/archives/" + AcmeWorkspace.GENERAL + "/p1700000000"))
                .isPresent();
        assertThat(slack.here("https://docs.slack.dev/reference")).isEmpty();
        assertThat(slack.here("https://evil.example/client/T01ACME/" + AcmeWorkspace.GENERAL))
                .isEqualTo(Optional.empty());
        assertThat(teams.here("https://teams.microsoft.com/l/message/" + AcmeTeams.SUPPORT + "/1?tenantId=x"))
                .isPresent();
        assertThat(teams.here("https://teams.microsoft.com.evil.example/l/message/" + AcmeTeams.SUPPORT + "/1"))
                .isEmpty();
    }

    @Test
    void a_page_is_drawn_while_another_system_is_locked() {
        Sandbox around =
                new Sandbox("", Map.of(), email -> "", link -> slack.here(link).or(() -> teams.here(link)));
        slack.sandbox(around);
        teams.sandbox(around);
        teams.channel(AcmeTeams.GENERAL).describe("https://app.slack.com/client/T01ACME/" + AcmeWorkspace.SUPPORT);
        assertThat(slack.workspace().atomically(() -> drawn(teams.url())))
                .contains("<a href=\"" + slack.url() + "/?channel=" + AcmeWorkspace.SUPPORT + "\">");
        slack.workspace()
                .channel(AcmeWorkspace.GENERAL)
                .orElseThrow()
                .describe(new Channel.Words(
                        "https://teams.microsoft.com/l/channel/" + AcmeTeams.SUPPORT + "/support",
                        AcmeWorkspace.ALICE,
                        0));
        assertThat(teams.tenant().atomically(() -> drawn(slack.url())))
                .contains("<a href=\"" + teams.url() + "/?conversation=19%3A0aacme0support");
    }

    private String drawn(URI page) {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(page + " was not drawn", e);
        }
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
