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
 * @param failure why nobody could tell
 */
record Deployment(String name, Optional<URI> api, Optional<DeployedStack> stack, Optional<String> failure) {
    /**
     * Looks for it.
     *
     * @param typed the API's address as a person gave it, which wins
     */
    static Deployment find(String name, DeployedStacks stacks, Optional<URI> typed) {
        try {
            Optional<DeployedStack> stack = stacks.find(name);
            return new Deployment(name, typed.or(() -> stack.flatMap(DeployedStack::api)), stack, Optional.empty());
        } catch (ExternalFailure e) {
            return new Deployment(name, typed, Optional.empty(), Optional.ofNullable(e.getMessage()));
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
