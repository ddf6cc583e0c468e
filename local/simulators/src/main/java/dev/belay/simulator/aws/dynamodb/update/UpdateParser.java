package dev.belay.simulator.aws.dynamodb.update;

import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.expression.PathParser;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.expression.Tokens;
import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Reads update expressions: each section once, in any order. */
final class UpdateParser {
    private final Expression expression;
    private final Tokens tokens;
    private final Placeholders placeholders;
    private final PathParser paths;
    private final SetValueParser values;
    private final List<Action> actions = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();

    UpdateParser(Expression expression, Placeholders placeholders) {
        this.expression = expression;
        this.tokens = new Tokens(expression);
        this.placeholders = placeholders;
        this.paths = new PathParser(tokens, placeholders);
        this.values = new SetValueParser(tokens, paths, placeholders);
    }

    List<Action> actions() {
        do {
            section();
        } while (tokens.peek().kind() != Kind.END);
        Path.checkApart(expression, actions.stream().map(Action::path).toList());
        return actions;
    }

    private void section() {
        String section = tokens.peek().text().toUpperCase(Locale.ROOT);
        Supplier<Action> action =
                switch (section) {
                    case "SET" -> this::assign;
                    case "REMOVE" -> () -> new Action.Remove(paths.path());
                    case "ADD" -> this::add;
                    case "DELETE" -> this::delete;
                    default -> throw tokens.unexpected();
                };
        if (!sections.add(section)) {
            throw expression.invalid("The \"" + section + "\" section can only be used once in an update expression;");
        }
        tokens.take();
        do {
            actions.add(action.get());
        } while (tokens.takeSign(","));
    }

    private Action assign() {
        Path path = paths.path();
        tokens.needSign("=");
        return new Action.Assign(path, values.value());
    }

    private Action add() {
        Path path = topLevel("ADD");
        Value value = given();
        if (value.type() != Type.N && !value.type().isSet()) {
            throw wrongType("ADD", value, "ALLOWED_FOR_ADD_OPERAND");
        }
        return new Action.Add(path, value);
    }

    private Action delete() {
        Path path = topLevel("DELETE");
        Value value = given();
        if (value instanceof Value.Members members) {
            return new Action.Delete(path, members);
        }
        throw wrongType("DELETE", value, "ALLOWED_FOR_DELETE_OPERAND");
    }

    /** As API_UpdateItem says: "the ADD action … can only be used on top-level attributes", and so DELETE. */
    private Path topLevel(String section) {
        Path path = paths.path();
        if (!path.isTopLevel()) {
            throw expression.invalid(section + " can be used on top-level attributes only; path: " + path);
        }
        return path;
    }

    private Value given() {
        return placeholders.value(expression, tokens.need(Kind.VALUE).text());
    }

    private RuntimeException wrongType(String operator, Value value, String typeSet) {
        return expression.invalid("Incorrect operand type for operator or function; operator: " + operator
                + ", operand type: " + value.type().word() + ", typeSet: " + typeSet);
    }
}
