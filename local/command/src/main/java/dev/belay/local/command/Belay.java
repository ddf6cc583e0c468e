package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.local.demo.Stories;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The {@code belay} command. It exits 0 when all is well, 1 when what was asked went wrong, 2 when it was typed wrongly. */
public final class Belay {
    private static final String PLATFORM = "--platform";
    private static final String LIST = "--list";
    private static final String VERBOSE = "--verbose";
    private static final String DEPLOYED = "--deployed";
    private static final String TEMPLATE = "belay.template";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final PrintStream out;
    private final PrintStream errors;
    private final Supplier<Template> template;

    /** @param template what is deployed; read where a command needs it */
    Belay(PrintStream out, PrintStream errors, Supplier<Template> template) {
        this.out = out;
        this.errors = errors;
        this.template = template;
    }

    /** The template that the script says, or that of the checkout around the working directory. */
    private static Supplier<Template> template() {
        Optional<Path> said = Optional.ofNullable(System.getProperty(TEMPLATE)).map(Path::of);
        return () -> said.map(Template::read).orElseGet(Template::ofCheckout);
    }

    public static void main(String[] arguments) {
        ConsoleLog.show(ConsoleLog.Detail.WARNINGS);
        int status = new Belay(System.out, System.err, template()).run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(List<String> arguments) {
        try {
            return command(arguments);
        } catch (Usage e) {
            errors.println("belay: " + e.getMessage() + ". './belay help' lists what there is.");
            return 2;
        } catch (UncheckedIOException e) {
            boolean taken = e.getCause() instanceof BindException;
            errors.println("belay: " + e.getMessage() + (taken ? "; choose another with --port" : ""));
            return 1;
        }
    }

    private int command(List<String> arguments) {
        boolean asksForHelp = arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h");
        String command = asksForHelp ? "help" : arguments.getFirst();
        return switch (command) {
            case "help" -> help();
            case "local" -> local(arguments.subList(1, arguments.size()));
            case "demo" -> demo(arguments.subList(1, arguments.size()));
            case "settings" -> settings(arguments.subList(1, arguments.size()));
            default -> throw new Usage("there is no command '" + command + "'");
        };
    }

    private int local(List<String> arguments) {
        return LocalRun.run(LocalOptions.parse(arguments), template.get(), out);
    }

    private int demo(List<String> arguments) {
        Options options = Options.parse(arguments, List.of(PLATFORM), List.of(LIST, VERBOSE));
        if (options.flags().contains(LIST)) {
            Stories.list().forEach(out::println);
            return 0;
        }
        Stories.unknown(options.words()).ifPresent(name -> {
            throw new Usage("there is no story '" + name + "'; 'demo --list' names them");
        });
        Set<Platform> platforms = options.value(PLATFORM).map(Belay::platform).orElse(EnumSet.allOf(Platform.class));
        Stories.missing(options.words(), platforms).ifPresent(name -> {
            throw new Usage("the story '" + name + "' is played on both platforms: leave out " + PLATFORM);
        });
        return play(options, platforms);
    }

    private int play(Options options, Set<Platform> platforms) {
        boolean verbose = options.flags().contains(VERBOSE);
        ConsoleLog.show(verbose ? ConsoleLog.Detail.ALL : ConsoleLog.Detail.NOTHING);
        PassingClock clock = new PassingClock(Clock.systemUTC());
        try (SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready()) {
            Stories stories = new Stories(aws, template.get(), clock, out, A_SECOND);
            boolean right = stories.play(options.words(), platforms).allRight();
            if (!right && !verbose) {
                out.println("Run it with " + VERBOSE + " to see what the functions logged.");
            }
            return right ? 0 : 1;
        }
    }

    private static Set<Platform> platform(String word) {
        return Set.of(platform(PLATFORM, word));
    }

    private static Platform platform(String option, String word) {
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new Usage(option + " is slack or teams, not '" + word + "'"));
    }

    private int settings(List<String> arguments) {
        Options options = Options.parse(arguments, List.of(DEPLOYED), List.of());
        if (options.words().size() != 2 || !options.words().getFirst().equals("check")) {
            throw new Usage("it is 'settings check FILE'");
        }
        Optional<Set<Platform>> deployed = options.value(DEPLOYED).map(Belay::deployed);
        return new CheckSettings(out, errors).check(Path.of(options.words().getLast()), deployed);
    }

    private static Set<Platform> deployed(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(word -> platform(DEPLOYED, word.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private int help() {
        try (InputStream text = Belay.class.getResourceAsStream("help.txt")) {
            if (text == null) {
                throw new IllegalStateException("help.txt is missing from the build");
            }
            out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
