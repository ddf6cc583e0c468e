package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks blocks as Slack does, and says of each fault where it is. */
final class BlockRules {
    private final List<String> faults = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private final ElementRules elements = new ElementRules(faults);
    private final InputRules inputs = new InputRules(elements);
    private final String root;
    private final int most;
    private final Set<String> elsewhere;

    /**
     * @param root where the blocks stand, as a JSON pointer
     * @param elsewhere the types of blocks that do not stand here
     */
    private BlockRules(String root, int most, Set<String> elsewhere) {
        this.root = root;
        this.most = most;
        this.elsewhere = elsewhere;
    }

    /** Refuses blocks that are out of rule with {@code invalid_blocks}, and too much text with {@code msg_blocks_too_long}. */
    static void check(JsonArray blocks) {
        BlockRules rules = new BlockRules("/blocks", BlockLimits.BLOCKS, Set.of());
        rules.blocks(blocks);
        if (!rules.faults.isEmpty()) {
            throw Refusal.of("invalid_blocks", rules.faults);
        }
        if (length(blocks) > BlockLimits.ALL_TEXT) {
            throw Refusal.of("msg_blocks_too_long");
        }
    }

    /** What is wrong with the blocks of a modal. */
    static List<String> ofView(JsonArray blocks) {
        BlockRules rules = new BlockRules("/view/blocks", BlockLimits.VIEW_BLOCKS, BlockLimits.NOT_IN_VIEWS);
        rules.blocks(blocks);
        return rules.faults;
    }

    private void blocks(JsonArray blocks) {
        if (blocks.size() > most) {
            elements.fault("no more than " + most + " items allowed", root);
        }
        for (int i = 0; i < blocks.size(); i++) {
            String at = root + "/" + i;
            if (blocks.get(i) instanceof JsonObject block) {
                block(block, at);
            } else {
                elements.fault("must provide an object", at);
            }
        }
    }

    private void block(JsonObject block, String at) {
        String type = block.getString("type", "");
        boolean known = BlockLimits.PROPERTIES.containsKey(type) || BlockLimits.OTHER_BLOCKS.contains(type);
        if (!known || elsewhere.contains(type)) {
            elements.fault("unsupported type: " + type, at + "/type");
            return;
        }
        elements.properties(block, type, at);
        identifier(block, at);
        switch (type) {
            case "section" -> section(block, at);
            case "header" -> elements.text(block, "text", BlockLimits.HEADER_TEXT, true, at);
            case "actions" -> actions(block, at);
            case "context" -> context(block, at);
            case "input" -> inputs.check(block, at);
            case "button", "plain_text", "mrkdwn" -> elements.fault("unsupported type: " + type, at + "/type");
            default -> {}
        }
    }

    private void identifier(JsonObject block, String at) {
        String id = block.getString("block_id", "");
        elements.atMost(id, BlockLimits.IDENTIFIER, at + "/block_id");
        if (!id.isEmpty() && !blockIds.add(id)) {
            elements.fault("`block_id` " + id + " already exists for another block", at + "/block_id");
        }
    }

    private void section(JsonObject block, String at) {
        if (!block.has("text") && !block.has("fields")) {
            elements.fault("missing required field: text", at);
        }
        if (block.has("text")) {
            elements.text(block, "text", BlockLimits.SECTION_TEXT, false, at);
        }
        if (block.has("fields")) {
            fields(block.getArray("fields", new JsonArray()), at + "/fields");
        }
        if (block.get("accessory") instanceof JsonObject accessory) {
            elements.element(accessory, new HashSet<>(), at + "/accessory");
        }
    }

    private void fields(JsonArray fields, String at) {
        elements.items(fields, BlockLimits.SECTION_FIELDS, at);
        for (int i = 0; i < fields.size(); i++) {
            elements.textObject(fields.get(i), BlockLimits.FIELD_TEXT, false, at + "/" + i);
        }
    }

    private void actions(JsonObject block, String at) {
        JsonArray all = block.getArray("elements", new JsonArray());
        elements.items(all, BlockLimits.ACTIONS, at + "/elements");
        Set<String> actionIds = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            elements.element(all.get(i), actionIds, at + "/elements/" + i);
        }
    }

    private void context(JsonObject block, String at) {
        JsonArray all = block.getArray("elements", new JsonArray());
        elements.items(all, BlockLimits.CONTEXT, at + "/elements");
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof JsonObject image && "image".equals(image.getString("type")))) {
                elements.textObject(all.get(i), BlockLimits.SECTION_TEXT, false, at + "/elements/" + i);
            }
        }
    }

    /** The characters of all texts, however deep. */
    private static int length(Object part) {
        return switch (part) {
            case JsonArray array -> array.stream().mapToInt(BlockRules::length).sum();
            case JsonObject object ->
                object.entrySet().stream()
                        .mapToInt(entry -> entry.getValue() instanceof String text
                                ? ("text".equals(entry.getKey()) ? text.length() : 0)
                                : length(entry.getValue()))
                        .sum();
            case null, default -> 0;
        };
    }
}
