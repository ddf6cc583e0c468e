package dev.belay.simulator.slack.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.Workspace;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A field of an open modal, as Slack's client shows it.
 *
 * @param element the block's element, with its {@code action_id}
 */
public record Input(String blockId, String label, String hint, boolean optional, JsonObject element) {
    /** The fields of a modal, in order. */
    public static List<Input> all(JsonObject view) {
        return view.getArray("blocks", new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(block -> "input".equals(block.getString("type")))
                .map(Input::of)
                .toList();
    }

    /** The field that a block of a modal is. */
    public static Input of(JsonObject block) {
        return new Input(
                block.getString("block_id", ""),
                block.getObject("label").getString("text", ""),
                block.getObject("hint", new JsonObject()).getString("text", ""),
                block.getBoolean("optional", false),
                block.getObject("element"));
    }

    public String type() {
        return element.getString("type", "");
    }

    public String actionId() {
        return element.getString("action_id", "");
    }

    public boolean isText() {
        return type().endsWith("_text_input");
    }

    public boolean isOfPeople() {
        return type().endsWith("users_select");
    }

    public boolean takesSeveral() {
        return type().startsWith("multi_") || "checkboxes".equals(type());
    }

    /** What stands in it when it opens. */
    public List<String> initial() {
        Stream<Object> given = Stream.of(
                        element.get("initial_value"), element.get("initial_user"), element.get("initial_option"))
                .filter(Objects::nonNull);
        Stream<Object> several = Stream.of("initial_users", "initial_options")
                .flatMap(name -> element.getArray(name, new JsonArray()).stream());
        return Stream.concat(given, several).map(Input::value).toList();
    }

    private static String value(Object given) {
        return given instanceof JsonObject option ? option.getString("value", "") : given.toString();
    }

    public List<JsonObject> options() {
        return element.getArray("options", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Whether a person may be chosen in a menu of people. */
    public static boolean isOffered(Person person) {
        return !person.deleted();
    }

    /** Throws where somebody chooses what no menu offers. */
    void demandOffered(List<String> values, Workspace workspace) {
        Predicate<String> isOffered = isOfPeople()
                ? value -> workspace.person(value).filter(Input::isOffered).isPresent()
                : value -> options().stream().anyMatch(option -> value.equals(option.getString("value")));
        values.stream()
                .filter(value -> !isText() && !isOffered.test(value))
                .findFirst()
                .ifPresent(value -> {
                    throw new IllegalArgumentException("the field " + blockId + " does not offer " + value);
                });
        if (values.size() > 1 && !takesSeveral()) {
            throw new IllegalArgumentException("the field " + blockId + " takes one value");
        }
    }

    /** What Slack's client has against it, so that it does not send the modal; its words are not Slack's, but for the first. */
    Optional<String> fault(List<String> values) {
        String text = isText() ? String.join("", values) : "";
        boolean isEmpty = isText() ? text.isBlank() : values.isEmpty();
        if (isEmpty) {
            return optional ? Optional.empty() : Optional.of("Please complete this required field.");
        }
        if (text.length() > element.getInt("max_length", 3_000)) {
            return Optional.of("This is longer than " + element.getInt("max_length", 3_000) + " characters.");
        }
        if (text.length() < element.getInt("min_length", 0)) {
            return Optional.of("This is shorter than " + element.getInt("min_length", 0) + " characters.");
        }
        if ("url_text_input".equals(type()) && !isAddress(text)) {
            return Optional.of("Enter a valid URL.");
        }
        int most = element.getInt("max_selected_items", Integer.MAX_VALUE);
        return values.size() > most ? Optional.of("Choose " + most + " at most.") : Optional.empty();
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What {@code state.values} says of it (docs.slack.dev/reference/interaction-payloads/view-interactions-payload). */
    JsonObject state(List<String> values) {
        JsonObject state = new JsonObject();
        state.put("type", type());
        Object first = values.isEmpty() || (isText() && values.getFirst().isEmpty()) ? null : values.getFirst();
        switch (type()) {
            case "users_select" -> state.put("selected_user", first);
            case "multi_users_select" -> state.put("selected_users", new JsonArray(values));
            case "static_select", "radio_buttons" ->
                state.put("selected_option", chosen(values).findFirst().orElse(null));
            case "multi_static_select", "checkboxes" ->
                state.put("selected_options", new JsonArray(chosen(values).toList()));
            default -> state.put("value", first);
        }
        return state;
    }

    /** The options as they were offered, in their order. */
    private Stream<JsonObject> chosen(List<String> values) {
        return options().stream().filter(option -> values.contains(option.getString("value")));
    }
}
