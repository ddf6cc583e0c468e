package dev.belay.simulator.slack.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.block.ModalRules;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modals that stand open, in stacks of three at most of which one sees the top (docs.slack.dev/surfaces/modals). */
public final class OpenViews {
    private static final int DEEPEST = 3;

    private final Workspace workspace;
    private final Map<String, List<OpenView>> stacks = new LinkedHashMap<>();

    public OpenViews(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Opens a modal that was checked, for a person. */
    public OpenView open(String user, JsonObject view) {
        return workspace.atomically(() -> {
            demandUnique(view, "");
            String id = workspace.identifiers().next("V");
            OpenView opened = shown(user, view, id, id, null);
            stacks.put(id, new ArrayList<>(List.of(opened)));
            return opened;
        });
    }

    /** The modals that a person sees, oldest first. */
    public List<OpenView> of(String user) {
        return workspace.atomically(() -> stacks.values().stream()
                .map(List::getLast)
                .filter(view -> view.user().equals(user))
                .toList());
    }

    /** The modal of that id that a person sees. */
    public OpenView seen(String user, String id) {
        return of(user).stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(user + " sees no view " + id));
    }

    /** A modal, even if another stands above it. */
    public Optional<OpenView> view(String id) {
        return workspace.atomically(() -> stacks.values().stream()
                .flatMap(List::stream)
                .filter(view -> view.id().equals(id))
                .findFirst());
    }

    public Optional<OpenView> viewNamed(String externalId) {
        return workspace.atomically(() -> stacks.values().stream()
                .flatMap(List::stream)
                .filter(view -> view.json().getString("external_id", "").equals(externalId))
                .findFirst());
    }

    /** Puts what a person sees in place of what they saw; nothing where it was closed meanwhile. */
    public void put(OpenView other) {
        workspace.atomically(() -> {
            stacks.values().forEach(stack -> stack.replaceAll(old -> old.id().equals(other.id()) ? other : old));
            return other;
        });
    }

    /** Shows another view, which was checked, in a modal's place; fields of the same ids keep what was filled in. */
    public OpenView update(OpenView before, JsonObject view) {
        return workspace.atomically(() -> {
            demandUnique(view, before.id());
            String root = before.json().getString("root_view_id", "");
            Object previous = before.json().get("previous_view_id");
            OpenView after = shown(before.user(), view, before.id(), root, previous);
            Map<String, List<String>> kept = new LinkedHashMap<>();
            for (Input input : after.inputs()) {
                before.inputs().stream()
                        .filter(old -> old.blockId().equals(input.blockId())
                                && old.actionId().equals(input.actionId())
                                && old.type().equals(input.type())
                                && before.filled().containsKey(old.blockId()))
                        .forEach(old -> kept.put(old.blockId(), before.value(old)));
            }
            OpenView updated = new OpenView(after.user(), after.json(), kept, Map.of(), "");
            put(updated);
            return updated;
        });
    }

    /** Puts a view, which was checked, on top of a modal. */
    public OpenView push(OpenView below, JsonObject view) {
        return workspace.atomically(() -> {
            demandUnique(view, "");
            String root = below.json().getString("root_view_id", "");
            List<OpenView> stack = stacks.getOrDefault(root, List.of());
            if (stack.size() >= DEEPEST) {
                throw Refusal.of("push_limit_reached");
            }
            OpenView pushed = shown(below.user(), view, workspace.identifiers().next("V"), root, below.id());
            stack.add(pushed);
            return pushed;
        });
    }

    /** Closes a modal: what was below it is seen again. */
    public void close(OpenView view) {
        workspace.atomically(() -> {
            stacks.values().forEach(stack -> stack.removeIf(each -> each.id().equals(view.id())));
            stacks.values().removeIf(List::isEmpty);
            return view;
        });
    }

    /** Closes a modal and all that is below it. */
    public void clear(OpenView view) {
        workspace.atomically(() -> stacks.values()
                .removeIf(stack -> stack.stream().anyMatch(each -> each.id().equals(view.id()))));
    }

    private void demandUnique(JsonObject view, String except) {
        String external = view.getString("external_id", "");
        if (!external.isEmpty()
                && viewNamed(external)
                        .filter(other -> !other.id().equals(except))
                        .isPresent()) {
            throw Refusal.of("duplicate_external_id");
        }
    }

    private OpenView shown(String user, JsonObject view, String id, String root, @Nullable Object previous) {
        ModalRules.name(view, workspace.identifiers());
        JsonObject state = new JsonObject();
        state.put("values", new JsonObject());
        JsonObject shown = new JsonObject();
        shown.put("id", id);
        shown.put("team_id", workspace.id());
        shown.put("type", "modal");
        shown.put("blocks", view.getArray("blocks", new JsonArray()));
        shown.put("private_metadata", view.getString("private_metadata", ""));
        shown.put("callback_id", view.getString("callback_id", ""));
        shown.put("state", state);
        shown.put("hash", hash());
        shown.put("title", view.getObject("title"));
        shown.put("clear_on_close", view.getBoolean("clear_on_close", false));
        shown.put("notify_on_close", view.getBoolean("notify_on_close", false));
        shown.put("submit_disabled", view.getBoolean("submit_disabled", false));
        shown.put("close", view.get("close"));
        shown.put("submit", view.get("submit"));
        shown.put("previous_view_id", previous);
        shown.put("root_view_id", root);
        shown.put("app_id", workspace.app().id());
        shown.put("external_id", view.getString("external_id", ""));
        shown.put("app_installed_team_id", workspace.id());
        shown.put("bot_id", workspace.app().botId());
        return new OpenView(user, shown, Map.of(), Map.of(), "");
    }

    /** Such as {@code 1552077892.ad0dc42a}. */
    private String hash() {
        return workspace.clock().instant().getEpochSecond() + "."
                + workspace.identifiers().next("").substring(1).toLowerCase(Locale.ROOT);
    }
}
