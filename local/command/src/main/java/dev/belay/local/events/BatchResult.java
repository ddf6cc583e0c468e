package dev.belay.local.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a batch are done, by the rules of {@code ReportBatchItemFailures}
 * (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html): no answer or an empty one is success; one that
 * names no message, or a message that was not in the batch, fails all of it.
 */
final class BatchResult {
    private BatchResult() {}

    static Set<String> done(Set<String> batch, @Nullable SQSBatchResponse response) {
        Set<String> done = new HashSet<>(batch);
        for (BatchItemFailure failure : failures(response)) {
            if (!done.remove(failure.getItemIdentifier()) && !batch.contains(failure.getItemIdentifier())) {
                return Set.of();
            }
        }
        return done;
    }

    private static List<BatchItemFailure> failures(@Nullable SQSBatchResponse response) {
        return Optional.ofNullable(response)
                .map(SQSBatchResponse::getBatchItemFailures)
                .orElse(List.of());
    }
}
