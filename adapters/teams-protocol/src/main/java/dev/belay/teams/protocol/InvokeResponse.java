package dev.belay.teams.protocol;

import com.grack.nanojson.JsonWriter;
import dev.belay.dialog.Dialog;
import dev.belay.event.Press;
import java.util.Map;

/**
 * What Teams is told about an invoke, inside an HTTP response that is always 200
 * (learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
 */
public final class InvokeResponse {
    private InvokeResponse() {}

    /** The person is shown a sentence for a moment. */
    public static String said(String sentence) {
        return JsonWriter.string()
                .object()
                .value("statusCode", 200)
                .value("type", "application/vnd.microsoft.activity.message")
                .value("value", sentence)
                .end()
                .done();
    }

    /**
     * The person is asked what a dialog asks.
     *
     * @param id the dialog's, as the activity that it answers gave it
     * @param problems for each field what is wrong with what was entered; under an empty name what is wrong with none of them
     */
    public static String asked(Dialog dialog, String id, Press press, Map<String, String> problems) {
        return DialogCard.of(dialog, id, press, problems);
    }

    /** The person is shown a sentence in place of a dialog. */
    public static String inPlaceOfDialog(String sentence) {
        return JsonWriter.string()
                .object()
                .object("task")
                .value("type", "message")
                .value("value", sentence)
                .end()
                .end()
                .done();
    }

    /** The person is shown that it failed. */
    public static String failed(int status, String code, String message) {
        return JsonWriter.string()
                .object()
                .value("statusCode", status)
                .value("type", "application/vnd.microsoft.error")
                .object("value")
                .value("code", code)
                .value("message", message)
                .end()
                .end()
                .done();
    }
}
