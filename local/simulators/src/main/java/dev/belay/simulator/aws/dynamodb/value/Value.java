package dev.belay.simulator.aws.dynamodb.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An attribute's value. Two values are equal when their types and contents are. */
public sealed interface Value {
    record Text(String text) implements Value {}

    /** A number, without the zeros that say nothing. */
    record Numeric(BigDecimal number) implements Value {
        public Numeric {
            number = Numbers.checked(number);
        }
    }

    /** @param bytes one character for each byte, from 0 to 255 */
    record Binary(String bytes) implements Value {}

    record Flag(boolean flag) implements Value {}

    record Nothing() implements Value {}

    record Sequence(List<Value> elements) implements Value {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** A map, and an item. */
    record Document(Map<String, Value> attributes) implements Value {
        public static final Document EMPTY = new Document(Map.of());

        public Document {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        public Optional<Value> get(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }

        public Document with(String attribute, Value value) {
            Map<String, Value> changed = new LinkedHashMap<>(attributes);
            changed.put(attribute, value);
            return new Document(changed);
        }

        public Document without(String attribute) {
            Map<String, Value> changed = new LinkedHashMap<>(attributes);
            changed.remove(attribute);
            return new Document(changed);
        }

        /** Of these attributes those that there are. */
        public Document only(List<String> names) {
            Map<String, Value> kept = new LinkedHashMap<>();
            names.forEach(name -> get(name).ifPresent(value -> kept.put(name, value)));
            return new Document(kept);
        }
    }

    /** A set, of one type. */
    record Members(Type type, Set<Value> members) implements Value {
        public Members {
            members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        }
    }

    default Type type() {
        return switch (this) {
            case Text _ -> Type.S;
            case Numeric _ -> Type.N;
            case Binary _ -> Type.B;
            case Flag _ -> Type.BOOL;
            case Nothing _ -> Type.NULL;
            case Sequence _ -> Type.L;
            case Document _ -> Type.M;
            case Members(Type type, Set<Value> _) -> type;
        };
    }

    /** Numbers by size, texts and binaries by their bytes; nothing where the types differ or have no order. */
    static OptionalInt compare(Value one, Value other) {
        if (one instanceof Numeric(BigDecimal left) && other instanceof Numeric(BigDecimal right)) {
            return OptionalInt.of(left.compareTo(right));
        }
        if (one instanceof Text(String left) && other instanceof Text(String right)) {
            return OptionalInt.of(Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
        }
        if (one instanceof Binary(String left) && other instanceof Binary(String right)) {
            return OptionalInt.of(left.compareTo(right));
        }
        return OptionalInt.empty();
    }
}
