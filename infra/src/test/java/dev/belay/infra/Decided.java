package dev.belay.infra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A template once its parameters are given, as CloudFormation deploys it: conditions decided, and what they leave out left out. */
final class Decided {
    private final Tree template;
    private final Map<String, String> parameters;

    private Decided(Tree template, Map<String, String> parameters) {
        this.template = template;
        this.parameters = parameters;
    }

    /**
     * @param parameters what is given; the others have their default
     */
    static Tree of(Tree template, Map<String, String> parameters) {
        Decided decided = new Decided(template, parameters);
        return new Tree(decided.decide(template.value()).orElse(null));
    }

    /** What the template's rules say against what is given. */
    static List<String> objections(Tree template, Map<String, String> parameters) {
        Decided decided = new Decided(template, parameters);
        Tree rules = template.at("Rules");
        return rules.names().stream()
                .map(rules::at)
                .filter(rule -> rule.call("RuleCondition").map(decided::isTrue).orElse(true))
                .flatMap(rule -> rule.at("Assertions").elements().stream())
                .filter(assertion -> !decided.isTrue(assertion.at("Assert")))
                .map(assertion -> assertion.at("AssertDescription").text())
                .toList();
    }

    private Optional<Object> decide(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Map<?, ?> map -> decide(map);
            case List<?> list ->
                Optional.of(new ArrayList<>(
                        list.stream().flatMap(each -> decide(each).stream()).toList()));
            default -> Optional.of(value);
        };
    }

    private Optional<Object> decide(Map<?, ?> map) {
        if (map.get("Fn::If") instanceof List<?> choice) {
            return decide(choice.get(isTrue(String.valueOf(choice.getFirst())) ? 1 : 2));
        }
        if ("AWS::NoValue".equals(map.get("Ref")) || !wanted(map)) {
            return Optional.empty();
        }
        Map<Object, Object> kept = new LinkedHashMap<>();
        map.forEach((name, part) -> decide(part).ifPresent(decided -> kept.put(name, decided)));
        return Optional.of(kept);
    }

    /** A resource, or an output, may have a condition. */
    private boolean wanted(Map<?, ?> part) {
        return !(part.get("Condition") instanceof String condition) || isTrue(condition);
    }

    private boolean isTrue(String condition) {
        return isTrue(template.at("Conditions", condition));
    }

    private boolean isTrue(Tree condition) {
        return condition
                .call("Fn::Not")
                .map(not -> !isTrue(not.elements().getFirst()))
                .or(() -> condition.call("Fn::Equals").map(Tree::elements).map(both -> text(both.get(0))
                        .equals(text(both.get(1)))))
                .or(() -> condition.call("Fn::Or").map(any -> any.elements().stream()
                        .anyMatch(this::isTrue)))
                .or(() -> condition.call("Fn::And").map(all -> all.elements().stream()
                        .allMatch(this::isTrue)))
                .or(() -> condition.call("Condition").map(other -> isTrue(other.text())))
                .orElseThrow(() -> new AssertionError("a condition of another kind: " + condition));
    }

    private String text(Tree value) {
        if (value.call("Fn::Join").isPresent()) {
            return text(value.call("Fn::Join").get().elements().get(1));
        }
        return value.call("Ref")
                .map(Tree::text)
                .map(name -> Optional.ofNullable(parameters.get(name))
                        .orElseGet(
                                () -> template.at("Parameters", name, "Default").text()))
                .orElseGet(value::text);
    }
}
