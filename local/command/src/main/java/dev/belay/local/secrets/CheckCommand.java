package dev.belay.local.secrets;

import dev.belay.aws.Aws;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.Finding;
import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.ExternalFailure;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.CredentialChecks;
import dev.belay.wiring.NoRateLimits;
import dev.belay.wiring.StoredCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "Connector and for Graph, a token of ServiceNow and its own role, PagerDuty's abilities."
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
            List<StoredCredential> stored = new CredentialChecks(
                            there.secrets((_, _) -> {}), names, new NoRateLimits(), (_, _) -> {}, around.clock())
                    .stored(SettingsDocument.read(json).connections());
            int wrong = 0;
            for (StoredCredential credential : stored) {
                wrong += isRight(credential, names) ? 0 : 1;
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

    private boolean isRight(StoredCredential credential, SecretNames names) {
        String what = String.join(", ", credential.ids())
                + (credential.kind() == SecretKind.PAGERS ? " (" + credential.owner() + ")" : "");
        try {
            StoredCredential.Shape shape = credential.shape().get();
            if (!shape.found()) {
                return isWrong(
                        what,
                        "missing: store it with './belay secrets put "
                                + credential.kind().name(credential.owner())
                                + (names.stack().equals("belay") ? "'" : " --stack " + names.stack() + "'"));
            }
            if (!shape.isGood()) {
                return isWrong(what, "wrong: " + String.join("; ", shape.problems()));
            }
            return live ? isTaken(what, credential, shape.remarks()) : isRight(what, "", shape.remarks());
        } catch (ExternalFailure e) {
            return isWrong(what, "not proved: " + e.getMessage());
        }
    }

    private boolean isTaken(String what, StoredCredential credential, List<String> remarks) {
        Optional<CredentialCheck> check = credential.live();
        if (check.isEmpty()) {
            return isRight(
                    what, "; nothing harmless to call with it: the next request that comes in proves it", remarks);
        }
        return switch (check.get().check()) {
            case Finding.Taken taken -> {
                isRight(
                        what,
                        "; " + taken.proof()
                                + taken.ends().map(end -> ", until " + end).orElse(""),
                        remarks);
                taken.remarks().forEach(this::warn);
                yield true;
            }
            case Finding.NotProvable(String why) -> isRight(what, "; " + why, remarks);
            case Finding.Refused(String why) -> isWrong(what, "not proved: " + why);
            case Finding.NotChecked(String why) -> isWrong(what, "not proved: " + why);
        };
    }

    private boolean isRight(String what, String proof, List<String> remarks) {
        around.out().println(what + "  good" + proof);
        remarks.forEach(this::warn);
        return true;
    }

    private void warn(String remark) {
        around.out().println("  warning: " + remark);
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
                        "--existing is KIND=ARN, and KIND is slack-signing, slack-app, slack, teams, servicenow,"
                                + " servicenow-events or pagers, not '" + word + "'"));
    }

    private String read() {
        try {
            return Files.readString(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(settings + " cannot be read", e);
        }
    }
}
