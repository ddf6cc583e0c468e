package dev.belay.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
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
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads the change feed of a system hears of each change, by its number, and of what one missed. */
final class ChangesTest {
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

    /** A reader of one feed. */
    private final class Reader implements AutoCloseable {
        private final BufferedReader lines;
        private String last = "";

        Reader(URI system, String lastEventId) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(system.resolve("/_sim/changes"));
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** It is open once it says so. */
        Reader opened() throws IOException {
            assertThat(lines.readLine()).isEqualTo(": open");
            return this;
        }

        String line() throws IOException {
            return lines.readLine();
        }

        /** The next change of this kind; those of other kinds in between are passed over. */
        String next(String kind) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    last = line.substring(4);
                } else if (line.startsWith("data: ") && line.contains("\"kind\":\"" + kind + "\"")) {
                    return object(line.substring(6)).getString("id");
                }
            }
            throw new AssertionError("the feed ended");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static JsonObject object(String json) {
        try {
            return JsonParser.object().from(json);
        } catch (JsonParserException e) {
            throw new AssertionError(json, e);
        }
    }

    private JsonObject sim(URI system, String command, JsonObject fields) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(system.resolve("/_sim/" + command))
                .POST(BodyPublishers.ofString(JsonWriter.string(fields)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return object(response.body());
    }

    private static JsonObject fields(String... pairs) {
        JsonObject fields = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_people_do_in_slack_is_told_by_its_channel() throws IOException, InterruptedException {
        String channel = AcmeWorkspace.SUPPORT;
        try (Reader reader = new Reader(slack.url(), "").opened()) {
            JsonObject said =
                    sim(slack.url(), "say", fields("user", AcmeWorkspace.ALICE, "channel", channel, "text", "hello"));
            assertThat(reader.next("channel")).isEqualTo(channel);
            JsonObject own = fields("user", AcmeWorkspace.ALICE, "channel", channel, "ts", said.getString("ts"));
            sim(slack.url(), "pin", own);
            assertThat(reader.next("channel")).isEqualTo(channel);
            own.put("text", "bye");
            sim(slack.url(), "edit-message", own);
            assertThat(reader.next("channel")).isEqualTo(channel);
            sim(slack.url(), "delete-message", own);
            assertThat(reader.next("channel")).isEqualTo(channel);
            JsonObject file =
                    fields("user", AcmeWorkspace.BOB, "channel", channel, "name", "a.txt", "content", base64("a"));
            sim(slack.url(), "share-file", file);
            assertThat(reader.next("channel")).isEqualTo(channel);
            sim(slack.url(), "rename", fields("user", AcmeWorkspace.ALICE, "channel", channel, "name", "help"));
            assertThat(reader.next("channel")).isEqualTo(channel);
            assertThat(slack.messages(channel))
                    .extracting(message -> message.content().text())
                    .containsExactly("");
        }
    }

    @Test
    void what_people_do_in_teams_is_told_by_its_conversation() throws IOException, InterruptedException {
        String channel = AcmeTeams.SUPPORT;
        try (Reader reader = new Reader(teams.url(), "").opened()) {
            JsonObject said =
                    sim(teams.url(), "say", fields("person", AcmeTeams.ALICE, "channel", channel, "text", "hello"));
            assertThat(reader.next("conversation")).isEqualTo(channel);
            JsonObject own = fields("person", AcmeTeams.ALICE, "channel", channel, "message", said.getString("id"));
            own.put("text", "bye");
            sim(teams.url(), "edit-message", own);
            assertThat(reader.next("conversation")).isEqualTo(channel);
            sim(teams.url(), "delete-message", own);
            assertThat(reader.next("conversation")).isEqualTo(channel);
            JsonObject file =
                    fields("person", AcmeTeams.BOB, "channel", channel, "name", "a.txt", "content", base64("a"));
            sim(teams.url(), "share-file", file);
            assertThat(reader.next("conversation")).isEqualTo(channel);
        }
    }

    @Test
    void a_record_is_told_of_with_its_notes_and_attachments() throws IOException, InterruptedException {
        try (Reader reader = new Reader(serviceNow.url(), "").opened()) {
            String password = "Basic " + base64("admin:admin");
            HttpRequest open = HttpRequest.newBuilder(serviceNow.url().resolve("/api/now/table/incident"))
                    .header("Authorization", password)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofString("{\"short_description\":\"Down\",\"work_notes\":\"looking\"}"))
                    .build();
            http.send(open, BodyHandlers.discarding());
            String sysId = reader.next("incident");
            URI attachment = serviceNow
                    .url()
                    .resolve("/api/now/attachment/file?table_name=incident&file_name=a.txt&table_sys_id=" + sysId);
            HttpRequest attach = HttpRequest.newBuilder(attachment)
                    .header("Authorization", password)
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("a"))
                    .build();
            http.send(attach, BodyHandlers.discarding());
            assertThat(reader.next("incident")).isEqualTo(sysId);
        }
    }

    @Test
    void faults_that_are_planned_are_told_of() throws IOException, InterruptedException {
        try (Reader reader = new Reader(slack.url(), "").opened()) {
            sim(slack.url(), "fail", fields("call", "chat.update", "how", "lost_answer"));
            assertThat(reader.next("failures")).isEmpty();
        }
    }

    @Test
    void who_comes_back_with_the_last_number_hears_what_was_missed() throws IOException, InterruptedException {
        String last;
        try (Reader reader = new Reader(slack.url(), "").opened()) {
            sim(slack.url(), "say", fields("user", AcmeWorkspace.ALICE, "channel", AcmeWorkspace.SUPPORT, "text", "1"));
            reader.next("channel");
            last = reader.last;
        }
        sim(slack.url(), "say", fields("user", AcmeWorkspace.ALICE, "channel", AcmeWorkspace.GENERAL, "text", "2"));
        try (Reader again = new Reader(slack.url(), last).opened()) {
            assertThat(again.next("channel")).isEqualTo(AcmeWorkspace.GENERAL);
            assertThat(Long.parseLong(again.last)).isGreaterThan(Long.parseLong(last));
        }
        try (Reader lost = new Reader(slack.url(), "123456789")) {
            assertThat(lost.line()).isEqualTo("event: reset");
        }
    }

    @Test
    void it_is_listed_with_what_else_can_be_said() throws IOException, InterruptedException {
        HttpRequest index = HttpRequest.newBuilder(slack.url().resolve("/_sim")).build();
        assertThat(http.send(index, BodyHandlers.ofString()).body())
                .contains("/_sim/changes", "/_sim/exchanges", "/_sim/call-counts");
    }
}
