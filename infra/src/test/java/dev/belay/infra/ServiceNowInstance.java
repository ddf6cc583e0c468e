package dev.belay.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.servicenow.protocol.EventSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application's own modules, run by Node.js where an instance's classes are stood in for: what they send, log, show and keep. */
final class ServiceNowInstance {
    static final Path APPLICATION = Path.of("servicenow", "app");
    static final byte[] KEY = "sample key of 16 bytes or more".getBytes(UTF_8);
    static final Instant START = Instant.parse("2026-11-23T09:00:01.999Z");

    private static final Path STAND_IN = Path.of("src/test/resources/dev/belay/infra/instance");
    private static final Pattern COLUMN = Pattern.compile("^ {8}([a-z_]+): \\w+Column", Pattern.MULTILINE);

    private final Path folder;
    private final JsonObject scenario = new JsonObject();
    private final JsonArray steps = new JsonArray();

    /** @param folder where the modules are laid out as an instance would */
    ServiceNowInstance(Path folder) {
        this.folder = folder;
        scenario.put("now", START.toEpochMilli());
        scenario.put("answers", new JsonArray(List.of(202)));
        scenario.put("outbox", new JsonArray());
        scenario.put("steps", steps);
        scenario.put("columns", new JsonArray(outboxColumns()));
        scenario.put(
                "properties",
                new JsonObject(Map.of(
                        "instance_name",
                        "acme",
                        "x_belay_chat.endpoint",
                        "https://api.example/servicenow/events",
                        "x_belay_chat." + EventSignature.CREDENTIAL_PROPERTY,
                        "c1")));
        scenario.put(
                "credentials",
                new JsonObject(Map.of(
                        "c1",
                        new JsonObject(Map.of(
                                "user_name",
                                "k1",
                                "password",
                                Base64.getEncoder().encodeToString(KEY))))));
    }

    /** What Belay answers from here on, in this order, the last again and again: a status, 0 or {@code none} for no answer. */
    ServiceNowInstance answered(Object... statuses) {
        return step(Map.of("answers", new JsonArray(List.of(statuses))));
    }

    ServiceNowInstance later(Duration time) {
        return step(Map.of("later", time.toMillis()));
    }

    /** So long each call takes from here on. */
    ServiceNowInstance slow(Duration time) {
        return step(Map.of("latency", time.toMillis()));
    }

    ServiceNowInstance property(String name, String value) {
        return step(Map.of("properties", new JsonObject(Map.of(name, value))));
    }

    /** @param arguments of the function; a map with a table is handed over as a record */
    ServiceNowInstance call(String module, String function, Object... arguments) {
        return step(Map.of("module", module, "call", function, "arguments", new JsonArray(List.of(arguments))));
    }

    /** A business rule's call on a record, as it is named there. */
    ServiceNowInstance rule(String function, Map<String, String> record) {
        return call("rules.js", function, new JsonObject(new HashMap<>(record)));
    }

    /** The script include's call on a record, as a rule on a table of the installation's own makes it. */
    ServiceNowInstance include(Map<String, String> record, String type) {
        JsonArray arguments = new JsonArray(List.of(new JsonObject(new HashMap<>(record)), type));
        return step(Map.of("include", "BelayEvents", "call", "tell", "arguments", arguments));
    }

    ServiceNowInstance minute() {
        return later(Duration.ofMinutes(1)).call("heartbeat.js", "everyMinute");
    }

    private ServiceNowInstance step(Map<String, Object> step) {
        steps.add(new JsonObject(step));
        return this;
    }

    /** Runs the steps, and gives what went out and what is left. */
    Outcome run() {
        try {
            layOut();
            Path file = Files.writeString(folder.resolve("scenario.json"), JsonWriter.string(scenario));
            ToolRun run = ToolRun.of(
                    List.of("node", folder.resolve("instance.mjs").toString(), folder + "/modules", file.toString()),
                    Map.of());
            if (run.status() != 0) {
                throw new IllegalStateException(run.output());
            }
            return new Outcome(JsonParser.object().from(run.output()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Modules find ServiceNow's classes by the names under which they import them. */
    private void layOut() throws IOException {
        Path glide = folder.resolve("node_modules/@servicenow/glide");
        Files.createDirectories(glide);
        Files.createDirectories(folder.resolve("modules"));
        Files.writeString(folder.resolve("modules/package.json"), "{\"type\":\"module\"}");
        Files.writeString(
                glide.resolve("package.json"), "{\"exports\":{\".\":\"./glide.mjs\",\"./*\":\"./glide.mjs\"}}");
        Files.copy(STAND_IN.resolve("glide.mjs"), glide.resolve("glide.mjs"));
        Files.copy(STAND_IN.resolve("instance.mjs"), folder.resolve("instance.mjs"));
        Files.copy(APPLICATION.resolve("src/include/BelayEvents.js"), folder.resolve("modules/BelayEvents.js"));
        for (Path module : modules()) {
            Files.copy(module, folder.resolve("modules").resolve(module.getFileName()));
        }
    }

    /** The application's modules, in the order of their names. */
    static List<Path> modules() {
        try (Stream<Path> files = Files.list(APPLICATION.resolve("src/server"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of the outbox, as its table is written down. */
    private static List<String> outboxColumns() {
        try {
            String tables = Files.readString(APPLICATION.resolve("src/fluent/tables.now.ts"));
            return COLUMN.matcher(tables.substring(tables.indexOf("name: 'x_belay_chat_outbox'")))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of a run. */
    record Outcome(JsonObject json) {
        /** The requests that went out, oldest first. */
        List<Tree> sent() {
            return trees("sent");
        }

        /** What waits in the outbox. */
        List<Tree> outbox() {
            return trees("outbox");
        }

        /** What the instance's log has. */
        List<String> errors() {
            return texts("errors");
        }

        /** What a person was shown, and what functions returned. */
        List<String> messages() {
            return texts("messages");
        }

        private List<Tree> trees(String name) {
            return json.getArray(name).stream().map(Tree::new).toList();
        }

        private List<String> texts(String name) {
            return json.getArray(name).stream().map(String::valueOf).toList();
        }
    }
}
