package dev.belay.aws;

import dev.belay.failure.Rejected;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One secret's texts by their names; it never shows them. */
public final class Secret {
    private final String arn;
    private final Map<String, String> texts;

    Secret(String arn, Map<String, Object> document) {
        this.arn = arn;
        Map<String, String> copied = new HashMap<>();
        document.forEach((name, value) -> {
            if (value instanceof String text && !text.isEmpty()) {
                copied.put(name, text);
            }
        });
        this.texts = Map.copyOf(copied);
    }

    /**
     * @throws Rejected when the secret has no such text, or an empty one
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new Rejected("secretsmanager", "the secret " + arn + " has no " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** All of them, for whoever checks their shape: they are never printed. */
    public Map<String, String> texts() {
        return texts;
    }

    @Override
    public String toString() {
        return "Secret[" + arn + "]";
    }
}
