package dev.belay.aws.moto;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One request of the comparison, and how its answer is read.
 *
 * @param said what was asked for, to be shown when the answers differ
 */
record Deed(String said, Function<DynamoDbClient, Object> request) {
    /**
     * What came back.
     *
     * @param error empty where it was done
     * @param content what was returned, or stood against it
     */
    record Answer(int status, String error, Object content) {}

    Answer on(DynamoDbClient client) {
        try {
            return new Answer(200, "", request.apply(client));
        } catch (DynamoDbException e) {
            return new Answer(e.statusCode(), e.awsErrorDetails().errorCode(), content(e));
        }
    }

    private static Object content(DynamoDbException e) {
        return switch (e) {
            case ConditionalCheckFailedException failed -> item(failed.item());
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream()
                        .map(reason -> List.of(reason.code(), item(reason.item())))
                        .toList();
            default -> "";
        };
    }

    static Map<String, Object> item(Map<String, AttributeValue> item) {
        Map<String, Object> plain = new TreeMap<>();
        item.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    /** Sets in order and numbers without their zeros, for these mean nothing. */
    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case M -> item(value.m());
            case L -> value.l().stream().map(Deed::plain).toList();
            case SS -> value.ss().stream().sorted().toList();
            case NS -> value.ns().stream().map(Deed::number).sorted().toList();
            case N -> number(value.n());
            default -> value;
        };
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    static List<Map<String, Object>> items(List<Map<String, AttributeValue>> items) {
        return items.stream().map(Deed::item).toList();
    }
}
