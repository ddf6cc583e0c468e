package dev.belay.simulator.teams.dialog;

import com.grack.nanojson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A dialog that stands open for a person.
 *
 * @param person the object id of the one who sees it
 * @param conversation the channel or 1:1 chat where its button was pressed
 * @param root the message that begins the thread there, empty in a chat
 * @param filled what the person has filled in, by the inputs' ids; what is not named stands as it was at first
 * @param errors what is said beneath inputs
 * @param notice what is said at the bottom, empty where nothing is
 */
public record Dialog(
        String id,
        String person,
        String conversation,
        String root,
        TaskAnswer.Shown shown,
        Map<String, String> filled,
        Map<String, String> errors,
        String notice) {
    /** What the client says where the app's answer is none that it understands. */
    public static final String TROUBLE = "Unable to reach app. Please try again.";

    public Dialog {
        filled = Map.copyOf(filled);
        errors = Map.copyOf(errors);
    }

    public String title() {
        return shown.title();
    }

    public JsonObject card() {
        return shown.card();
    }

    public List<Field> fields() {
        return Field.all(card());
    }

    public String value(Field field) {
        return filled.getOrDefault(field.id(), field.initial());
    }

    /**
     * The dialog once the person has filled inputs in; throws where there is no such input, or it does not offer that.
     *
     * @param offers whether an input lets one choose the person of that object id
     */
    public Dialog filling(Map<String, String> inputs, BiPredicate<Field, String> offers) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields().forEach(field -> fields.put(field.id(), field));
        Map<String, String> all = new LinkedHashMap<>(filled);
        inputs.forEach((id, value) -> {
            Field field = fields.get(id);
            if (field == null) {
                throw new IllegalArgumentException("the dialog has no field " + id + ", but " + fields.keySet());
            }
            field.demandPossible(value, person -> offers.test(field, person));
            all.put(id, value);
        });
        return new Dialog(id, person, conversation, root, shown, all, Map.of(), "");
    }

    /** What the client has against sending it, by input. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        fields().forEach(field -> field.fault(value(field)).ifPresent(fault -> faults.put(field.id(), fault)));
        return faults;
    }

    /** What is sent of its inputs. */
    public Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        fields().forEach(field -> field.sent(value(field)).ifPresent(value -> inputs.put(field.id(), value)));
        return inputs;
    }

    public Dialog saying(Map<String, String> beneath, String atBottom) {
        return new Dialog(id, person, conversation, root, shown, filled, beneath, atBottom);
    }

    public Dialog showing(TaskAnswer.Shown other) {
        return new Dialog(id, person, conversation, root, other, Map.of(), Map.of(), "");
    }
}
