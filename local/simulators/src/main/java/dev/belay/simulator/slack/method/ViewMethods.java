package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.app.Triggers;
import dev.belay.simulator.slack.block.ModalRules;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.view.OpenViews;
import java.util.List;

/** {@code views.open}: a dialog for the person who pressed, within three seconds and once; and {@code views.update}. */
final class ViewMethods {
    private final Triggers triggers;
    private final OpenViews views;

    ViewMethods(Triggers triggers, OpenViews views) {
        this.triggers = triggers;
        this.views = views;
    }

    List<Method> all() {
        return List.of(
                new Method("views.open", Tier.FOUR, List.of(), this::open),
                new Method("views.update", Tier.FOUR, List.of(), this::update));
    }

    private JsonObject open(Call call) {
        String trigger = call.arguments().required("trigger_id");
        JsonObject view = checked(call);
        return answer(views.open(triggers.exchange(trigger), view));
    }

    /** The hash says that the view is to be as it was when the app saw it last (docs.slack.dev/reference/methods/views.update). */
    private JsonObject update(Call call) {
        JsonObject view = checked(call);
        OpenView before = call.arguments()
                .text("view_id")
                .flatMap(views::view)
                .or(() -> call.arguments().text("external_id").flatMap(views::viewNamed))
                .orElseThrow(() -> Refusal.of("not_found"));
        call.arguments()
                .text("hash")
                .filter(hash -> !hash.equals(before.json().getString("hash")))
                .ifPresent(hash -> {
                    throw Refusal.of("hash_conflict");
                });
        return answer(views.update(before, view));
    }

    private static JsonObject checked(Call call) {
        JsonObject view =
                call.arguments().object("view", "invalid_arguments").orElseThrow(() -> Refusal.missing("view"));
        ModalRules.check(view);
        return view;
    }

    private static JsonObject answer(OpenView view) {
        JsonObject answer = new JsonObject();
        answer.put("view", view.json());
        return answer;
    }
}
