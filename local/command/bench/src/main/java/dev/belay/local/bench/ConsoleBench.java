package dev.belay.local.bench;

import dev.belay.local.console.Console;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.time.PassingClock;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Presses Acknowledge in Slack and in Teams in turn, and takes the time until record, Slack and Teams show it on the page; in turn with as
 * many bare round trips to the simulators as the press made calls. Then the same with many incidents open. Fails when the median of the
 * presses or of the page's loads is not below its bar.
 */
final class ConsoleBench {
    private static final double BAR_MS = 1000;

    private final int presses;
    private final int open;

    private ConsoleBench(int presses, int open) {
        this.presses = presses;
        this.open = open;
    }

    public static void main(String[] arguments) {
        ConsoleBench bench = new ConsoleBench(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(bench.run() ? 0 : 1);
    }

    private boolean run() {
        World world = World.start(
                World.Setup.simulated(new PassingClock(Clock.systemUTC())),
                new Stack("belay-bench", Template.ofCheckout()));
        // What is measured is ours: nobody waits for a platform's limits.
        world.slack().rateLimits().enforce(false);
        world.teams().rateLimits().enforce(false);
        try (Running running = Running.start(world, 0);
                Console console = Console.start(running, 0);
                PressedPage page = new PressedPage(console.url());
                RoundTrips trips = new RoundTrips(console.url(), systems(world))) {
            System.out.printf(
                    Locale.ROOT,
                    "%nThe page of ./belay local, ms, p50 of %d presses and loads (p90)%n%n| incidents open | load | from press to all three panes | from a press right after the opening | bare round trips of a press | ratio | bar |%n|---:|---:|---:|---:|---:|---:|---|%n",
                    presses);
            page.press(true); // warms up
            boolean held = measure(page, trips, 1);
            trips.open(open);
            page.awaitRecords(open);
            return measure(page, trips, open) && held;
        }
    }

    private static List<URI> systems(World world) {
        return List.of(
                world.serviceNow().url(), world.slack().url(), world.teams().url());
    }

    private boolean measure(PressedPage page, RoundTrips trips, int atLeast) {
        List<Double> loads = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        List<Double> hurried = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < presses; round++) {
            loads.add(page.load());
            shown.add(page.press(true));
            bare.add(trips.millis(trips.callsOfNewestPress()));
            hurried.add(page.press(false));
        }
        boolean holds = median(shown) < BAR_MS && median(loads) < BAR_MS;
        System.out.printf(
                Locale.ROOT,
                "| %d and more | %.0f (%.0f) | %.0f (%.0f) | %.0f (%.0f) | %.0f | %.1f | below %.0f %s |%n",
                atLeast,
                median(loads),
                quantile(loads, 0.9),
                median(shown),
                quantile(shown, 0.9),
                median(hurried),
                quantile(hurried, 0.9),
                median(bare),
                median(shown) / median(bare),
                BAR_MS,
                holds ? "held" : "MISSED");
        return holds;
    }

    private static double median(List<Double> numbers) {
        return quantile(numbers, 0.5);
    }

    private static double quantile(List<Double> numbers, double share) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
}
