package dev.belay.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchResultTest {
    private static final Set<String> BATCH = new HashSet<>(Set.of("one", "two"));

    @Test
    void no_answer_and_an_empty_one_are_success() {
        assertThat(BatchResult.done(BATCH, null)).isEqualTo(BATCH);
        assertThat(BatchResult.done(BATCH, new SQSBatchResponse())).isEqualTo(BATCH);
        assertThat(BatchResult.done(BATCH, failed())).isEqualTo(BATCH);
    }

    @Test
    void what_is_not_reported_is_done() {
        assertThat(BatchResult.done(BATCH, failed("two"))).isEqualTo(Set.of("one"));
    }

    @Test
    void an_empty_or_unknown_identifier_fails_the_batch() {
        assertThat(BatchResult.done(BATCH, failed(""))).isEmpty();
        assertThat(BatchResult.done(BATCH, failed("three"))).isEmpty();
        SQSBatchResponse nameless = new SQSBatchResponse(Arrays.asList(new BatchItemFailure()));
        assertThat(BatchResult.done(BATCH, nameless)).isEmpty();
    }

    private static SQSBatchResponse failed(String... ids) {
        return new SQSBatchResponse(
                Arrays.stream(ids).map(BatchItemFailure::new).toList());
    }
}
