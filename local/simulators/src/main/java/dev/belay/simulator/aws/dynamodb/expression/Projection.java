package dev.belay.simulator.aws.dynamodb.expression;

import dev.belay.simulator.aws.dynamodb.expression.Path.Step;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of an item that some paths lead to; of a list its elements move together. */
public record Projection(List<Path> paths) {
    public static Projection parse(Expression expression, Placeholders placeholders) {
        Tokens tokens = new Tokens(expression);
        List<Path> paths = new PathParser(tokens, placeholders).paths();
        tokens.need(Kind.END);
        Path.checkApart(expression, paths);
        return new Projection(paths);
    }

    public Document of(Document item) {
        return part(item, paths.stream().map(Path::steps).toList())
                .map(Document.class::cast)
                .orElse(Document.EMPTY);
    }

    private static Optional<Value> part(Value whole, List<List<Step>> ways) {
        if (ways.stream().anyMatch(List::isEmpty)) {
            return Optional.of(whole);
        }
        Map<Step, Value> parts = new LinkedHashMap<>();
        ways.stream().map(List::getFirst).distinct().forEach(step -> step.from(whole)
                .flatMap(there -> part(there, beyond(step, ways)))
                .ifPresent(part -> parts.put(step, part)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(joined(whole, parts));
    }

    private static List<List<Step>> beyond(Step step, List<List<Step>> ways) {
        return ways.stream()
                .filter(way -> way.getFirst().equals(step))
                .map(way -> way.subList(1, way.size()))
                .toList();
    }

    private static Value joined(Value whole, Map<Step, Value> parts) {
        if (whole instanceof Document) {
            Map<String, Value> attributes = new LinkedHashMap<>();
            parts.forEach((step, part) -> attributes.put(step.toString(), part));
            return new Document(attributes);
        }
        return new Sequence(parts.entrySet().stream()
                .sorted(Comparator.comparingInt(part -> index(part.getKey())))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static int index(Step step) {
        return step instanceof Step.Element(int index) ? index : 0;
    }
}
