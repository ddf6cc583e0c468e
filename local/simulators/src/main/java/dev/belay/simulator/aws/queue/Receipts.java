package dev.belay.simulator.aws.queue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import dev.belay.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What SQS keeps about each receipt of a message, and refuses by it where the engine does not:
 *
 * <ul>
 *   <li>a message stays invisible for 43,200 s at most, counted from its receipt
 *       (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html; the words as in
 *       github.com/localstack/localstack/issues/3956);
 *   <li>a handle whose time has passed neither changes the visibility (the words as in github.com/mapbox/ecs-watchbot/issues/135) nor,
 *       in a FIFO queue, deletes the message (github.com/aws/aws-sdk-js/issues/1279);
 *   <li>what was never a handle is {@code ReceiptHandleIsInvalid} (API_DeleteMessage.html).
 * </ul>
 */
public final class Receipts {
    private static final int MOST = 43_200;
    private static final int REMEMBERED = 100_000;
    private static final int DEFAULT_VISIBILITY = 30;

    private record Receipt(Instant receivedAt, Instant visibleAt) {}

    private final Clock clock;
    private final Map<String, Integer> visibilities = new HashMap<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    public Receipts(Clock clock) {
        this.clock = clock;
    }

    /** Refuses what SQS refuses by the time that has passed, or by a number. */
    public synchronized void check(Operation operation) {
        JsonObject arguments = operation.arguments();
        switch (operation.name()) {
            case "ReceiveMessage" -> checkNumber(arguments);
            case "ChangeMessageVisibility" -> {
                checkNumber(arguments);
                known(arguments).ifPresent(receipt -> checkChange(receipt, arguments));
            }
            case "DeleteMessage" -> known(arguments).ifPresent(receipt -> checkDelete(receipt, arguments));
            default -> {}
        }
    }

    /** Takes note of what the engine did, and says in SQS' own words what it refused. */
    public synchronized Response note(Operation operation, Response response) {
        JsonObject arguments = operation.arguments();
        boolean done = response.status() == 200;
        boolean aboutReceipt = operation.name().equals("ChangeMessageVisibility")
                || operation.name().equals("DeleteMessage");
        if (!done && aboutReceipt && text(response).contains("eceipt")) {
            throw AwsError.invalidReceiptHandle(handle(arguments));
        }
        if (done) {
            remember(operation, response);
        }
        return response;
    }

    private void remember(Operation operation, Response response) {
        JsonObject arguments = operation.arguments();
        switch (operation.name()) {
            case "CreateQueue" -> visibility(Engine.json(response).getString("QueueUrl", ""), arguments);
            case "SetQueueAttributes" -> visibility(url(arguments), arguments);
            case "ReceiveMessage" -> received(arguments, Engine.json(response).getArray("Messages", new JsonArray()));
            case "ChangeMessageVisibility" ->
                receipts.computeIfPresent(
                        handle(arguments),
                        (handle, receipt) -> new Receipt(
                                receipt.receivedAt(), in(number(arguments).orElse(0))));
            default -> {}
        }
    }

    private void visibility(String queueUrl, JsonObject arguments) {
        String seconds = arguments.getObject("Attributes", new JsonObject()).getString("VisibilityTimeout", "");
        if (!seconds.isEmpty()) {
            visibilities.put(queueUrl, Integer.parseInt(seconds));
        }
    }

    private void received(JsonObject arguments, JsonArray messages) {
        int visibility =
                number(arguments).orElseGet(() -> visibilities.getOrDefault(url(arguments), DEFAULT_VISIBILITY));
        messages.forEach(message -> receipts.put(
                ((JsonObject) message).getString("ReceiptHandle", ""), new Receipt(clock.instant(), in(visibility))));
        while (receipts.size() > REMEMBERED) {
            receipts.remove(receipts.keySet().iterator().next());
        }
    }

    private static void checkNumber(JsonObject arguments) {
        number(arguments).filter(seconds -> seconds < 0 || seconds > MOST).ifPresent(seconds -> {
            throw AwsError.invalidParameter("Value " + seconds
                    + " for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <= 43200, if provided.");
        });
    }

    private void checkChange(Receipt receipt, JsonObject arguments) {
        if (isOver(receipt)) {
            throw AwsError.invalidParameter("Value " + handle(arguments)
                    + " for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for"
                    + " visibility timeout change.");
        }
        int seconds = number(arguments).orElse(0);
        if (Duration.between(receipt.receivedAt(), in(seconds)).toSeconds() > MOST) {
            throw AwsError.invalidParameter("Value " + seconds
                    + " for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is"
                    + " beyond the limit [43200 seconds]");
        }
    }

    private void checkDelete(Receipt receipt, JsonObject arguments) {
        if (isOver(receipt) && url(arguments).endsWith(".fifo")) {
            throw AwsError.invalidParameter("Value " + handle(arguments)
                    + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
        }
    }

    private boolean isOver(Receipt receipt) {
        return !clock.instant().isBefore(receipt.visibleAt());
    }

    private Instant in(int seconds) {
        return clock.instant().plusSeconds(seconds);
    }

    private Optional<Receipt> known(JsonObject arguments) {
        return Optional.ofNullable(receipts.get(handle(arguments)));
    }

    private static Optional<Integer> number(JsonObject arguments) {
        return arguments.get("VisibilityTimeout") instanceof Number seconds
                ? Optional.of(seconds.intValue())
                : Optional.empty();
    }

    private static String handle(JsonObject arguments) {
        return arguments.getString("ReceiptHandle", "");
    }

    private static String url(JsonObject arguments) {
        return arguments.getString("QueueUrl", "");
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
