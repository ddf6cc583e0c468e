package dev.belay.local.setup;

import dev.belay.failure.ExternalFailure;
import dev.belay.local.stack.DeployedStack;
import dev.belay.local.stack.DeployedStacks;
import dev.belay.secret.SecretKind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the stack.
 *
 * @param name the stack's
 * @param api the API's address without a path; none before the deploy
 * @param stack as CloudFormation describes it; none where there is none, or nobody could tell
 * @param failure what a person must know of the look, in a sentence without a full stop
 */
record Deployment(String name, Optional<URI> api, Optional<DeployedStack> stack, Optional<String> failure) {
    /**
     * Looks for it. Where there surely is none, an address is of no use: what would be stored for it now, the stack makes when it is
     * deployed.
     *
     * @param typed the API's address as a person gave it, which wins
     */
    static Deployment find(String name, DeployedStacks stacks, Optional<URI> typed) {
        try {
            Optional<DeployedStack> stack = stacks.find(name);
            return new Deployment(
                    name,
                    stack.flatMap(there -> typed.or(there::api)),
                    stack,
                    stack.isEmpty() && typed.isPresent()
                            ? Optional.of(
                                    "there is no stack '" + name + "' here, so --url is not used: give --stack and"
                                            + " --region, or deploy it first")
                            : Optional.empty());
        } catch (ExternalFailure e) {
            return new Deployment(
                    name,
                    typed,
                    Optional.empty(),
                    Optional.of("whether the stack is deployed cannot be seen: " + e.getMessage()
                            + (typed.isEmpty() ? "; where it is, give --url" : "")));
        }
    }

    boolean isDeployed() {
        return api.isPresent();
    }

    /** An address of the API. */
    Optional<String> url(String path) {
        return api.map(base -> base.resolve(path).toString());
    }

    /** The name of the parameter with the settings document: the stack's, or what samconfig.toml will give it. */
    String settingsParameter() {
        return stack.flatMap(DeployedStack::settingsParameter).orElse("/" + name + "/settings");
    }

    /** The secrets that the stack was given in place of its own. */
    Map<SecretKind, String> secrets() {
        return stack.map(DeployedStack::secrets).orElse(Map.of());
    }
}
