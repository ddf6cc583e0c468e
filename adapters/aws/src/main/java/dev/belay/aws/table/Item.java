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
public final class Item {
    public static final String KEY = "pk";

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /** An item to write. */
    public static Item keyed(String key) {
        return new Item(new HashMap<>()).with(KEY, key);
    }

    /** An item as the table returned it. */
    public static Item read(Map<String, AttributeValue> attributes) {
        return new Item(Map.copyOf(attributes));
    }

    public Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    public Item with(String name, String text) {
        attributes.put(name, text(text));
        return this;
    }

    public Item with(String name, long number) {
        attributes.put(name, number(number));
        return this;
    }

    public Item with(String name, boolean flag) {
        attributes.put(name, AttributeValue.fromBool(flag));
        return this;
    }

    public String text(String name, String otherwise) {
        return has(name) ? required(name, AttributeValue::s) : otherwise;
    }

    public String needText(String name) {
        return required(name, AttributeValue::s);
    }

    public Optional<String> findText(String name) {
        return has(name) ? Optional.of(needText(name)) : Optional.empty();
    }

    public long needNumber(String name) {
        return required(name, value -> value.n() == null ? null : Long.valueOf(value.n()));
    }

    public Optional<Long> findNumber(String name) {
        return has(name) ? Optional.of(needNumber(name)) : Optional.empty();
    }

    public boolean flag(String name) {
        return has(name) && required(name, AttributeValue::bool);
    }

    public Instant needInstant(String name) {
        return required(name, value -> value.s() == null ? null : Instant.parse(value.s()));
    }

    public <E extends Enum<E>> E needWord(String name, Class<E> words) {
        return required(name, value -> value.s() == null ? null : Enum.valueOf(words, value.s()));
    }

    /** The texts whose names begin so, by what follows. */
    public Map<String, String> textsUnder(String prefix) {
        Map<String, String> texts = new HashMap<>();
        attributes.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> texts.put(name.substring(prefix.length()), needText(name)));
        return texts;
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    public static AttributeValue number(long number) {
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
