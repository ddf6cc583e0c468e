package dev.belay.local.command.run;

import dev.belay.chat.Platform;
import dev.belay.local.command.run.LocalOptions.Page;
import dev.belay.local.console.Console;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code belay local}: everything started, told of, and stopped on Ctrl-C. */
final class LocalRun {
    private LocalRun() {}

    /**
     * Runs until the process is told to end.
     *
     * @throws java.io.UncheckedIOException when a port is in use
     */
    static int run(LocalOptions options, Template template, PrintStream out) {
        try {
            ConsoleLog.show(options.verbose() ? ConsoleLog.Detail.ALL : ConsoleLog.Detail.WARNINGS);
            options.requireFreePorts();
            World.Setup outside = new World.Setup(
                    new PassingClock(Clock.systemUTC()),
                    new Faults(),
                    options.ports(),
                    EnumSet.allOf(Platform.class),
                    options.otherSlack(),
                    options.teamsService(),
                    options.keptData());
            Running running = Running.start(World.start(outside, new Stack("belay-local", template)), options.port());
            Optional<Console> console = options.page() == Page.LEFT_OUT
                    ? Optional.empty()
                    : Optional.of(Console.start(running, options.consolePort()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(console, running), "stops what runs"));
            Optional<URI> page = console.map(Console::url);
            new Announcement(running, page, options.data(), options.verbose()).print(out);
            page.filter(_ -> options.page() == Page.OPENED)
                    .flatMap(Browser::open)
                    .ifPresent(out::println);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void stop(Optional<Console> console, Running running) {
        console.ifPresent(Console::close);
        running.close();
    }
}
