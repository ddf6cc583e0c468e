package dev.belay.simulator.aws.dynamodb.expression;

import dev.belay.simulator.aws.dynamodb.expression.Path.Step;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads document paths: {@code a.#b[1].c}. */
public final class PathParser {
    private final Tokens tokens;
    private final Placeholders placeholders;

    public PathParser(Tokens tokens, Placeholders placeholders) {
        this.tokens = tokens;
        this.placeholders = placeholders;
    }

    public Path path() {
        List<Step> steps = new ArrayList<>();
        steps.add(attribute());
        while (true) {
            if (tokens.takeSign(".")) {
                steps.add(attribute());
            } else if (tokens.takeSign("[")) {
                steps.add(element());
            } else {
                return new Path(steps);
            }
        }
    }

    /** One path or more, with commas between them. */
    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        do {
            paths.add(path());
        } while (tokens.takeSign(","));
        return paths;
    }

    private Step attribute() {
        if (tokens.peek().kind() == Kind.NAME) {
            return new Step.Attribute(
                    placeholders.name(tokens.expression(), tokens.take().text()));
        }
        String word = tokens.need(Kind.WORD).text();
        if (ReservedWords.contain(word)) {
            throw tokens.expression().invalid("Attribute name is a reserved keyword; reserved keyword: " + word);
        }
        return new Step.Attribute(word);
    }

    private Step element() {
        Token index = tokens.need(Kind.INDEX);
        tokens.needSign("]");
        try {
            return new Step.Element(Integer.parseInt(index.text()));
        } catch (NumberFormatException e) {
            throw tokens.expression()
                    .invalid("List index is not within the allowable range; index: [" + index.text() + "]");
        }
    }
}
