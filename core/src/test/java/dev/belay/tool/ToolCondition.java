package dev.belay.tool;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test that {@link Requires} a tool runs, is skipped, or fails. */
final class ToolCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Requires> requires = AnnotationSupport.findAnnotation(context.getElement(), Requires.class);
        Optional<Tool> missing = requires.stream()
                .flatMap(named -> Arrays.stream(named.value()))
                .filter(tool -> !tool.present())
                .findFirst();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("what it needs is here");
        }
        String required = Optional.ofNullable(System.getenv("BELAY_REQUIRE")).orElse("");
        ConditionEvaluationResult verdict = missing(missing.get(), required);
        System.out.println("Skipped " + context.getDisplayName() + ": "
                + verdict.getReason().orElse(""));
        return verdict;
    }

    /**
     * What becomes of a test whose tool is missing.
     *
     * @throws IllegalStateException when the tool must not be missing, which fails the test
     */
    static ConditionEvaluationResult missing(Tool tool, String required) {
        if (Arrays.stream(required.split(",", -1)).map(String::strip).anyMatch(tool.word()::equals)) {
            throw new IllegalStateException(
                    "BELAY_REQUIRE names " + tool.word() + ", and this machine lacks " + tool.description());
        }
        return ConditionEvaluationResult.disabled("this machine lacks " + tool.description());
    }
}
