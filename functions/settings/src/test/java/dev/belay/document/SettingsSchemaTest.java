package dev.belay.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader say the same of every document, but for what a schema cannot say. */
final class SettingsSchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(Documents.schema());

    /** What the reader finds beyond the schema, each shown by a document of the corpus. */
    private static final List<String> BEYOND = List.of(
            "give one of slack.workspaces",
            "give one of teams.tenants",
            "each would overwrite the other's",
            "leads nowhere: add the section",
            "is named before: name each group once",
            "get no channel of their own",
            "a state has one meaning only",
            "is \"2026-02-30T00:00:00Z\"",
            "is \"https://1.2.3\"",
            "is \"https://1.2.3/\"",
            "which is no pager: add it to pagers",
            "are too many or too long for a button",
            "each must be told from the others",
            "is larger than the 8 KB");

    /** What the corpus names where a name is for the document to give. */
    private static final String NAMED = "incident";

    private static final String UNKNOWN = "no_such_setting";
    private static final Pattern KNOWN =
            Pattern.compile("(.*?)\\.?" + UNKNOWN + " is not a setting: here the settings are (.*)");

    private static final List<@Nullable Object> STRANGERS = List.of(
            true,
            0,
            1,
            1.5,
            7,
            -1,
            "",
            " ",
            "x",
            "T01ACME\n",
            "1",
            new JsonArray(),
            JsonArray.from(1),
            JsonArray.from("x"),
            JsonArray.from((Object) null),
            new JsonObject());

    @Test
    void the_schema_is_one_of_its_draft() {
        Schema draft = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(draft.validate(Documents.schema(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void both_accept_the_published_example() {
        assertThat(obeys(Documents.example())).isTrue();
        assertThat(problems(Documents.example())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void both_accept(Path file) {
        assertThat(problems(Documents.text(file))).isEmpty();
        assertThat(SCHEMA.validate(Documents.text(file), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void both_refuse(Path file) {
        assertThat(problems(Documents.text(file))).isNotEmpty().noneMatch(SettingsSchemaTest::isBeyond);
        assertThat(obeys(Documents.text(file))).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void the_reader_alone_refuses(Path file) {
        assertThat(obeys(Documents.text(file))).isTrue();
        assertThat(problems(Documents.text(file))).singleElement().matches(SettingsSchemaTest::isBeyond);
    }

    @Test
    void whatever_is_put_in_the_place_of_a_value_both_say_the_same_of_it() throws JsonParserException {
        List<String> variants = new ArrayList<>();
        JsonObject example = JsonParser.object().from(Documents.example());
        vary(example, () -> variants.add(JsonWriter.string(example)));

        assertThat(variants).hasSizeGreaterThan(500).allSatisfy(document -> assertThat(
                        problems(document).stream().allMatch(SettingsSchemaTest::isBeyond))
                .as(document)
                .isEqualTo(obeys(document)));
    }

    @Test
    void schema_and_reader_know_the_same_keys_everywhere() throws JsonParserException {
        Map<String, Set<String>> ofSchema = new TreeMap<>();
        JsonObject schema = JsonParser.object().from(Documents.schema());
        addKeys("", schema, schema.getObject("$defs"), ofSchema);
        Map<String, Set<String>> ofReader = new TreeMap<>();
        for (Platform platform : Platform.values()) {
            JsonObject everything = JsonParser.object().from(Documents.accepted("all-that-there-is"));
            everything.put(
                    "operations_channel",
                    JsonObject.builder().object(platform.id()).end().done());
            eachObject(everything, object -> object.put(UNKNOWN, true));
            ofReader.putAll(keysOfReader(JsonWriter.string(everything)));
        }

        assertThat(ofReader).isEqualTo(ofSchema).hasSizeGreaterThan(10);
    }

    @Test
    void roles_can_be_named_for_each_action_of_the_card() throws JsonParserException {
        assertThat(JsonParser.object()
                        .from(Documents.schema())
                        .getObject("properties")
                        .getObject("roles")
                        .getObject("properties")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CardAction.values()).map(CardAction::id).toList());
    }

    /** The keys that the reader offers in place of an unknown one, by the object's path. */
    private static Map<String, Set<String>> keysOfReader(String document) {
        return problems(document).stream()
                .map(KNOWN::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        known -> known.group(1),
                        known -> new TreeSet<>(List.of(known.group(2).split(", ", -1)))));
    }

    /** The keys that the schema allows in each object, by the object's path. */
    private static void addKeys(
            String path, JsonObject schema, JsonObject definitions, Map<String, Set<String>> found) {
        String reference = schema.getString("$ref", "");
        JsonObject resolved = reference.isEmpty() ? schema : definitions.getObject(reference.replace("#/$defs/", ""));
        JsonObject properties = resolved.getObject("properties", new JsonObject());
        if (!properties.isEmpty()) {
            found.put(path, new TreeSet<>(properties.keySet()));
        }
        properties
                .keySet()
                .forEach(key -> addKeys(
                        path.isEmpty() ? key : path + "." + key, properties.getObject(key), definitions, found));
        if (resolved.get("items") instanceof JsonObject items) {
            addKeys(path + "[0]", items, definitions, found);
        }
        if (resolved.get("additionalProperties") instanceof JsonObject named) {
            addNamed(path, named, definitions, found);
        }
        resolved.getArray("anyOf", new JsonArray()).forEach(one -> addKeys(path, (JsonObject) one, definitions, found));
    }

    /** Where a name is given by whoever writes the document: one of each kind, called by its kind, where there are kinds. */
    private static void addNamed(
            String path, JsonObject schema, JsonObject definitions, Map<String, Set<String>> found) {
        JsonArray kinds = definitions
                .getObject(schema.getString("$ref").replace("#/$defs/", ""))
                .getArray("oneOf");
        if (kinds == null) {
            addKeys(path + "." + NAMED, schema, definitions, found);
            return;
        }
        for (Object one : kinds) {
            JsonObject kind =
                    definitions.getObject(((JsonObject) one).getString("$ref").replace("#/$defs/", ""));
            String name = kind.getObject("properties").getObject("kind").getString("const");
            addKeys(path + "." + name, kind, definitions, found);
        }
    }

    private static void eachObject(Object node, Consumer<JsonObject> action) {
        switch (node) {
            case JsonObject object -> {
                List.copyOf(object.values()).forEach(value -> eachObject(value, action));
                action.accept(object);
            }
            case JsonArray array -> array.forEach(value -> eachObject(value, action));
            default -> {}
        }
    }

    /** Puts each stranger in the place of each value in turn, leaves each member out, and puts everything back. */
    private static void vary(Object node, Runnable look) {
        switch (node) {
            case JsonObject object ->
                List.copyOf(object.keySet()).forEach(key -> {
                    Object kept = object.remove(key);
                    look.run();
                    replace(kept, value -> object.put(key, value), look);
                });
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    int index = i;
                    replace(array.get(i), value -> array.set(index, value), look);
                }
            }
            default -> {}
        }
    }

    private static void replace(@Nullable Object kept, Consumer<@Nullable Object> put, Runnable look) {
        Stream.concat(STRANGERS.stream(), Stream.of((Object) null)).forEach(stranger -> {
            put.accept(stranger);
            look.run();
        });
        put.accept(kept);
        if (kept != null) {
            vary(kept, look);
        }
    }

    private static boolean obeys(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).isEmpty();
    }

    private static boolean isBeyond(String problem) {
        return BEYOND.stream().anyMatch(problem::contains);
    }

    private static List<String> problems(String document) {
        try {
            SettingsDocument.read(document);
            return List.of();
        } catch (InvalidSettings e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    static List<Path> both_accept() {
        return Documents.corpus("accepted");
    }

    static List<Path> both_refuse() {
        return Documents.corpus("refused");
    }

    static List<Path> the_reader_alone_refuses() {
        return Documents.corpus("beyond-the-schema");
    }
}
