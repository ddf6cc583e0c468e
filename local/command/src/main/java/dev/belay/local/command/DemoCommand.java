package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.local.command.run.ConsoleLog;
import dev.belay.local.command.usage.PlatformNames;
import dev.belay.local.command.usage.Suggestion;
import dev.belay.local.command.usage.Usage;
import dev.belay.local.demo.Stories;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./belay demo}. */
@Command(name = "demo", description = "play stories against all of it and check every state")
final class DemoCommand implements Callable<Integer> {
    private static final String PLATFORM = "--platform";
    private static final String VERBOSE = "--verbose";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Parameters(
            paramLabel = "STORY",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "what to play; all where none is named")
    private List<String> stories = List.of();

    @Option(
            names = PLATFORM,
            paramLabel = "slack|teams",
            completionCandidates = PlatformNames.class,
            description = "on one platform (on each, then on both together)")
    private Optional<String> platform = Optional.empty();

    @Option(names = "--list", description = "name the stories")
    private boolean list;

    @Option(names = VERBOSE, description = "show all that the functions log")
    private boolean verbose;

    private final Supplier<Template> template;
    private final PrintStream out;

    DemoCommand(Supplier<Template> template, PrintStream out) {
        this.template = template;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (list) {
            Stories.list().forEach(out::println);
            return 0;
        }
        Stories.unknown(stories).ifPresent(name -> {
            throw new Usage("there is no story '" + name + "'; 'demo --list' names them"
                    + Suggestion.of(name, Stories.names())
                            .map(meant -> ". Did you mean '" + meant + "'?")
                            .orElse(""));
        });
        Set<Platform> platforms =
                platform.map(word -> Set.of(PlatformNames.of(PLATFORM, word))).orElse(EnumSet.allOf(Platform.class));
        Stories.missing(stories, platforms).ifPresent(name -> {
            throw new Usage("the story '" + name + "' is played on both platforms: leave out " + PLATFORM);
        });
        return play(platforms);
    }

    private int play(Set<Platform> platforms) {
        ConsoleLog.show(verbose ? ConsoleLog.Detail.ALL : ConsoleLog.Detail.NOTHING);
        PassingClock clock = new PassingClock(Clock.systemUTC());
        try (SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready()) {
            Stories all = new Stories(aws, template.get(), clock, out, A_SECOND);
            boolean right = all.play(stories, platforms).allRight();
            if (!right && !verbose) {
                out.println("Run it with " + VERBOSE + " to see what the functions logged.");
            }
            return right ? 0 : 1;
        }
    }

    /** What there is to play, for completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stories.names().iterator();
        }
    }
}
