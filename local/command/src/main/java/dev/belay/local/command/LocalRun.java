package dev.belay.local.command;

import dev.belay.local.gateway.HttpApi;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Belay on this machine: everything started in order, and stopped in the reverse order on Ctrl-C. */
final class LocalRun implements AutoCloseable {
    private static final String STACK = "belay-local";

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final SimulatedAws aws;
    private final HttpApi gateway;

    private LocalRun(LocalOptions options, Clock clock) {
        this.aws = SimulatedAws.start(0, new Faults(), clock, options.data());
        stops.push(aws::close);
        new Stack(STACK).create(aws, Stack.Expiry.ON);
        this.gateway = HttpApi.start(options.port(), Map.of(), clock);
        stops.push(gateway::close);
    }

    /**
     * Runs until the process is told to end.
     *
     * @throws java.io.UncheckedIOException when the port is taken
     */
    static int run(LocalOptions options, PrintStream out) {
        try {
            LocalRun run = new LocalRun(options, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stops what runs"));
            run.announce(out);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void announce(PrintStream out) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        out.printf(Locale.ROOT, "ready in %.1f s%n", seconds);
        out.println("  gateway  " + gateway.url());
        out.println("  AWS      " + aws.url());
        out.println("Ctrl-C stops it.");
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
