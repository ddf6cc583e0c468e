package dev.belay.local.stack;

import dev.belay.aws.Aws;
import dev.belay.aws.call.Call;
import dev.belay.failure.ExternalFailure;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The stacks of an account in a region, as CloudFormation describes them. */
public final class DeployedStacks implements AutoCloseable {
    private static final String SYSTEM = "cloudformation";

    private final CloudFormationClient client;

    public DeployedStacks(Aws aws) {
        this.client = aws.configured(CloudFormationClient.builder()).build();
    }

    /**
     * The stack of this name; none where there is none.
     *
     * @throws dev.belay.failure.Unavailable when AWS does not answer
     * @throws dev.belay.failure.Rejected when it refuses
     */
    public Optional<DeployedStack> find(String name) {
        return Call.to(SYSTEM, "DescribeStacks", () -> {
            try {
                return client.describeStacks(request -> request.stackName(name)).stacks().stream()
                        .findFirst()
                        .map(DeployedStacks::stack);
            } catch (CloudFormationException e) {
                if (isMissing(e, name)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The same; none too where it cannot be seen, for whoever can do without. */
    public Optional<DeployedStack> look(String name) {
        try {
            return find(name);
        } catch (ExternalFailure _) {
            return Optional.empty();
        }
    }

    /** There is no code of its own for it (API_DescribeStacks.html, "If the stack doesn't exist, a ValidationError is returned"). */
    private static boolean isMissing(CloudFormationException e, String name) {
        return e.awsErrorDetails() != null
                && "ValidationError".equals(e.awsErrorDetails().errorCode())
                && String.valueOf(e.awsErrorDetails().errorMessage()).contains(name + " does not exist");
    }

    private static DeployedStack stack(Stack described) {
        return new DeployedStack(
                described.stackStatusAsString(),
                described.parameters().stream()
                        .collect(Collectors.toMap(Parameter::parameterKey, DeployedStacks::value, (one, _) -> one)),
                described.outputs().stream()
                        .collect(Collectors.toMap(Output::outputKey, Output::outputValue, (one, _) -> one)));
    }

    private static String value(Parameter parameter) {
        return parameter.parameterValue() == null ? "" : parameter.parameterValue();
    }

    @Override
    public void close() {
        client.close();
    }
}
