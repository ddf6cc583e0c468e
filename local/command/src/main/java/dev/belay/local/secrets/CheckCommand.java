package dev.belay.local.secrets;

import dev.belay.aws.Aws;
import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.local.stack.DeployedStack;
import dev.belay.local.stack.DeployedStacks;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.credential.CredentialChecks;
import dev.belay.wiring.credential.NoRateLimits;
import dev.belay.wiring.credential.StoredCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./belay secrets check FILE}: whether every secret that the settings name is there and can be used. */
@Command(
        name = "check",
        description = {
            "check every secret that the settings in FILE name",
            "With --live each is tried in one harmless call: Slack's auth.test, a token of Entra ID for the Bot",
            "Connector and for Graph, a token of ServiceNow and its own role, PagerDuty's abilities."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the settings document")
    private Path settings = Path.of("");

    @Option(names = "--live", description = "try each at its system, once and harmlessly")
    private boolean live;

    @Mixin
    private ExistingSecrets existing = new ExistingSecrets();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    private final Surroundings around;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        String json = read();
        try (Aws there = new Aws(aws.access(around.environment()), around.clock());
                DeployedStacks stacks = new DeployedStacks(there)) {
            Optional<DeployedStack> deployed = stacks.look(aws.stack());
            SecretNames names = existing.names(aws.stack(), deployed);
            List<StoredCredential> stored = new CredentialChecks(
                            there.secrets((_, _) -> {}), names, new NoRateLimits(), (_, _) -> {}, around.clock())
                    .stored(SettingsDocument.read(json).connections());
            int wrong = 0;
            for (StoredCredential credential : stored) {
                wrong += isRight(SecretFinding.of(credential, names, live)) ? 0 : 1;
            }
            around.out()
                    .println(
                            wrong == 0
                                    ? "all " + stored.size() + " are good"
                                    : wrong + " of " + stored.size() + " cannot be used");
            return wrong == 0 ? 0 : 1;
        } catch (InvalidSettings e) {
            around.errors().println(settings + " is not good: './belay settings check " + settings + "' says why");
            return 1;
        }
    }

    private boolean isRight(SecretFinding found) {
        around.out().println(found.what() + "  " + found.said());
        found.remarks().forEach(remark -> around.out().println("  warning: " + remark));
        return found.state() == SecretFinding.State.GOOD;
    }

    private String read() {
        try {
            return Files.readString(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(settings + " cannot be read", e);
        }
    }
}
