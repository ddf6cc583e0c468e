package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.http.Faults;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** {@code belay local}: everything started, told of, and stopped on Ctrl-C. */
final class LocalRun {
    private LocalRun() {}

    /**
     * Runs until the process is told to end.
     *
     * @throws java.io.UncheckedIOException when a port is taken
     */
    static int run(LocalOptions options, PrintStream out) {
        try {
            Clock clock = Clock.systemUTC();
            World.Outside outside = new World.Outside(
                    clock,
                    new Faults(),
                    options.ports(),
                    EnumSet.allOf(Platform.class),
                    options.otherSlack(),
                    options.teamsService(),
                    options.keptData());
            Running running = Running.start(World.start(outside), options.port());
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stops what runs"));
            announce(running, out);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void announce(Running running, PrintStream out) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        World world = running.world();
        String serviceNow = world.serviceNow().url().toString();
        out.printf(Locale.ROOT, "ready in %.1f s%n%n", seconds);
        out.println(
                "  ServiceNow  " + serviceNow + "  (simulated; everybody's password is their user name, e.g. admin)");
        out.println("  Slack       " + world.slackAddress());
        out.println("  Teams       " + world.teamsAddress());
        out.println("  gateway     " + running.url() + "");
        out.println(
                "              POST /slack/events, POST /teams/messages, POST /api/messages, POST /servicenow/events");
        out.println("  AWS         " + world.aws().url() + "  (DynamoDB, SQS, Secrets Manager, SSM)");
        out.println();
        out.println("Open an incident on ServiceNow's page, or with");
        out.println("  curl -u admin:admin -H 'Content-Type: application/json' -H 'Accept: application/json' \\");
        out.println("    -d '{\"impact\":\"1\",\"urgency\":\"1\",\"short_description\":\"Checkout down\"}' "
                + serviceNow + "/api/now/table/incident");
        out.println("then press Acknowledge in Slack or Teams: " + world.whoMay() + ". Ctrl-C stops it.");
    }
}
