package dev.belay.simulator.aws.dynamodb.update;

import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Members;
import dev.belay.simulator.aws.dynamodb.value.Value.Numeric;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An update expression
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html). Everything in it is computed
 * from the item as it was before.
 */
public final class Update {
    /** An update that changes nothing: it makes an item that is not there. */
    public static final Update NONE = new Update(List.of());

    private final List<Action> actions;

    private Update(List<Action> actions) {
        this.actions = List.copyOf(actions);
    }

    public static Update parse(Expression expression, Placeholders placeholders) {
        return new Update(new UpdateParser(expression, placeholders).actions());
    }

    /** What it writes or removes. */
    public List<Path> paths() {
        return actions.stream().map(Action::path).toList();
    }

    public Document of(Document item) {
        List<Edit> edits = actions.stream()
                .flatMap(action -> edit(action, item).stream())
                .sorted(Edit.ORDER)
                .toList();
        Document changed = item;
        for (Edit edit : edits) {
            changed = edit.of(changed);
        }
        return changed;
    }

    private static Optional<Edit> edit(Action action, Document item) {
        return switch (action) {
            case Action.Assign(Path path, SetValue value) -> Optional.of(Edit.set(path, value.in(item)));
            case Action.Remove(Path path) -> Edit.remove(path, item);
            case Action.Add(Path path, Value value) -> Optional.of(Edit.set(path, added(path.in(item), value)));
            case Action.Delete(Path path, Members members) ->
                path.in(item).map(stored -> deleted(path, members(stored, members), members));
        };
    }

    private static Value added(Optional<Value> stored, Value value) {
        if (stored.isEmpty()) {
            return value;
        }
        if (value instanceof Numeric(BigDecimal number)) {
            if (stored.get() instanceof Numeric(BigDecimal before)) {
                return new Numeric(before.add(number));
            }
            throw SetValue.wrongType();
        }
        return new Members(
                value.type(),
                union(
                        members(stored.get(), value).members(),
                        members(value, value).members()));
    }

    private static Edit deleted(Path path, Members stored, Members taken) {
        Set<Value> left = new LinkedHashSet<>(stored.members());
        left.removeAll(taken.members());
        return left.isEmpty() ? Edit.removing(path) : Edit.set(path, new Members(stored.type(), left));
    }

    private static Members members(Value stored, Value alike) {
        if (stored instanceof Members members && members.type() == alike.type()) {
            return members;
        }
        throw SetValue.wrongType();
    }

    private static Set<Value> union(Set<Value> one, Set<Value> other) {
        Set<Value> all = new LinkedHashSet<>();
        Stream.of(one, other).forEach(all::addAll);
        return all;
    }
}
