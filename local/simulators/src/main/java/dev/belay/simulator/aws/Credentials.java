package dev.belay.simulator.aws;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller signs with. A function has temporary ones, as Lambda gives it; everyone else has a key without a token.
 *
 * @param caller the function's name, or who else it is
 * @param sessionToken sent as {@code X-Amz-Security-Token}; a function's calls are refused without it
 */
public record Credentials(String caller, String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
    static Credentials ofFunction(String name) {
        return new Credentials(
                name,
                "ASIABELAY" + letters(name),
                "secret/of/function/" + name,
                Optional.of("session-token-of-function-" + name));
    }

    static Credentials ofOperator(String name) {
        return new Credentials(name, "AKIABELAY" + letters(name), "secret/of/operator/" + name, Optional.empty());
    }

    /**
     * What a shell sets for whoever calls with them, to be added to.
     *
     * @param endpoint of the simulated AWS
     */
    public Map<String, String> environment(URI endpoint) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", SimulatedAws.REGION);
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_ACCESS_KEY_ID", accessKeyId);
        environment.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
        sessionToken.ifPresent(token -> environment.put("AWS_SESSION_TOKEN", token));
        return environment;
    }

    /** Whether a function of ours calls; only its calls can break, and only they need permissions of the template. */
    public boolean isFunction() {
        return sessionToken.isPresent();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Credentials[" + caller + " " + accessKeyId + "]";
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
