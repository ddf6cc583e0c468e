package dev.belay.aws.table;

import dev.belay.failure.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of a table: attributes by name, written and read by their types. */
final class Item {
    static final String KEY = "pk";

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /** An item to write. */
    static Item keyed(String key) {
        return new Item(new HashMap<>()).with(KEY, key);
    }

    /** An item as the table returned it. */
    static Item read(Map<String, AttributeValue> attributes) {
        return new Item(Map.copyOf(attributes));
    }

    Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    Item with(String name, String text) {
        attributes.put(name, text(text));
        return this;
    }

    Item with(String name, long number) {
        attributes.put(name, number(number));
        return this;
    }

    Item with(String name, boolean flag) {
        attributes.put(name, AttributeValue.fromBool(flag));
        return this;
    }

    String text(String name, String otherwise) {
        return has(name) ? required(name, AttributeValue::s) : otherwise;
    }

    String needText(String name) {
        return required(name, AttributeValue::s);
    }

    Optional<String> findText(String name) {
        return has(name) ? Optional.of(needText(name)) : Optional.empty();
    }

    long needNumber(String name) {
        return required(name, value -> value.n() == null ? null : Long.valueOf(value.n()));
    }

    Optional<Long> findNumber(String name) {
        return has(name) ? Optional.of(needNumber(name)) : Optional.empty();
    }

    boolean flag(String name) {
        return has(name) && required(name, AttributeValue::bool);
    }

    Instant needInstant(String name) {
        return required(name, value -> value.s() == null ? null : Instant.parse(value.s()));
    }

    <E extends Enum<E>> E needWord(String name, Class<E> words) {
        return required(name, value -> value.s() == null ? null : Enum.valueOf(words, value.s()));
    }

    /** The texts whose names begin so, by what follows. */
    Map<String, String> textsUnder(String prefix) {
        Map<String, String> texts = new HashMap<>();
        attributes.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> texts.put(name.substring(prefix.length()), needText(name)));
        return texts;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private <T> T required(String name, Function<AttributeValue, @Nullable T> reading) {
        try {
            T read = has(name) ? reading.apply(attributes.getOrDefault(name, text(""))) : null;
            if (read != null) {
                return read;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(name);
        }
        throw unreadable(name);
    }

    private Rejected unreadable(String name) {
        String key = attributes.getOrDefault(KEY, text("?")).s();
        return new Rejected("dynamodb", "the item " + key + " has no " + name + " that can be read");
    }
}
