package dev.belay.simulator.aws.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Request;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks for: the service by its endpoint's name, the operation, and its arguments. AWS's JSON protocols name
 * both in {@code X-Amz-Target} (smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html). The older {@link QueryProtocol} is spoken
 * with SNS and CloudFormation.
 */
public record Operation(String service, String name, JsonObject arguments) {
    private static final Map<String, String> TARGETS = Map.of(
            "DynamoDB_20120810", "dynamodb",
            "AmazonSQS", "sqs",
            "secretsmanager", "secretsmanager",
            "AmazonSSM", "ssm",
            "GraniteServiceVersion20100801", "monitoring");

    /** As the fault line and the log name it: {@code dynamodb UpdateItem}. */
    public String call() {
        return service + " " + name;
    }

    /** The operation without its arguments, if the request names one. */
    public static Optional<Operation> named(Request request) {
        return request.header("x-amz-target").flatMap(Operation::ofTarget).or(() -> QueryProtocol.read(request));
    }

    /** The operation with its arguments. */
    public static Operation of(Request request) {
        Operation named = named(request).orElseThrow(AwsError::unknownOperation);
        return QueryProtocol.isSpokenBy(named.service)
                ? named
                : new Operation(named.service, named.name, json(request));
    }

    private static Optional<Operation> ofTarget(String target) {
        int dot = target.lastIndexOf('.');
        return Optional.ofNullable(TARGETS.get(target.substring(0, Math.max(dot, 0))))
                .map(service -> new Operation(service, target.substring(dot + 1), new JsonObject()));
    }

    private static JsonObject json(Request request) {
        try {
            return JsonParser.object().from(request.text());
        } catch (JsonParserException e) {
            throw AwsError.malformed();
        }
    }
}
