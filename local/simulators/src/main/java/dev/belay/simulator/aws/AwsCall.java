package dev.belay.simulator.aws;

import dev.belay.simulator.aws.call.Permission;
import java.time.Instant;
import java.util.List;

/**
 * One call that arrived and was answered.
 *
 * @param caller the function's name, or who else called
 * @param function whether a function of ours called
 * @param service the endpoint's name, e.g. {@code dynamodb}
 * @param operation e.g. {@code UpdateItem}
 * @param status the HTTP status that it was answered with
 */
public record AwsCall(
        Instant at,
        String caller,
        boolean function,
        String service,
        String operation,
        List<Permission> permissions,
        int status) {
    public AwsCall {
        permissions = List.copyOf(permissions);
    }

    /** As the fault line names it: {@code dynamodb UpdateItem}. */
    public String name() {
        return service + " " + operation;
    }
}
