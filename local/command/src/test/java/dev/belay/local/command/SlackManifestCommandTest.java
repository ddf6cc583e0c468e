package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.belay.local.secrets.Surroundings;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Slack app's manifest comes with the stack's request URL in it, and Slack's schema takes it. */
final class SlackManifestCommandTest {
    private static final SimulatedAws AWS =
            SimulatedAws.start(0, new Faults(), Clock.systemUTC()).ready();
    private static final String URL = "https://abc123.execute-api.eu-central-1.amazonaws.com";

    private static final String SCHEMA = published();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private static String published() {
        try (InputStream schema =
                SlackManifestCommandTest.class.getResourceAsStream("slackapi/manifest.schema.2.0.0.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        AWS.close();
    }

    @Test
    void it_has_the_url_in_all_places_and_keeps_the_reasons_for_the_scopes() {
        assertThat(run("slack", "manifest", "--url", URL)).isZero();
        assertThat(text(out))
                .containsSubsequence(
                        "url: " + URL + "/slack/events\n",
                        "request_url: " + URL + "/slack/events\n",
                        "request_url: " + URL + "/slack/events\n")
                .contains("- chat:write # post and update the card")
                .doesNotContain("REPLACE-ME");
    }

    @Test
    void the_stack_tells_the_url() throws IOException {
        AWS.deployed("belay-dev", Map.of(), Map.of("ServiceNowEventUrl", URL + "/servicenow/events"));
        Path file = folder.resolve("manifest.yaml");
        assertThat(run("slack", "manifest", "--stack", "belay-dev", "--out", file.toString()))
                .isZero();
        assertThat(text(out)).isEqualTo(file + " is written\n");
        assertThat(Files.readString(file)).contains("request_url: " + URL + "/slack/events\n");
    }

    @Test
    void without_a_stack_or_with_a_url_that_slack_would_not_take_it_says_what_to_do() {
        assertThat(run("slack", "manifest", "--stack", "nowhere")).isOne();
        assertThat(text(errors)).contains("there is no stack 'nowhere' here that tells its URL: deploy it first");
        for (String no : List.of("http://acme.example", URL + "/servicenow/events", URL + "?x=1", "acme.example")) {
            assertThat(run("slack", "manifest", "--url", no)).as(no).isEqualTo(2);
        }
        assertThat(text(errors)).contains("--url is https and the API's host, with or without /slack/events");
        assertThat(run("slack")).isEqualTo(2);
        assertThat(run(
                        "slack",
                        "manifest",
                        "--url",
                        URL,
                        "--out",
                        folder.resolve("no/folder").toString()))
                .isOne();
        assertThat(text(errors)).contains("no/folder cannot be written");
    }

    @Test
    void it_is_as_slack_s_published_schema_says() {
        assertThat(problems(manifest())).isEmpty();
    }

    @Test
    void a_manifest_that_slack_would_refuse_is_found_by_that_schema() {
        String manifest = manifest();
        assertThat(problems(manifest.replace("Add to record", "Add this message to the record")))
                .isNotEmpty();
        assertThat(problems(manifest.replace("\"/belay\"", "\"belay\""))).isNotEmpty();
        assertThat(problems(manifest.replace("\"is_enabled\":true,", ""))).isNotEmpty();
        assertThat(problems(manifest.replace("\"bot_events\"", "\"events\""))).isNotEmpty();
    }

    private String manifest() {
        assertThat(run("slack", "manifest", "--url", URL)).isZero();
        return JsonWriter.string(json(new Yaml(new SafeConstructor(new LoaderOptions())).load(text(out))));
    }

    private static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                JsonObject object = new JsonObject();
                members.forEach((name, each) -> object.put(String.valueOf(name), json(each)));
                yield object;
            }
            case List<?> list ->
                new JsonArray(list.stream().map(SlackManifestCommandTest::json).toList());
            case null, default -> value;
        };
    }

    /** Slack's own file: github.com/slackapi/manifest-schema, which NOTICE.md beside it speaks of. */
    private static List<String> problems(String manifest) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA)
                .validate(manifest, InputFormat.JSON)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private int run(String... arguments) {
        Map<String, String> environment = AWS.operator("you").environment(AWS.url());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, new NobodyThere(), Clock.systemUTC());
        return new Belay(print, Template::ofCheckout, around).run(new ArrayList<>(List.of(arguments)));
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
