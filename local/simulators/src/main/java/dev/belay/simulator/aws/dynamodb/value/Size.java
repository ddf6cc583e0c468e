package dev.belay.simulator.aws.dynamodb.value;

import dev.belay.simulator.aws.dynamodb.value.Value.Binary;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Flag;
import dev.belay.simulator.aws.dynamodb.value.Value.Members;
import dev.belay.simulator.aws.dynamodb.value.Value.Nothing;
import dev.belay.simulator.aws.dynamodb.value.Value.Numeric;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import dev.belay.simulator.aws.dynamodb.value.Value.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * How many bytes count for a value, its name included where it has one
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
 */
public final class Size {
    /** What an item may have, names and all. */
    public static final int LARGEST_ITEM = 400 * 1024;

    private static final int OF_CONTAINER = 3;

    private Size() {}

    /** An item's, as its limit and pages count it. */
    public static int of(Document item) {
        return item.attributes().entrySet().stream().mapToInt(Size::named).sum();
    }

    public static int of(Value value) {
        return switch (value) {
            case Text(String text) -> bytes(text);
            case Numeric(BigDecimal number) -> 1 + (number.precision() + 1) / 2 + (number.signum() < 0 ? 1 : 0);
            case Binary(String content) -> content.length();
            case Flag _, Nothing _ -> 1;
            case Members(Type _, var members) -> sum(members);
            case Sequence(var elements) -> OF_CONTAINER + elements.size() + sum(elements);
            case Document(var attributes) ->
                OF_CONTAINER
                        + attributes.size()
                        + attributes.entrySet().stream().mapToInt(Size::named).sum();
        };
    }

    private static int named(Map.Entry<String, Value> attribute) {
        return bytes(attribute.getKey()) + of(attribute.getValue());
    }

    private static int sum(Collection<Value> values) {
        return values.stream().mapToInt(Size::of).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
