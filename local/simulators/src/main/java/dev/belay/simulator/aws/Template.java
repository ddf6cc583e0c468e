package dev.belay.simulator.aws;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.alarm.Alarm;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code template.yaml}: what is deployed, and so what a simulated stack is made of. */
public final class Template {
    private static final String FILE = "template.yaml";
    private static final String STACK_NAME = "${AWS::StackName}";

    /**
     * What the template says of a function.
     *
     * @param name what it is named beside other stacks' functions, such as {@code card-action}
     * @param batchSize how many messages of its queues one invocation gets at most; 1 where no queue feeds it
     */
    public record Function(String name, Duration timeout, int memory, int batchSize) {}

    private final Path file;
    private final JsonObject resources;

    private Template(Path file, JsonObject resources) {
        this.file = file;
        this.resources = resources;
    }

    /**
     * @throws UncheckedIOException when there is no such file or it cannot be read
     */
    public static Template read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<?, ?> template = new Yaml(new Intrinsics()).load(reader);
            return new Template(file, object(template).getObject("Resources", new JsonObject()));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + " is missing: the tables and queues are made as it says", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        } catch (YAMLException | ClassCastException e) {
            throw new UncheckedIOException(
                    file + " is not a CloudFormation template: " + e.getMessage(), new IOException(e));
        }
    }

    /** The template of the checkout that this runs in: in the working directory, or the nearest one above it that has one. */
    public static Template ofCheckout() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::exists)
                .findFirst()
                .map(Template::read)
                .orElseThrow(() -> new UncheckedIOException(
                        "there is no " + FILE + " in " + here + " or above it", new NoSuchFileException(FILE)));
    }

    /** The properties of a resource by its logical id, under a stack's name. */
    JsonObject properties(String id, String stack) {
        JsonObject properties = resources.getObject(id, new JsonObject()).getObject("Properties");
        if (properties == null) {
            throw new IllegalStateException(file + " has no resource " + id + " with properties");
        }
        return (JsonObject) named(properties, stack);
    }

    /** The alarms on the metrics that functions count in their logs, under a stack's name. */
    public List<Alarm> alarms(String stack) {
        return resources.entrySet().stream()
                .filter(resource ->
                        ((JsonObject) resource.getValue()).getString("Type", "").equals("AWS::CloudWatch::Alarm"))
                .map(resource -> new Alarm(resource.getKey(), properties(resource.getKey(), stack), stack))
                .filter(alarm -> alarm.properties().getString("Namespace", "").equals("Belay"))
                .toList();
    }

    public Function function(String id) {
        JsonObject properties = properties(id, "");
        return new Function(
                properties.getString("FunctionName", id).replaceFirst("^-", ""),
                Duration.ofSeconds(number(id, properties, "Timeout")),
                number(id, properties, "MemorySize"),
                mappings(id)
                        .mapToInt(mapping -> mapping.getInt("BatchSize", 1))
                        .max()
                        .orElse(1));
    }

    /** What feeds a function. */
    private Stream<JsonObject> mappings(String function) {
        return resources.values().stream()
                .map(JsonObject.class::cast)
                .filter(resource -> resource.getString("Type", "").equals("AWS::Lambda::EventSourceMapping"))
                .map(resource -> resource.getObject("Properties", new JsonObject()))
                .filter(mapping ->
                        fed(mapping.getObject("FunctionName", new JsonObject())).equals(function));
    }

    /** The function itself, where a condition decides between its alias and it. */
    private static String fed(JsonObject name) {
        JsonArray choice = name.getArray("Fn::If", new JsonArray());
        return (choice.isEmpty() ? name : choice.getObject(choice.size() - 1)).getString("Ref", "");
    }

    private int number(String id, JsonObject properties, String name) {
        if (!properties.isNumber(name)) {
            throw new IllegalStateException(file + " says no number for " + name + " of " + id);
        }
        return properties.getInt(name);
    }

    /** With the stack's name in the place of its pseudo parameter; all else that is not known yet stays as it is. */
    private static Object named(Object part, String stack) {
        return switch (part) {
            case JsonObject object
            when object.size() == 1 && object.isString("Fn::Sub") ->
                object.getString("Fn::Sub").replace(STACK_NAME, stack);
            case JsonObject object -> {
                JsonObject other = new JsonObject();
                object.forEach((name, value) -> other.put(name, named(value, stack)));
                yield other;
            }
            case JsonArray array -> {
                JsonArray other = new JsonArray();
                array.forEach(value -> other.add(named(value, stack)));
                yield other;
            }
            default -> part;
        };
    }

    private static JsonObject object(Map<?, ?> map) {
        JsonObject object = new JsonObject();
        map.forEach((name, value) -> object.put(String.valueOf(name), json(value)));
        return object;
    }

    private static @Nullable Object json(@Nullable Object part) {
        return switch (part) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(value -> array.add(json(value)));
                yield array;
            }
            case null, default -> part;
        };
    }
}
