package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.slack.app.Triggers;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code views.open}: a dialog for the person who pressed, within three seconds and once. */
final class ViewMethods {
    private static final int MOST_BYTES = 250_000;
    private static final int MOST_BLOCKS = 100;

    private final Triggers triggers;

    ViewMethods(Triggers triggers) {
        this.triggers = triggers;
    }

    List<Method> all() {
        return List.of(new Method("views.open", Tier.FOUR, List.of(), this::open));
    }

    private JsonObject open(Call call) {
        String trigger = call.arguments().required("trigger_id");
        JsonObject view =
                call.arguments().object("view", "invalid_arguments").orElseThrow(() -> Refusal.missing("view"));
        if (JsonWriter.string(view).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.of("view_too_large");
        }
        checkShape(view);
        triggers.exchange(trigger);
        JsonObject shown = new JsonObject(view);
        shown.put("id", call.workspace().identifiers().next("V"));
        shown.put("team_id", call.workspace().id());
        shown.put("app_id", call.workspace().app().id());
        shown.put("app_installed_team_id", call.workspace().id());
        shown.put("bot_id", call.workspace().app().botId());
        JsonObject answer = new JsonObject();
        answer.put("view", shown);
        return answer;
    }

    private static void checkShape(JsonObject view) {
        if (!"modal".equals(view.getString("type", ""))) {
            throw invalid("unsupported type [json-pointer:/view/type]");
        }
        if (!(view.get("title") instanceof JsonObject)) {
            throw invalid("missing required field: title [json-pointer:/view]");
        }
        int blocks = view.getArray("blocks", new JsonArray()).size();
        if (blocks == 0 || blocks > MOST_BLOCKS) {
            throw invalid("must have 1 to " + MOST_BLOCKS + " blocks [json-pointer:/view/blocks]");
        }
    }

    private static Refusal invalid(String message) {
        return Refusal.of("invalid_arguments", List.of("[ERROR] " + message));
    }
}
