package dev.belay.infra.deployed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Plays no step of a test class once one has failed: those that follow stand on it, and would wait for what cannot come. */
final class StepByStep implements ExecutionCondition, TestWatcher {
    private volatile String failed = "";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return failed.isEmpty()
                ? ConditionEvaluationResult.enabled("no step has failed")
                : ConditionEvaluationResult.disabled(failed + " failed");
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        failed = context.getDisplayName();
    }
}
