package dev.belay.local.secrets;

import dev.belay.local.stack.DeployedStack;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Secrets that the stack was given in place of its own names. */
@Command
public final class ExistingSecrets {
    @Option(
            names = "--existing",
            paramLabel = "KIND=ARN[,ARN...]",
            description = "secrets with other names than the stack's own; KIND is how such a name begins, as in slack")
    private Map<String, String> given = Map.of();

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The names of a stack's secrets, those that it was given, and these, which win. */
    public SecretNames names(String stack, Optional<DeployedStack> deployed) {
        return names(stack, deployed.map(DeployedStack::secrets).orElse(Map.of()));
    }

    /**
     * The names of a stack's secrets, and these.
     *
     * @param deployed what the stack tells that it was given; what is typed wins
     */
    public SecretNames names(String stack, Map<SecretKind, String> deployed) {
        Map<SecretKind, String> existing = new EnumMap<>(SecretKind.class);
        existing.putAll(deployed);
        given.forEach((word, ids) -> existing.put(kind(word), ids));
        return new SecretNames(stack, existing);
    }

    private SecretKind kind(String word) {
        return SecretKind.named(word)
                .or(() -> SecretKind.named(word + "/x"))
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--existing is KIND=ARN, and KIND is slack-signing, slack-app, slack, teams, servicenow,"
                                + " servicenow-events or pagers, not '" + word + "'"));
    }
}
