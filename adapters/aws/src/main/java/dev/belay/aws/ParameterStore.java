package dev.belay.aws;

import dev.belay.aws.call.Call;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Systems Manager's Parameter Store as whoever installs Belay uses it: texts are looked at as they are, and stored. */
public final class ParameterStore {
    private static final String SYSTEM = "ssm";

    private final SsmClient client;

    ParameterStore(SsmClient client) {
        this.client = client;
    }

    /**
     * The text that stands there now; none where there is no such parameter.
     *
     * @throws dev.belay.failure.Unavailable when AWS does not answer
     * @throws dev.belay.failure.Rejected when it refuses
     */
    public Optional<String> find(String name) {
        return Call.to(SYSTEM, "GetParameter", () -> {
            try {
                return Optional.of(client.getParameter(request -> request.name(name))
                        .parameter()
                        .value());
            } catch (ParameterNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Stores a text in the place of what stood there; Parameter Store keeps that as an earlier version. More than 4 KB come into the
     * advanced tier, which costs.
     *
     * @throws dev.belay.failure.Unavailable when AWS does not answer
     * @throws dev.belay.failure.Rejected when it refuses
     */
    public void put(String name, String text) {
        Call.to(
                SYSTEM,
                "PutParameter",
                () -> client.putParameter(request -> request.name(name)
                        .type(ParameterType.STRING)
                        .tier(ParameterTier.INTELLIGENT_TIERING)
                        .value(text)
                        .overwrite(true)));
    }
}
