package dev.belay.simulator.aws.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;

/** A refusal in the words of the service that refuses. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String CORAL = "com.amazon.coral.service#";

    private final int status;
    private final String type;
    private final String queryCode;

    public AwsError(int status, String type, String message) {
        this(status, type, "", message);
    }

    private AwsError(int status, String type, String queryCode, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.queryCode = queryCode;
    }

    /** SQS' word for a value that it does not take; its older protocol's code comes in a header. */
    public static AwsError invalidParameter(String message) {
        return new AwsError(400, CORAL + "InvalidParameterValueException", "InvalidParameterValue", message);
    }

    /** SQS' word for a receipt handle that never was one (API_DeleteMessage.html, Errors). */
    public static AwsError invalidReceiptHandle(String handle) {
        return new AwsError(
                404,
                "com.amazonaws.sqs#ReceiptHandleIsInvalid",
                "ReceiptHandleIsInvalid",
                "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    public static AwsError missingToken() {
        return new AwsError(
                400, CORAL + "MissingAuthenticationTokenException", "Request is missing Authentication Token");
    }

    public static AwsError unknownClient() {
        return new AwsError(
                400, CORAL + "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    public static AwsError badSignature(String message) {
        return new AwsError(400, CORAL + "InvalidSignatureException", message);
    }

    public static AwsError unknownOperation() {
        return new AwsError(400, CORAL + "UnknownOperationException", "");
    }

    /** AWS has it, and nothing here asked for it yet. */
    public static AwsError notSimulated(Operation operation) {
        return new AwsError(
                400,
                CORAL + "UnknownOperationException",
                "the simulator does not know " + operation.name() + " of " + operation.service());
    }

    static AwsError malformed() {
        return new AwsError(400, CORAL + "SerializationException", "");
    }

    public static AwsError unavailable() {
        return new AwsError(503, CORAL + "ServiceUnavailableException", "Service is unable to handle request.");
    }

    /** The JSON protocols' error body; Secrets Manager writes {@code Message} large, the others small. */
    public Response response(String service) {
        if (QueryProtocol.isSpokenBy(service)) {
            String code = type.substring(type.indexOf('#') + 1).replaceFirst("Exception$", "");
            return QueryProtocol.error(service, status, code, String.valueOf(getMessage()));
        }
        JsonObject body = new JsonObject();
        body.put("__type", type);
        String message = getMessage();
        if (message != null && !message.isEmpty()) {
            body.put("secretsmanager".equals(service) ? "Message" : "message", message);
        }
        Response response = Response.text(status, "application/x-amz-json-1.0", JsonWriter.string(body));
        return queryCode.isEmpty() ? response : response.with("x-amzn-query-error", queryCode + ";Sender");
    }
}
