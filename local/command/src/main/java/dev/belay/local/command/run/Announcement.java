package dev.belay.local.command.run;

import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.control.Control;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code belay local} says once it runs: where everything is, and what to do with it.
 *
 * @param page where the console is, if it is
 * @param verbose whether what the functions log follows
 */
record Announcement(Running running, Optional<URI> page, Optional<Path> data, boolean verbose) {
    void print(PrintStream out) {
        World world = running.world();
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        out.printf(Locale.ROOT, "ready in %.1f s%n%n", seconds);
        page.ifPresent(url -> out.println("  console     " + url + "  (one page that shows all of it: open it first)"));
        out.println("  ServiceNow  " + world.serviceNow().url()
                + "  (simulated; a person's password is their user name, such as admin)");
        out.println("  Slack       " + world.slackAddress());
        out.println("  Teams       " + world.teamsAddress());
        out.println("  PagerDuty   " + world.pagerDuty().url() + "  (simulated)");
        out.println("  webhook     " + world.webhook().url() + "  (simulated: what takes pages for any other pager)");
        out.println("  gateway     " + running.url()
                + "  (POST /slack/events, /teams/messages, /api/messages, /servicenow/events, /servicenow/heartbeat)");
        out.println("  AWS         " + world.aws().url() + "  (simulated: DynamoDB, SQS, Secrets Manager, SSM)");
        out.println();
        out.println("Try it: open an incident "
                + page.map(_ -> "at the console").orElse("from a shell")
                + ", then press Acknowledge on its card in Slack or Teams.");
        out.println("  " + world.whoMay() + ".");
        world.nobodyIsInvited().ifPresent(sentence -> out.println("  " + sentence));
        printCommands(out, world);
        out.println(data.map(folder ->
                        "Kept in " + folder + ": the tables. Not kept: queues, incidents, channels," + " settings.")
                .orElse("Nothing is kept when this stops. --data DIR keeps the tables."));
        out.println(
                verbose
                        ? "Ctrl-C stops it. What the functions log follows."
                        : "Ctrl-C stops it. Only warnings follow; --verbose shows all that the functions log.");
    }

    private static void printCommands(PrintStream out, World world) {
        out.println("Open an incident from a shell:");
        out.println("  curl -u admin:admin -H 'Content-Type: application/json' -H 'Accept: application/json' \\");
        out.println("    -d '{\"impact\":\"1\",\"urgency\":\"1\",\"short_description\":\"Checkout down\"}' "
                + world.serviceNow().url() + "/api/now/table/incident");
        out.println("Make calls fail, or let time pass. Each of these lists what can be done:");
        for (Map.Entry<String, URI> system : world.systems().entrySet()) {
            out.println("  curl " + system.getValue() + Control.PREFIX);
        }
        out.println("  curl " + world.webhook().url() + Control.PREFIX);
        out.println("Use the AWS CLI. These keys are made up, and good for this simulated AWS only:");
        Credentials you = world.aws().operator("you");
        out.println("  export AWS_ENDPOINT_URL=" + world.aws().url() + " AWS_REGION=" + SimulatedAws.REGION
                + " AWS_DEFAULT_REGION=" + SimulatedAws.REGION + " \\");
        out.println("    AWS_ACCESS_KEY_ID=" + you.accessKeyId() + " AWS_SECRET_ACCESS_KEY=" + you.secretAccessKey());
    }
}
