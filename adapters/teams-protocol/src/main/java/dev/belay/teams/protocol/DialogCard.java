package dev.belay.teams.protocol;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dialog as the answer to {@code task/fetch} or {@code task/submit}: an Adaptive Card whose button carries what the pressed button
 * carried (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots).
 */
final class DialogCard {
    /** Before a field's id, so that no field is mistaken for what the button carries. */
    static final String INPUT = "input_";

    /** Under which the button carries the dialog's id: the same each time it is drawn. */
    static final String ID = "dialog";

    /** Everybody in the organization (…/cards/people-picker). */
    private static final String EVERYBODY = "graph.microsoft.com/users";

    /** Everybody who can see the conversation: in a person's own chat with us that is nobody else. */
    private static final String PEOPLE = EVERYBODY + "?scope=currentContext";

    private DialogCard() {}

    /**
     * @param id the dialog's
     * @param problems for each field what is wrong with what was entered, which stays in it; under an empty name what is wrong with
     *     none of them
     */
    static String of(Dialog dialog, String id, Press press, Map<String, String> problems) {
        JsonStringWriter json = JsonWriter.string()
                .object()
                .object("task")
                .value("type", "continue")
                .object("value")
                .value("title", dialog.title())
                .value("height", "medium")
                .value("width", "medium")
                .object("card")
                .value("contentType", "application/vnd.microsoft.card.adaptive")
                .object("content")
                .value("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .value("type", "AdaptiveCard")
                .value("version", "1.5");
        json.array("body");
        problem(json, problems.get(""));
        for (Field field : dialog.fields()) {
            problem(json, problems.get(field.id()));
            field(json, field, press.input().of(field.id()), press.place().direct() ? EVERYBODY : PEOPLE);
        }
        json.end();
        json.array("actions").object().value("type", "Action.Submit").value("title", dialog.submit());
        data(json, id, press);
        return json.end().end().end().end().end().end().end().done();
    }

    private static void problem(JsonStringWriter json, @Nullable String sentence) {
        if (sentence != null) {
            json.object()
                    .value("type", "TextBlock")
                    .value("text", sentence)
                    .value("color", "Attention")
                    .value("wrap", true)
                    .end();
        }
    }

    private static void field(JsonStringWriter json, Field field, List<String> entered, String dataset) {
        boolean words = field instanceof Field.Words || field instanceof Field.WebAddress;
        json.object()
                .value("type", words ? "Input.Text" : "Input.ChoiceSet")
                .value("id", INPUT + field.id())
                .value("label", field.label())
                .value("isRequired", field.required())
                .value("errorMessage", "Please fill this in.");
        if (!entered.isEmpty()) {
            json.value("value", String.join(",", entered));
        }
        if (field instanceof Field.People people) {
            json.value("isMultiSelect", people.most() > 1)
                    .array("choices")
                    .end()
                    .object("choices.data")
                    .value("type", "Data.Query")
                    .value("dataset", dataset)
                    .end();
        } else if (field instanceof Field.Choice choice) {
            json.value("isMultiSelect", true).array("choices");
            for (Option option : choice.options()) {
                json.object()
                        .value("title", option.label())
                        .value("value", option.id())
                        .end();
            }
            json.end();
        } else if (field instanceof Field.Words text) {
            json.value("isMultiline", true).value("maxLength", text.longest());
        } else {
            json.value("style", "Url");
        }
        json.end();
    }

    private static void data(JsonStringWriter json, String id, Press press) {
        PressedButton button = press.button();
        json.object("data")
                .value(ID, id)
                .value("table", button.record().table())
                .value("sys_id", button.record().sysId().value())
                .value("action", button.action())
                .value("message", press.place().message());
        if (button.generation().isPresent()) {
            json.value("generation", button.generation().getAsLong());
        }
        if (button.shown().isPresent()) {
            json.value("shown", button.shown().get());
        }
        if (button.replaces().isPresent()) {
            json.value("replaces", button.replaces().get());
        }
        if (!button.options().isEmpty()) {
            json.array("options");
            for (Option option : button.options()) {
                json.array().value(option.id()).value(option.label()).end();
            }
            json.end();
        }
        json.end();
    }
}
