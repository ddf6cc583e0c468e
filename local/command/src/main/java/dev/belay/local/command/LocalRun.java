package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumSet;
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
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stops what runs"));
            new Announcement(running, options.data(), options.verbose()).print(out);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
