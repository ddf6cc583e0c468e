package dev.belay.simulator.aws.store;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Systems Manager's Parameter Store: named texts with a version number, 4 KB each, 8 KB in the advanced tier, to which intelligent
 * tiering promotes what needs it (docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html and
 * docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, Tier).
 */
public final class Parameters {
    private static final int STANDARD = 4096;
    private static final int ADVANCED = 8192;

    private record Parameter(String name, String type, String value, long version, Instant changed) {}

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final String arnPrefix;
    private final Clock clock;

    public Parameters(String region, String account, Clock clock) {
        this.arnPrefix = "arn:aws:ssm:" + region + ":" + account + ":parameter";
        this.clock = clock;
    }

    public synchronized JsonObject perform(Operation operation) {
        return switch (operation.name()) {
            case "GetParameter" -> get(operation.arguments());
            case "PutParameter" -> put(operation.arguments());
            case "DeleteParameter" -> delete(operation.arguments());
            default -> throw AwsError.unknownOperation();
        };
    }

    private JsonObject get(JsonObject arguments) {
        Parameter found = Optional.ofNullable(parameters.get(arguments.getString("Name", "")))
                .orElseThrow(() -> new AwsError(400, "ParameterNotFound", ""));
        JsonObject parameter = new JsonObject();
        parameter.put("ARN", arnPrefix + (found.name.startsWith("/") ? "" : "/") + found.name);
        parameter.put("DataType", "text");
        parameter.put("LastModifiedDate", found.changed.toEpochMilli() / 1000.0);
        parameter.put("Name", found.name);
        parameter.put("Type", found.type);
        parameter.put("Value", found.value);
        parameter.put("Version", found.version);
        JsonObject answer = new JsonObject();
        answer.put("Parameter", parameter);
        return answer;
    }

    private JsonObject delete(JsonObject arguments) {
        if (parameters.remove(arguments.getString("Name", "")) == null) {
            throw new AwsError(400, "ParameterNotFound", "");
        }
        return new JsonObject();
    }

    private JsonObject put(JsonObject arguments) {
        String name = arguments.getString("Name", "");
        String value = arguments.getString("Value", "");
        String tier = tier(value, arguments.getString("Tier", "Standard"));
        Parameter before = parameters.get(name);
        if (before != null && !arguments.getBoolean("Overwrite", false)) {
            throw new AwsError(
                    400,
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                            + " true.");
        }
        long version = before == null ? 1 : before.version + 1;
        String type = arguments.getString("Type", before == null ? "String" : before.type);
        parameters.put(name, new Parameter(name, type, value, version, clock.instant()));
        JsonObject answer = new JsonObject();
        answer.put("Tier", tier);
        answer.put("Version", version);
        return answer;
    }

    /** The tier that the value comes into: the one asked for, or the smallest that holds it. */
    private static String tier(String value, String asked) {
        int size = value.getBytes(StandardCharsets.UTF_8).length;
        String tier =
                switch (asked) {
                    case "Standard", "Advanced" -> asked;
                    case "Intelligent-Tiering" -> size > STANDARD ? "Advanced" : "Standard";
                    default ->
                        throw new AwsError(
                                400,
                                "ValidationException",
                                "1 validation error detected: Value '" + asked
                                        + "' at 'tier' failed to satisfy constraint: Member must satisfy enum value set:"
                                        + " [Standard, Advanced, Intelligent-Tiering]");
                };
        int limit = tier.equals("Advanced") ? ADVANCED : STANDARD;
        if (size == 0 || size > limit) {
            throw new AwsError(
                    400,
                    "ValidationException",
                    tier + " tier parameters support a maximum parameter value of " + limit + " characters.");
        }
        return tier;
    }
}
