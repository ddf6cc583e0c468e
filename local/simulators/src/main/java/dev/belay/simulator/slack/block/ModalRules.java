package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks a modal as Slack does (docs.slack.dev/reference/views/modal-views), and names what the app left unnamed. */
public final class ModalRules {
    private static final int MOST_BYTES = 250_000;
    private static final Set<String> PROPERTIES = Set.of(
            "type",
            "title",
            "blocks",
            "close",
            "submit",
            "private_metadata",
            "callback_id",
            "clear_on_close",
            "notify_on_close",
            "external_id",
            "submit_disabled");

    private final List<String> faults = new ArrayList<>();
    private final ElementRules elements = new ElementRules(faults);

    private ModalRules() {}

    /** Refuses a view that is out of rule with {@code invalid_arguments}, and one over 250 kB with {@code view_too_large}. */
    public static void check(JsonObject view) {
        if (JsonWriter.string(view).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.of("view_too_large");
        }
        ModalRules rules = new ModalRules();
        rules.view(view);
        if (!rules.faults.isEmpty()) {
            throw Refusal.of("invalid_arguments", rules.faults);
        }
    }

    /** Gives each block and each element of a view an id where the app gave none. */
    public static void name(JsonObject view, Identifiers identifiers) {
        Naming.name(view.getArray("blocks", new JsonArray()), identifiers);
    }

    private void view(JsonObject view) {
        if (!"modal".equals(view.getString("type", ""))) {
            elements.fault("unsupported type", "/view/type");
        }
        view.keySet().stream()
                .filter(name -> !PROPERTIES.contains(name))
                .forEach(name -> elements.fault("invalid additional property: " + name, "/view"));
        elements.text(view, "title", BlockLimits.VIEW_LABEL, true, "/view");
        for (String optional : new String[] {"submit", "close"}) {
            if (view.has(optional)) {
                elements.text(view, optional, BlockLimits.VIEW_LABEL, true, "/view");
            }
        }
        elements.string(view, "private_metadata", BlockLimits.VIEW_METADATA, "/view");
        elements.string(view, "callback_id", BlockLimits.IDENTIFIER, "/view");
        elements.string(view, "external_id", BlockLimits.IDENTIFIER, "/view");
        blocks(view);
    }

    private void blocks(JsonObject view) {
        JsonArray blocks = view.getArray("blocks", new JsonArray());
        if (blocks.isEmpty()) {
            elements.fault("must have at least 1 item", "/view/blocks");
        }
        faults.addAll(BlockRules.ofView(blocks));
        for (int i = 0; i < blocks.size() && !view.has("submit"); i++) {
            if (blocks.get(i) instanceof JsonObject block && "input".equals(block.getString("type"))) {
                // the words of github.com/slackapi/node-slack-sdk/pull/875
                elements.fault(
                        "must define `submit` to use an `input` block in modals", "/view/blocks/" + i + "/input");
            }
        }
    }
}
