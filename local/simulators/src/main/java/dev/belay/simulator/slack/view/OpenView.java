package dev.belay.simulator.slack.view;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A modal that stands open for a person.
 *
 * @param json the view object as Slack shows it to the app; never changed once it stands here
 * @param filled what the person has filled in, by block; what is not named stands as it was at first
 * @param errors what is said beneath fields, by block
 * @param notice what is said at the top, empty where nothing is
 */
public record OpenView(
        String user, JsonObject json, Map<String, List<String>> filled, Map<String, String> errors, String notice) {
    /** What the client says where the app's answer is none that it understands. */
    public static final String TROUBLE = "We had some trouble connecting. Try again?";

    public OpenView {
        filled = Map.copyOf(filled);
        errors = Map.copyOf(errors);
    }

    public String id() {
        return json.getString("id", "");
    }

    public String callbackId() {
        return json.getString("callback_id", "");
    }

    public String title() {
        return json.getObject("title").getString("text", "");
    }

    public List<Input> inputs() {
        return Input.all(json);
    }

    /** What stands in a field now. */
    public List<String> value(Input input) {
        return filled.getOrDefault(input.blockId(), input.initial());
    }

    /** The modal once the person has filled fields in; throws where there is no such field, or it does not offer that. */
    public OpenView filling(Map<String, List<String>> values, Workspace workspace) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        inputs().forEach(input -> inputs.put(input.blockId(), input));
        Map<String, List<String>> all = new LinkedHashMap<>(filled);
        values.forEach((block, given) -> {
            Input input = inputs.get(block);
            if (input == null) {
                throw new IllegalArgumentException("the view has no field " + block + ", but " + inputs.keySet());
            }
            input.demandOffered(given, workspace);
            all.put(block, List.copyOf(given));
        });
        return new OpenView(user, json, all, Map.of(), "");
    }

    /** What Slack's client has against sending it, by block. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        inputs().forEach(input -> input.fault(value(input)).ifPresent(fault -> faults.put(input.blockId(), fault)));
        return faults;
    }

    public OpenView saying(Map<String, String> beneath, String atTop) {
        return new OpenView(user, json, filled, beneath, atTop);
    }

    /** The view object with its state, as the app is told it. */
    public JsonObject told() {
        JsonObject values = new JsonObject();
        for (Input input : inputs()) {
            JsonObject block = new JsonObject();
            block.put(input.actionId(), input.state(value(input)));
            values.put(input.blockId(), block);
        }
        JsonObject state = new JsonObject();
        state.put("values", values);
        JsonObject told = new JsonObject(json);
        told.put("state", state);
        return told;
    }
}
