package dev.belay.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.table.Transaction.Ended;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A transaction that met another is tried again; one that was refused is not. */
final class TransactionTest {
    private final Cancelling client = new Cancelling();
    private final Transaction transaction = new Transaction(client, List.of());

    @Test
    void a_conflict_is_tried_again() {
        client.cancel("None", "TransactionConflict").cancel("ThrottlingError", "None");
        assertThat(transaction.run()).isInstanceOf(Ended.Committed.class);
        assertThat(client.asked).isEqualTo(3);
    }

    @Test
    void a_conflict_that_stays_is_unavailable() {
        for (int i = 0; i < 3; i++) {
            client.cancel("TransactionConflict", "None");
        }
        assertThatThrownBy(transaction::run)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("TransactionConflict");
        assertThat(client.asked).isEqualTo(3);
    }

    @Test
    void a_refusal_is_final_whatever_stands_beside_it() {
        client.cancel("TransactionConflict", "ConditionalCheckFailed");
        assertThat(transaction.run()).isInstanceOf(Ended.Refused.class);
        assertThat(client.asked).isEqualTo(1);
    }

    @Test
    void a_mistake_is_rejected_at_once() {
        client.cancel("ValidationError", "None");
        assertThatThrownBy(transaction::run).isInstanceOf(Rejected.class);
        assertThat(client.asked).isEqualTo(1);
    }

    /** A DynamoDB that cancels as it was told, and then commits. */
    private static final class Cancelling implements DynamoDbClient {
        private final Deque<List<String>> cancellations = new ArrayDeque<>();
        private int asked;

        Cancelling cancel(String... reasons) {
            cancellations.add(Arrays.asList(reasons));
            return this;
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            asked++;
            if (cancellations.isEmpty()) {
                return TransactWriteItemsResponse.builder().build();
            }
            throw TransactionCanceledException.builder()
                    .cancellationReasons(cancellations.remove().stream()
                            .map(code -> CancellationReason.builder().code(code).build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
