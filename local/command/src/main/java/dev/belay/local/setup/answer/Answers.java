package dev.belay.local.setup.answer;

import dev.belay.chat.Platform;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What was answered. None of it is a secret.
 *
 * @param texts by the questions' ids
 */
public record Answers(Map<String, String> texts) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        texts = Map.copyOf(texts);
    }

    /** The answer; none where nothing was given. */
    public Optional<String> find(String id) {
        return Optional.ofNullable(texts.get(id)).filter(text -> !text.isEmpty());
    }

    /**
     * The answer to what must be answered.
     *
     * @throws NoSuchElementException when it is not
     */
    public String text(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException(id + " is not answered"));
    }

    /** The parts of a list. */
    public List<String> list(String id) {
        return find(id).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    public boolean has(Platform platform) {
        return list("platforms").contains(platform.id());
    }

    /** These with another answer. */
    public Answers with(String id, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(id, text);
        return new Answers(more);
    }

    /** These, and what they leave out from others. */
    public Answers over(Answers others) {
        Map<String, String> all = new LinkedHashMap<>(others.texts);
        all.putAll(texts);
        return new Answers(all);
    }
}
