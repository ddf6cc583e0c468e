package dev.belay.infra.deployed;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Plays no step of a test class once one has failed: those that follow stand on it, and would wait for what cannot come. */
final class StepByStep implements ExecutionCondition, TestWatcher {
    private final AtomicReference<String> failed = new AtomicReference<>("");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return failed.get().isEmpty()
                ? ConditionEvaluationResult.enabled("no step has failed")
                : ConditionEvaluationResult.disabled(failed.get() + " failed");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        failed.compareAndSet("", context.getDisplayName());
    }
}
