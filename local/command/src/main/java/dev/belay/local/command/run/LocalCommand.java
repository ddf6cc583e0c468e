package dev.belay.local.command.run;

import dev.belay.local.command.usage.Usage;
import dev.belay.simulator.aws.Template;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./belay local}, as it is typed. */
@Command(name = "local", description = "run everything on this machine, all other systems simulated")
public final class LocalCommand implements Callable<Integer> {
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

    @Option(
            names = OutsideOptions.OUTSIDE,
            paramLabel = "URL",
            description = "the simulators alone, for a stack that is deployed elsewhere with its API at URL")
    private Optional<String> gateway = Optional.empty();

    @Option(
            names = OutsideOptions.BIND,
            paramLabel = "ADDRESS",
            description = "where such a stack reaches them, under their real names (127.0.0.1:443)")
    private Optional<String> bind = Optional.empty();

    @Option(
            names = OutsideOptions.FILES,
            paramLabel = "DIR",
            description = "what such a stack needs is written there (.belay/outside)")
    private Optional<String> files = Optional.empty();

    @Option(names = "--verbose", description = "show all that the functions log, not warnings alone")
    private boolean verbose;

    private final Supplier<Template> template;
    private final PrintStream out;

    public LocalCommand(Supplier<Template> template, PrintStream out) {
        this.template = template;
        this.out = out;
    }

    /**
     * What was typed.
     *
     * @throws Usage when the options make no sense
     */
    public LocalOptions options() {
        return LocalOptions.of(
                port,
                data,
                new LocalOptions.Elsewhere(slackApi, slackSecrets, teamsService),
                LocalOptions.Page.of(open, noConsole),
                verbose);
    }

    /**
     * How the simulators run alone; none where they do not.
     *
     * @throws Usage when the options make no sense
     */
    Optional<OutsideOptions> outside() {
        Optional<OutsideOptions> outside = OutsideOptions.of(new OutsideOptions.Typed(gateway, bind, files));
        if (outside.isPresent()
                && data.or(() -> slackApi)
                        .or(() -> slackSecrets)
                        .or(() -> teamsService)
                        .isPresent()) {
            throw new Usage(OutsideOptions.OUTSIDE + " starts the simulators alone: it goes with " + OutsideOptions.BIND
                    + ", " + OutsideOptions.FILES + " and --port only");
        }
        return outside;
    }

    @Override
    public Integer call() {
        LocalOptions local = options();
        return outside()
                .map(elsewhere -> OutsideRun.run(elsewhere, local, out))
                .orElseGet(() -> LocalRun.run(local, template.get(), out));
    }
}
