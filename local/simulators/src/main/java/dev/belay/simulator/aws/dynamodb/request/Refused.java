package dev.belay.simulator.aws.dynamodb.request;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.Optional;

/**
 * A refusal in DynamoDB's words
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String TABLES = "com.amazonaws.dynamodb.v20120810#";
    private static final String VALIDATION = "com.amazon.coral.validate#ValidationException";
    private static final String SERVICE = "com.amazon.coral.service#";

    private final JsonObject body;

    private Refused(String message, JsonObject body) {
        super(message);
        this.body = body;
    }

    private static Refused of(String type, String message) {
        JsonObject body = new JsonObject();
        body.put("__type", type);
        body.put("message", message);
        return new Refused(message, body);
    }

    /** What the request says is wrong in itself, or not to be had of this engine. */
    public static Refused validation(String message) {
        return of(VALIDATION, message);
    }

    /** A value of the request is wrong. */
    public static Refused invalid(String what) {
        return validation("One or more parameter values were invalid: " + what);
    }

    /** A member of the request breaks its own rule. */
    public static Refused constraint(String value, String member, String rule) {
        return validation("1 validation error detected: Value " + value + " at '" + member
                + "' failed to satisfy constraint: Member must " + rule);
    }

    /** The request's JSON has another shape than the operation's. */
    public static Refused malformed(String message) {
        return of(SERVICE + "SerializationException", message);
    }

    public static Refused unknownOperation(String operation) {
        return of(SERVICE + "UnknownOperationException", "the simulated DynamoDB does not know " + operation);
    }

    /** There is no such table for an item to be in. */
    public static Refused notFound() {
        return of(TABLES + "ResourceNotFoundException", "Requested resource not found");
    }

    public static Refused notFound(String table) {
        return of(TABLES + "ResourceNotFoundException", "Requested resource not found: Table: " + table + " not found");
    }

    /** What operations on backups say of a table that is not there (API_DescribeContinuousBackups.html, Errors). */
    public static Refused noTable(String table) {
        return of(TABLES + "TableNotFoundException", "Table not found: " + table);
    }

    public static Refused inUse(String table) {
        return of(TABLES + "ResourceInUseException", "Table already exists: " + table);
    }

    /** @param stored the item that stood against it, where it was asked for and there is one */
    public static Refused conditionFailed(Optional<JsonObject> stored) {
        Refused refused = of(TABLES + "ConditionalCheckFailedException", "The conditional request failed");
        stored.ifPresent(item -> refused.body.put("Item", item));
        return refused;
    }

    /** @param codes the reasons' codes, in the order of the transaction's items */
    public static Refused cancelled(String codes, JsonArray reasons) {
        String message = "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes;
        JsonObject body = new JsonObject();
        body.put("__type", TABLES + "TransactionCanceledException");
        body.put("CancellationReasons", reasons);
        body.put("Message", message);
        return new Refused(message, body);
    }

    /** A token came back with another request. */
    public static Refused otherRequest() {
        String message = "DynamoDB rejected the request because you retried a request with a different payload but with"
                + " an idempotent token that was already used.";
        JsonObject body = new JsonObject();
        body.put("__type", TABLES + "IdempotentParameterMismatchException");
        body.put("Message", message);
        return new Refused(message, body);
    }

    /** What it says, without its type. */
    public String message() {
        return Optional.ofNullable(getMessage()).orElse("");
    }

    /** The answer's body; its status is 400. */
    public JsonObject body() {
        return body;
    }
}
