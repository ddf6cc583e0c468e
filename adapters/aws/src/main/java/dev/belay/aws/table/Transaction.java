package dev.belay.aws.table;

import dev.belay.aws.call.Call;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes that happen together or not at all. Each try carries a token of its own, by which DynamoDB knows a try that was sent
 * again after its answer was lost (docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
public record Transaction(DynamoDbClient client, List<TransactWriteItem> writes) {
    private static final int TRIES = 3;
    private static final String REFUSED = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    public Transaction(DynamoDbClient client, TransactWriteItem... writes) {
        this(client, List.of(writes));
    }

    /** What came of it. */
    public sealed interface Ended {
        /** All is stored. */
        record Committed() implements Ended {}

        /** Nothing is stored, because a condition did not hold: a reason for each write, in order. */
        record Refused(List<CancellationReason> reasons) implements Ended {
            /** The item that stood against the write, where it was asked for. */
            public Optional<Item> stored(int write) {
                CancellationReason reason = reasons.get(write);
                return reason.hasItem() ? Optional.of(Item.read(reason.item())) : Optional.empty();
            }
        }
    }

    /** Tries again at once where another write was in the way for a moment. */
    public Ended run() {
        Ended ended = attempt();
        for (int tried = 1; tried < TRIES && ended instanceof Ended.Refused refused && passing(refused); tried++) {
            ended = attempt();
        }
        if (ended instanceof Ended.Refused refused && !has(refused, Set.of(REFUSED))) {
            throw failure(refused);
        }
        return ended;
    }

    private Ended attempt() {
        return Call.to(Table.SYSTEM, "TransactWriteItems", this::once);
    }

    private Ended once() {
        try {
            client.transactWriteItems(request -> request.transactItems(writes));
            return new Ended.Committed();
        } catch (TransactionCanceledException e) {
            return new Ended.Refused(e.cancellationReasons());
        }
    }

    private static RuntimeException failure(Ended.Refused refused) {
        List<String> codes =
                refused.reasons().stream().map(CancellationReason::code).toList();
        return passing(refused)
                ? new Unavailable(Table.SYSTEM, "TransactWriteItems: " + codes, Optional.of(Duration.ofSeconds(1)))
                : new Rejected(Table.SYSTEM, "TransactWriteItems: " + codes);
    }

    private static boolean passing(Ended.Refused refused) {
        return has(refused, PASSING) && !has(refused, Set.of(REFUSED));
    }

    private static boolean has(Ended.Refused refused, Set<String> codes) {
        return refused.reasons().stream().anyMatch(reason -> codes.contains(reason.code()));
    }
}
