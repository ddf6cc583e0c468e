package dev.belay.local.secrets;

import dev.belay.aws.Aws;
import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.ExternalFailure;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.CredentialCheck;
import dev.belay.wiring.CredentialChecks;
import dev.belay.wiring.NoRateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./belay secrets check FILE}: whether every secret that the settings name is there and can be used. */
@Command(
        name = "check",
        description = {
            "check every secret that the settings in FILE name",
            "With --live each is tried in one harmless call: Slack's auth.test, a token of Entra ID for the Bot",
            "Connector and for Graph, a token of ServiceNow and a row of users, PagerDuty's abilities."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the settings document")
    private Path settings = Path.of("");

    @Option(names = "--live", description = "try each at its system, once and harmlessly")
    private boolean live;

    @Option(
            names = "--existing",
            paramLabel = "KIND=ARN[,ARN...]",
            description = "secrets with other names than the stack's own; KIND is how such a name begins, as in slack")
    private Map<String, String> existing = Map.of();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        SecretNames names = new SecretNames(aws.stack(), existing());
        String json = read();
        try (Aws there = new Aws(aws.access(around.environment()), around.clock())) {
            List<CredentialCheck> checks = new CredentialChecks(
                            there.secrets((_, _) -> {}), names, new NoRateLimits(), (_, _) -> {}, around.clock())
                    .all(SettingsDocument.read(json).connections());
            int wrong = 0;
            for (CredentialCheck check : checks) {
                wrong += isRight(check, names) ? 0 : 1;
            }
            around.out()
                    .println(
                            wrong == 0
                                    ? "all " + checks.size() + " are good"
                                    : wrong + " of " + checks.size() + " cannot be used");
            return wrong == 0 ? 0 : 1;
        } catch (InvalidSettings e) {
            around.errors().println(settings + " is not good: './belay settings check " + settings + "' says why");
            return 1;
        }
    }

    private boolean isRight(CredentialCheck check, SecretNames names) {
        String what =
                String.join(", ", check.ids()) + (check.kind() == SecretKind.PAGERS ? " (" + check.owner() + ")" : "");
        try {
            CredentialCheck.Shape shape = check.shape().run();
            if (!shape.found()) {
                return isWrong(
                        what,
                        "missing: store it with './belay secrets put "
                                + check.kind().name(check.owner())
                                + (names.stack().equals("belay") ? "'" : " --stack " + names.stack() + "'"));
            }
            if (!shape.isGood()) {
                return isWrong(what, "wrong: " + String.join("; ", shape.problems()));
            }
            around.out().println(what + "  good" + (live ? "; " + check.live().run() : ""));
            shape.remarks().forEach(remark -> around.out().println("  warning: " + remark));
            return true;
        } catch (ExternalFailure e) {
            return isWrong(what, "not proved: " + e.getMessage());
        }
    }

    private boolean isWrong(String what, String why) {
        around.out().println(what + "  " + why);
        return false;
    }

    private Map<SecretKind, String> existing() {
        Map<SecretKind, String> given = new EnumMap<>(SecretKind.class);
        existing.forEach((word, ids) -> given.put(kind(word), ids));
        return given;
    }

    private SecretKind kind(String word) {
        return SecretKind.named(word)
                .or(() -> SecretKind.named(word + "/x"))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--existing is KIND=ARN, and KIND is slack-signing, slack, teams, servicenow, servicenow-events or"
                                + " pagers, not '" + word + "'"));
    }

    private String read() {
        try {
            return Files.readString(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(settings + " cannot be read", e);
        }
    }
}
