package dev.belay.simulator.slack.block;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Arguments;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Escaped;
import dev.belay.simulator.slack.workspace.Identifiers;
import java.util.Optional;

/** Reads what a message is to say from a call's arguments, and refuses what Slack refuses. */
public final class Composition {
    private static final int TEXT = 40_000;
    private static final int EDITED_TEXT = 4_000;

    private final Arguments arguments;
    private final Identifiers identifiers;

    public Composition(Arguments arguments, Identifiers identifiers) {
        this.arguments = arguments;
        this.identifiers = identifiers;
    }

    /** A new message's content; text over 40,000 characters is cut off (docs.slack.dev/reference/methods/chat.postMessage). */
    public Content written() {
        Optional<JsonArray> blocks = blocks();
        String text = arguments.text("text").orElse("");
        if (text.isEmpty() && blocks.filter(all -> !all.isEmpty()).isEmpty()) {
            throw Refusal.of("no_text");
        }
        String shown = text.length() > TEXT ? text.substring(0, TEXT) : text;
        return new Content(
                Escaped.of(shown), blocks.orElseGet(JsonArray::new), metadata().orElseGet(JsonObject::new));
    }

    /**
     * An edited message's content: without blocks the old ones stay only if there is no text either; metadata stays unless given
     * (docs.slack.dev/reference/methods/chat.update).
     */
    public Content edited(Content before) {
        Optional<JsonArray> blocks = blocks();
        Optional<String> text = arguments.text("text").filter(words -> !words.isEmpty());
        if (text.isEmpty() && blocks.filter(all -> !all.isEmpty()).isEmpty()) {
            throw Refusal.of("no_text");
        }
        if (text.filter(words -> words.length() > EDITED_TEXT).isPresent()) {
            throw Refusal.of("msg_too_long");
        }
        return new Content(
                text.map(Escaped::of).orElse(before.text()),
                blocks.orElseGet(JsonArray::new),
                metadata().orElse(before.metadata()));
    }

    private Optional<JsonArray> blocks() {
        Optional<JsonArray> blocks = arguments.array("blocks", "invalid_blocks_format");
        blocks.ifPresent(all -> {
            BlockRules.check(all);
            Naming.name(all, identifiers);
        });
        return blocks;
    }

    private Optional<JsonObject> metadata() {
        Optional<JsonObject> metadata = arguments.object("metadata", "invalid_metadata_format");
        metadata.filter(given -> !given.isEmpty()).ifPresent(MetadataRules::check);
        return metadata;
    }
}
