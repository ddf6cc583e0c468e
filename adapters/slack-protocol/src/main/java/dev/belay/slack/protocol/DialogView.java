package dev.belay.slack.protocol;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import java.util.Map;

/**
 * A dialog as a modal (docs.slack.dev/reference/views/modal-views). Its private metadata holds what the button carried and where it
 * was pressed, so that the submission is a press like any other.
 */
public final class DialogView {
    /** Slack shows at most so many characters of an option (docs.slack.dev/reference/block-kit/composition-objects/option-object). */
    private static final int LONGEST_OPTION = 75;

    private DialogView() {}

    /** The body of {@code views.open} (docs.slack.dev/reference/methods/views.open). */
    public static String open(Dialog dialog, Press press, String trigger) {
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("trigger_id", trigger)
                .object("view")
                .value("type", "modal")
                .value("callback_id", press.button().action())
                .value("private_metadata", metadata(press));
        plain(json, "title", dialog.title());
        plain(json, "submit", dialog.submit());
        plain(json, "close", "Cancel");
        json.array("blocks");
        for (Field field : dialog.fields()) {
            block(json, field);
        }
        return json.end().end().end().done();
    }

    /** What keeps a dialog open and shows what is wrong beside its fields. */
    public static String problems(Map<String, String> problems) {
        JsonStringWriter json =
                JsonWriter.string().object().value("response_action", "errors").object("errors");
        for (Map.Entry<String, String> problem : problems.entrySet()) {
            json.value(problem.getKey(), problem.getValue());
        }
        return json.end().end().done();
    }

    private static void block(JsonStringWriter json, Field field) {
        json.object().value("type", "input").value("block_id", field.id()).value("optional", !field.required());
        plain(json, "label", field.label());
        json.object("element").value("action_id", field.id());
        if (field instanceof Field.People people) {
            if (people.most() == 1) {
                json.value("type", "users_select");
            } else {
                json.value("type", "multi_users_select").value("max_selected_items", people.most());
            }
        } else if (field instanceof Field.Choice choice) {
            json.value("type", "multi_static_select").array("options");
            for (Option option : choice.options()) {
                option(json, option);
            }
            json.end();
        } else if (field instanceof Field.Words words) {
            json.value("type", "plain_text_input").value("multiline", true).value("max_length", words.longest());
        } else {
            json.value("type", "url_text_input");
        }
        json.end().end();
    }

    private static void option(JsonStringWriter json, Option option) {
        json.object();
        String label = option.label();
        plain(json, "text", label.length() > LONGEST_OPTION ? label.substring(0, LONGEST_OPTION - 1) + "…" : label);
        json.value("value", option.id()).end();
    }

    private static void plain(JsonStringWriter json, String name, String text) {
        json.object(name).value("type", "plain_text").value("text", text).end();
    }

    private static String metadata(Press press) {
        PressedButton button = press.button();
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("table", button.record().table())
                .value("sys_id", button.record().sysId().value())
                .value("action", button.action())
                .value("channel", press.place().channel())
                .value("message", press.place().message());
        if (press.place().thread().isPresent()) {
            json.value("thread", press.place().thread().get());
        }
        if (press.reply().isPresent()) {
            json.value("reply", press.reply().get().value());
        }
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
        return json.end().done();
    }
}
