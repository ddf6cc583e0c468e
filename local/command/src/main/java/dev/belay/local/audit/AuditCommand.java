package dev.belay.local.audit;

import dev.belay.audit.Audit;
import dev.belay.audit.Audit.Outcome;
import dev.belay.audit.Audit.Start;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.journal.Progress;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.delivery.Delivery;
import dev.belay.document.InvalidSettings;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.ExistingSecrets;
import dev.belay.local.secrets.LinkTableOption;
import dev.belay.local.secrets.SettingsOption;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.stack.DeployedStack;
import dev.belay.local.stack.DeployedStacks;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.LinkAudit;
import dev.belay.wiring.Wiring;
import dev.belay.wiring.settings.Environment;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay audit}: one whole audit, by a person, of a deployed stack. */
@Command(
        name = "audit",
        description = {
            "compare every channel, link and open record",
            "It says what does not agree, waits out the platforms' rate limits, and goes on where an earlier one",
            "was stopped. It changes nothing, but with --adopt: that makes links of channels that another",
            "integration bound by their names. Each is shown with why it is safe, and asked for at a terminal, or",
            "taken from a file that a person has reviewed; without either, such a file is printed. An audit that",
            "ended within the hour is enough for that."
        },
        footer = {
            "",
            "It exits 0 where nothing was found, 10 where the worst is a notice, 20 a warning, 30 an error, and 1",
            "where it could not be ended. With --adopt it exits 0 where all that was confirmed is adopted, 1 where",
            "something was not, and 20 or 30 where the audit could not look at a place, or at the link table."
        })
public final class AuditCommand implements Callable<Integer> {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    /** So often nothing moves before it is given up. */
    private static final int PATIENCE = 20;

    @Option(names = "--json", description = "for scripts")
    private boolean json;

    @Option(
            names = "--adopt",
            description = "propose channels that are bound by their names, and adopt those confirmed")
    private boolean adopt;

    @Option(names = "--reviewed", paramLabel = "FILE", description = "adopt what this file names, and ask nothing")
    private Optional<Path> reviewed = Optional.empty();

    @Option(names = "--fresh", description = "begin anew, and do not go on with one that was stopped")
    private boolean fresh;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private ExistingSecrets existing = new ExistingSecrets();

    @Mixin
    private LinkTableOption links = new LinkTableOption();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;
    private final Pause pause;

    private AuditCommand(Surroundings around, Pause pause) {
        this.around = around;
        this.pause = pause;
    }

    public static CommandLine in(Surroundings around, Pause pause) {
        return new CommandLine(new AuditCommand(around, pause));
    }

    @Override
    public Integer call() {
        if (reviewed.isPresent() && !adopt) {
            throw new ParameterException(spec.commandLine(), "--reviewed is for --adopt");
        }
        if (adopt && json) {
            throw new ParameterException(spec.commandLine(), "--json is not for --adopt");
        }
        AwsAccess access = aws.access(around.environment());
        try (Aws there = new Aws(access, around.clock());
                DeployedStacks stacks = new DeployedStacks(there)) {
            Optional<DeployedStack> deployed = stacks.look(aws.stack());
            SecretNames names = existing.names(aws.stack(), deployed);
            return audited(access, there, names, settings.of(deployed), links.of(aws.stack(), deployed));
        } catch (ExternalFailure e) {
            return stopped(e.getMessage() + ". What was done is kept: run it again, and it goes on");
        }
    }

    private int audited(AwsAccess access, Aws there, SecretNames names, String parameter, String table) {
        try {
            StackEnvironment stack = StackEnvironment.of(access, there, names, parameter, table);
            try (Wiring wiring =
                    new Wiring("audit-command", Environment.ofCommand(stack::get), around.clock(), NOWHERE)) {
                return worked(wiring.linkAudit(Audit.Whose.COMMAND));
            }
        } catch (InvalidSettings e) {
            return stopped("the settings in " + parameter + " are not valid: " + e.getMessage());
        }
    }

    private int stopped(String why) {
        around.errors().println("belay: the audit stopped: " + why);
        return 1;
    }

    private int worked(LinkAudit audit) {
        String holder = UUID.randomUUID().toString();
        Optional<AuditReport> report = whole(audit, holder);
        if (report.isEmpty()) {
            return stopped("nothing moves any more. What was done is kept: run it again later, and it goes on");
        }
        return told(audit, report.get(), holder);
    }

    private int told(LinkAudit audit, AuditReport report, String holder) {
        if (adopt) {
            audit.told();
            return new AdoptChannels(audit.adoption(), around, pause, holder).of(report, reviewed);
        }
        if (json) {
            around.out().println(ReportJson.of(report));
        } else {
            ReportText.print(report, around.out());
        }
        audit.told();
        return report.exitCode();
    }

    private Optional<AuditReport> whole(LinkAudit audit, String holder) {
        Start start = fresh ? Start.AFRESH : adopt ? Start.UNLESS_RECENT : Start.AT_ONCE;
        Optional<Progress> before = Optional.empty();
        for (int still = 0; still < PATIENCE; still++) {
            Outcome outcome = run(audit, start, holder);
            if (!(outcome instanceof Outcome.Held)) { // it began, and is gone on with
                start = Start.AT_ONCE;
            }
            if (outcome instanceof Outcome.Finished(AuditReport report)) {
                return Optional.of(report);
            }
            if (outcome instanceof Outcome.Paused(Progress reached, Duration time)) {
                still = before.filter(reached::equals).isPresent() ? still : 0;
                before = Optional.of(reached);
                told(reached, time);
                pause.of(time);
            } else if (outcome instanceof Outcome.Held(Duration time)) {
                around.errors().println("Another audit is at work, or was stopped just now.");
                pause.of(time);
            }
        }
        return Optional.empty();
    }

    private Outcome run(LinkAudit audit, Start start, String holder) {
        return Delivery.of(holder, around.clock().instant(), () -> Duration.ofHours(1))
                .run(() -> audit.audit(start));
    }

    private void told(Progress reached, Duration time) {
        around.errors()
                .println("  " + reached.counted().channels() + " channels, "
                        + reached.counted().links() + " links, "
                        + reached.counted().records()
                        + " records; goes on in " + Math.max(1, time.toSeconds()) + " s");
    }
}
