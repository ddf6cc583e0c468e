package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.slack.block.ModalRules;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.view.Input;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.view.OpenViews;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what people fill in, and does what the app answers (docs.slack.dev/surfaces/modals,
 * docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
 */
final class Submissions {
    private final Workspace workspace;
    private final Triggers triggers;
    private final OpenViews views;
    private final Signer signer;
    private final RequestUrl requestUrl;

    Submissions(Workspace workspace, Triggers triggers, OpenViews views, Signer signer, RequestUrl requestUrl) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.views = views;
        this.signer = signer;
        this.requestUrl = requestUrl;
    }

    /** The signed request of a submission, not sent, whatever was left empty. */
    SignedRequest prepare(Person person, String view, Map<String, List<String>> values) {
        return workspace.atomically(() -> submission(
                person,
                views.view(view)
                        .orElseThrow(() -> new IllegalArgumentException("no view is " + view))
                        .filling(values, workspace)));
    }

    Submission submit(Person person, String id, Map<String, List<String>> values) {
        OpenView filled = workspace.atomically(() -> {
            OpenView checked = views.seen(person.id(), id).filling(values, workspace);
            if (checked.json().get("submit") == null) {
                throw new IllegalArgumentException("the view " + id + " has nothing to submit");
            }
            OpenView shown = checked.saying(checked.faults(), "");
            views.put(shown);
            return shown;
        });
        if (!filled.errors().isEmpty()) {
            return new Submission(Optional.empty(), true, filled.errors(), "");
        }
        Delivery delivery = requestUrl.send(submission(person, filled));
        return workspace.atomically(() -> {
            answered(filled, delivery);
            Optional<OpenView> now = top(filled);
            return new Submission(
                    Optional.of(delivery),
                    now.isPresent(),
                    now.map(OpenView::errors).orElse(Map.of()),
                    now.map(OpenView::notice).orElse(""));
        });
    }

    /** What the person sees of that modal's stack. */
    private Optional<OpenView> top(OpenView view) {
        return views.of(view.user()).stream()
                .filter(each -> root(each).equals(root(view)))
                .findFirst();
    }

    private static String root(OpenView view) {
        return view.json().getString("root_view_id", "");
    }

    /** An empty 200 closes the modal; what is neither that nor a response action leaves it open and says so. */
    private void answered(OpenView view, Delivery delivery) {
        if (delivery.status() == 200 && delivery.body().isEmpty()) {
            views.close(view);
            return;
        }
        try {
            act(view, delivery);
        } catch (JsonParserException | Refusal e) {
            views.put(view.saying(Map.of(), OpenView.TROUBLE));
        }
    }

    private void act(OpenView view, Delivery delivery) throws JsonParserException {
        if (delivery.status() != 200 || !delivery.isJson()) {
            throw Refusal.of("invalid_response");
        }
        JsonObject answer = JsonParser.object().from(delivery.body());
        switch (answer.getString("response_action", "")) {
            case "errors" -> views.put(view.saying(errors(view, answer), ""));
            case "update" -> views.update(view, checked(answer));
            case "push" -> views.push(view, checked(answer));
            case "clear" -> views.clear(view);
            default -> throw Refusal.of("invalid_response");
        }
    }

    private static JsonObject checked(JsonObject answer) {
        if (!(answer.get("view") instanceof JsonObject view)) {
            throw Refusal.of("invalid_response");
        }
        ModalRules.check(view);
        return view;
    }

    /** The errors of input blocks; one of any other block makes all of them void (github.com/slackapi/bolt-js/issues/554). */
    private static Map<String, String> errors(OpenView view, JsonObject answer) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> blocks = view.inputs().stream().map(Input::blockId).toList();
        answer.getObject("errors", new JsonObject()).forEach((block, text) -> {
            if (!blocks.contains(block) || !(text instanceof String words) || words.isEmpty()) {
                throw Refusal.of("invalid_response");
            }
            errors.put(block, words);
        });
        if (errors.isEmpty()) {
            throw Refusal.of("invalid_response");
        }
        return errors;
    }

    /** The person closes the modal; the app is told only where it asked for that. */
    Optional<Delivery> close(Person person, String id) {
        OpenView view = views.seen(person.id(), id);
        boolean clears = view.json().getBoolean("clear_on_close", false);
        SignedRequest told = workspace.atomically(() -> {
            if (clears) {
                views.clear(view);
            } else {
                views.close(view);
            }
            JsonObject payload = payload("view_closed", person, view);
            payload.put("is_cleared", clears);
            return signer.signPayload(ending(payload));
        });
        return view.json().getBoolean("notify_on_close", false) ? Optional.of(requestUrl.send(told)) : Optional.empty();
    }

    private SignedRequest submission(Person person, OpenView view) {
        JsonObject payload = payload("view_submission", person, view);
        payload.put("response_urls", new JsonArray());
        return signer.signPayload(ending(payload));
    }

    /** The team is the actor's own, which is another one in Slack Connect (github.com/slackapi/bolt-js/issues/1615). */
    private JsonObject payload(String type, Person person, OpenView view) {
        JsonObject payload = new JsonObject();
        payload.put("type", type);
        payload.put("team", Presses.object("id", person.team(), "domain", domain(person.team())));
        payload.put("user", Presses.user(person));
        payload.put("api_app_id", workspace.app().id());
        payload.put("token", Presses.VERIFICATION_TOKEN);
        if ("view_submission".equals(type)) {
            payload.put("trigger_id", triggers.issue(person.id()));
        }
        payload.put("view", view.told());
        return payload;
    }

    private String domain(String team) {
        return team.equals(workspace.id()) ? workspace.domain() : team.toLowerCase(Locale.ROOT);
    }

    private static JsonObject ending(JsonObject payload) {
        payload.put("is_enterprise_install", false);
        payload.put("enterprise", null);
        return payload;
    }
}
