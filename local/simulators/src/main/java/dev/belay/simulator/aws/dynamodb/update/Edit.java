package dev.belay.simulator.aws.dynamodb.update;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.expression.Path.Step;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A value put at a place of an item, or taken from it.
 *
 * @param value empty where it is taken
 */
record Edit(Path path, Optional<Value> value) {
    /** Lists keep their numbering until all is done: values come first, by rising index, then removals, by falling index. */
    static final Comparator<Edit> ORDER = Comparator.comparing(
                    (Edit edit) -> edit.value().isEmpty())
            .thenComparing((one, other) -> one.value().isPresent() ? one.compare(other) : other.compare(one));

    static Edit set(Path path, Value value) {
        return new Edit(path, Optional.of(value));
    }

    static Edit removing(Path path) {
        return new Edit(path, Optional.empty());
    }

    /** The removal of what is at the path; nothing where nothing is, but what it would be in has to be there. */
    static Optional<Edit> remove(Path path, Document item) {
        Value holder = item;
        for (Step step : path.steps().subList(0, path.steps().size() - 1)) {
            holder = step.from(holder).orElseThrow(Edit::invalidPath);
        }
        Step last = path.steps().getLast();
        if (!fits(holder, last)) {
            throw invalidPath();
        }
        return last.from(holder).map(_ -> removing(path));
    }

    Document of(Document item) {
        return (Document) changed(item, path.steps());
    }

    private Value changed(Value here, List<Step> steps) {
        Step step = steps.getFirst();
        if (!fits(here, step)) {
            throw invalidPath();
        }
        if (steps.size() == 1) {
            return put(here, step, value);
        }
        Value below = step.from(here).orElseThrow(Edit::invalidPath);
        return put(here, step, Optional.of(changed(below, steps.subList(1, steps.size()))));
    }

    private static boolean fits(Value here, Step step) {
        return switch (step) {
            case Step.Attribute _ -> here instanceof Document;
            case Step.Element _ -> here instanceof Sequence;
        };
    }

    private static Value put(Value here, Step step, Optional<Value> value) {
        return switch (step) {
            case Step.Attribute(String name) -> {
                Document document = (Document) here;
                yield value.map(there -> document.with(name, there)).orElseGet(() -> document.without(name));
            }
            case Step.Element(int index) -> new Sequence(put(((Sequence) here).elements(), index, value));
        };
    }

    private static List<Value> put(List<Value> elements, int index, Optional<Value> value) {
        List<Value> changed = new ArrayList<>(elements);
        if (value.isEmpty()) {
            changed.remove(index);
        } else if (index < changed.size()) {
            changed.set(index, value.get());
        } else {
            changed.add(value.get());
        }
        return changed;
    }

    private int compare(Edit other) {
        int shared = Math.min(path.steps().size(), other.path.steps().size());
        for (int i = 0; i < shared; i++) {
            Step left = path.steps().get(i);
            Step right = other.path.steps().get(i);
            if (!left.equals(right)) {
                return left instanceof Step.Element(int one) && right instanceof Step.Element(int two)
                        ? Integer.compare(one, two)
                        : left.toString().compareTo(right.toString());
            }
        }
        return 0;
    }

    private static Refused invalidPath() {
        return Refused.validation("The document path provided in the update expression is invalid for update");
    }
}
