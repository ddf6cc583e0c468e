package dev.belay.local.command;

import dev.belay.simulator.aws.Template;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./belay local}, as it is typed. */
@Command(name = "local", description = "run everything on this machine, all other systems simulated")
final class LocalCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the gateway's port (3000); the next seven are used too; 0 takes free ones")
    private Optional<String> port = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "keep the tables in DIR; queues, incidents, channels are lost")
    private Optional<String> data = Optional.empty();

    @Option(names = "--slack-api-url", paramLabel = "URL", description = "use another Slack, with --slack-secrets")
    private Optional<String> slackApi = Optional.empty();

    @Option(
            names = "--slack-secrets",
            paramLabel = "FILE",
            description = "JSON: bot_token, signing_secret, team_id, app_id, responders, …")
    private Optional<String> slackSecrets = Optional.empty();

    @Option(
            names = "--teams-service-url",
            paramLabel = "URL",
            description = "use Microsoft 365 Agents Playground as Teams")
    private Optional<String> teamsService = Optional.empty();

    @Option(names = "--open", description = "open the console in a browser")
    private boolean open;

    @Option(names = "--no-console", description = "leave out the console, the page that shows what happens")
    private boolean noConsole;

    @Option(names = "--verbose", description = "show all that the functions log, not warnings alone")
    private boolean verbose;

    private final Supplier<Template> template;
    private final PrintStream out;

    LocalCommand(Supplier<Template> template, PrintStream out) {
        this.template = template;
        this.out = out;
    }

    /**
     * What was typed.
     *
     * @throws Usage when the options make no sense
     */
    LocalOptions options() {
        return LocalOptions.of(
                port,
                data,
                new LocalOptions.Elsewhere(slackApi, slackSecrets, teamsService),
                LocalOptions.Page.of(open, noConsole),
                verbose);
    }

    @Override
    public Integer call() {
        return LocalRun.run(options(), template.get(), out);
    }
}
