package dev.belay.local.setup;

import dev.belay.address.SafeAddress;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.setup.answer.Answers;
import dev.belay.local.setup.samconfig.SamConfig;
import dev.belay.local.stack.DeployedStacks;
import dev.belay.local.stack.RememberedStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay setup}: installs Belay step by step. */
@Command(
        name = "setup",
        description = {
            "install Belay step by step; run it again whenever you know more",
            "Before the deploy it writes samconfig.toml. After it, it finds the stack's URLs, fills the",
            "manifests, generates the key of events, stores the secrets, which are typed unseen, and the",
            "settings document. Each time it writes and prints what each administrator has to do. What",
            "stands already is kept."
        },
        footer = {"", "infra/setup.example.json shows what a file of answers holds; a secret does not belong there."})
public final class SetupCommand implements Callable<Integer> {
    static final String OUT = RememberedStack.FOLDER;
    static final String KEY_FILE = "servicenow-event-key.txt";
    static final String SLACK_FILE = "slack-manifest.yaml";
    static final String TEAMS_FILE = "belay-teams.zip";

    @Option(names = "--answers", paramLabel = "FILE", description = "answers in JSON; only what is missing is asked")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where it writes, and remembers answers (" + OUT + ")")
    private Path out = Path.of(OUT);

    @Option(names = "--samconfig", paramLabel = "FILE", description = "what sam deploy reads (samconfig.toml)")
    private Path samConfig = Path.of(SamConfig.FILE);

    @Option(names = "--url", paramLabel = "URL", description = "the API's address (the stack's outputs tell it)")
    private Optional<URI> url = Optional.empty();

    @Option(names = "--stack", paramLabel = "NAME", description = "the stack's name, as an answer")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "where the stack is, as an answer")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--new-event-key",
            description = "replace the key of events; the one before stays good until the next")
    private boolean newEventKey;

    @Option(
            names = "--replace",
            description = "do not ask: replace what setup did not write; ServiceNow signs with the present key")
    private boolean replace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;
    private final RandomGenerator random;

    /** @param random makes the key of events, so nobody may guess it */
    public SetupCommand(Surroundings around, RandomGenerator random) {
        this.around = around;
        this.random = random;
    }

    @Override
    public Integer call() {
        Optional<URI> typed = url.map(this::checked);
        try {
            return run(typed) ? 0 : 1;
        } catch (IncompleteAnswers e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private boolean run(Optional<URI> typed) {
        SetupReport report = new SetupReport(around.out());
        AnswerStep step = new AnswerStep(around, out.resolve(RememberedStack.FILE), report);
        Answers given = step.given(typedAnswers(), file);
        try (Aws there = new Aws(access(given), around.clock());
                DeployedStacks stacks = new DeployedStacks(there)) {
            Deployment deployment = Deployment.find(given.text("stack"), stacks, typed);
            Answers answers = step.complete(given, deployment);
            EventKeyStep.Wish wish = new EventKeyStep.Wish(newEventKey, replace);
            SecretsStep secrets = new SecretsStep(around, report, new EventKeyStep(around, report, out, random, wish));
            SetupRun run = new SetupRun(around, report, new SetupRun.Places(out, samConfig, replace));
            boolean good = run.go(there, answers, deployment, secrets);
            step.demand(answers, deployment);
            return good;
        }
    }

    private AwsAccess access(Answers answers) {
        return AwsOptions.access(answers.text("region"), around.environment());
    }

    private Answers typedAnswers() {
        Answers typed = stack.map(name -> Answers.NONE.with("stack", name)).orElse(Answers.NONE);
        return region.map(name -> typed.with("region", name)).orElse(typed);
    }

    private URI checked(URI address) {
        boolean bare = Optional.ofNullable(address.getPath()).orElse("").matches("/?")
                && address.getQuery() == null
                && address.getUserInfo() == null;
        if (!bare || !SafeAddress.isSafe(address)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url is the API's address without a path, such as"
                            + " https://abc123.execute-api.eu-central-1.amazonaws.com");
        }
        return address;
    }
}
