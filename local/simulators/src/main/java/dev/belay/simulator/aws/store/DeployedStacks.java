package dev.belay.simulator.aws.store;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * CloudFormation as far as it describes stacks (docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html): they
 * are told to it, and nothing is deployed.
 */
public final class DeployedStacks {
    private record Deployed(String id, Instant created, Map<String, String> parameters, Map<String, String> outputs) {}

    private final Map<String, Deployed> byName = new TreeMap<>();
    private final String arnPrefix;
    private final Clock clock;

    public DeployedStacks(String region, String account, Clock clock) {
        this.arnPrefix = "arn:aws:cloudformation:" + region + ":" + account + ":stack/";
        this.clock = clock;
    }

    public synchronized void deployed(String name, Map<String, String> parameters, Map<String, String> outputs) {
        byName.put(
                name,
                new Deployed(
                        arnPrefix + name + "/" + UUID.randomUUID(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        new TreeMap<>(parameters),
                        new TreeMap<>(outputs)));
    }

    public synchronized JsonObject perform(Operation operation) {
        if (!operation.name().equals("DescribeStacks")) {
            throw AwsError.unknownOperation();
        }
        String name = operation.arguments().getString("StackName", "");
        JsonArray stacks = new JsonArray();
        if (name.isEmpty()) {
            byName.forEach((each, stack) -> stacks.add(description(each, stack)));
        } else {
            stacks.add(description(
                    name,
                    Optional.ofNullable(byName.get(name))
                            .orElseThrow(() -> new AwsError(
                                    400, "ValidationError", "Stack with id " + name + " does not exist"))));
        }
        return JsonObject.builder().value("Stacks", stacks).done();
    }

    private static JsonObject description(String name, Deployed stack) {
        return JsonObject.builder()
                .value("StackId", stack.id())
                .value("StackName", name)
                .value("CreationTime", stack.created().toString())
                .value("StackStatus", "CREATE_COMPLETE")
                .value("DisableRollback", false)
                .value("Parameters", pairs("ParameterKey", "ParameterValue", stack.parameters()))
                .value("Outputs", pairs("OutputKey", "OutputValue", stack.outputs()))
                .done();
    }

    private static JsonArray pairs(String key, String value, Map<String, String> all) {
        JsonArray pairs = new JsonArray();
        all.forEach((name, text) -> pairs.add(
                JsonObject.builder().value(key, name).value(value, text).done()));
        return pairs;
    }
}
