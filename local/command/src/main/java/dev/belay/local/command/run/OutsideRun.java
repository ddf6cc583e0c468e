package dev.belay.local.command.run;

import dev.belay.local.front.ServerKey;
import dev.belay.local.front.TlsFront;
import dev.belay.local.world.Outside;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** {@code belay local --outside}: the simulators alone, for a stack that is deployed elsewhere, until Ctrl-C. */
final class OutsideRun implements AutoCloseable {
    private final OutsideOptions options;
    private final Outside outside;
    private final TlsFront front;
    private final OutsideFiles files;

    private OutsideRun(OutsideOptions options, Outside outside, TlsFront front, OutsideFiles files) {
        this.options = options;
        this.outside = outside;
        this.front = front;
        this.files = files;
    }

    /**
     * Starts the simulators and what leads to them.
     *
     * @param local where the simulators listen on this machine
     */
    static OutsideRun start(OutsideOptions options, LocalOptions local) {
        local.requireFreePorts();
        Outside outside = Outside.start(new PassingClock(Clock.systemUTC()), new Faults(), local.ports());
        try {
            ServerKey key = ServerKey.make(OutsideFiles.hosts(outside));
            OutsideFiles files = OutsideFiles.write(options.madeFolder(), outside, key);
            return new OutsideRun(options, outside, TlsFront.start(options.front(), key, outside.routes()), files);
        } catch (RuntimeException e) {
            outside.close();
            throw e;
        }
    }

    /**
     * Runs until the process is told to end.
     *
     * @throws java.io.UncheckedIOException when a port is in use or may not be listened on
     */
    static int run(OutsideOptions options, LocalOptions local, PrintStream out) {
        OutsideRun running = start(options, local);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stops what runs"));
        running.announce(out);
        running.connect(out);
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    Outside outside() {
        return outside;
    }

    /** Where the simulators answer under the names of the real systems. */
    int port() {
        return front.port();
    }

    /** Says what the stack needs, as commands where there are any. */
    void announce(PrintStream out) {
        String address = options.front().getAddress().getHostAddress();
        outside.systems().forEach((name, url) -> out.println("  " + name + "  " + url + "  (simulated)"));
        out.println();
        out.println(
                "The stack reaches them at " + address + ":" + front.port() + " under the names of the real systems,");
        out.println("if its functions find these names there and trust the certificate in " + files.trust() + ":");
        OutsideFiles.hosts(outside).forEach(host -> out.println("  " + address + " " + host));
        out.println("In containers: --add-host NAME:" + address + " for each, and");
        out.println("  JAVA_TOOL_OPTIONS='-Djavax.net.ssl.trustStore=PATH/trust.p12 -Djavax.net.ssl.trustStorePassword="
                + ServerKey.TRUST_PASSWORD + "'");
        out.println("Deploy it with these parameters:");
        out.println("  " + parameters());
        out.println("Then fill it, for the stack belay:");
        files.secrets()
                .forEach(
                        (name, file) -> out.println("  ./belay secrets put " + name + " --stack belay --file " + file));
        out.println(
                "  aws ssm put-parameter --name /belay/settings --type String --tier Intelligent-Tiering --overwrite \\");
        out.println("    --value file://" + files.settings());
        out.println("Open an incident:");
        out.println("  curl -u admin:admin -H 'Content-Type: application/json' -H 'Accept: application/json' \\");
        out.println("    -d '{\"impact\":\"1\",\"urgency\":\"1\",\"short_description\":\"Checkout down\"}' "
                + outside.serviceNow().url() + "/api/now/table/incident");
        out.println("What people do in chat, failing calls, and time. Each of these lists what can be done:");
        for (URI system : outside.systems().values()) {
            out.println("  curl " + system + Control.PREFIX);
        }
        out.println("Nothing is kept when this stops. Ctrl-C stops it.");
    }

    private String parameters() {
        return outside.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Sends to the stack from now on, and says when it has taken Slack's challenge and the installation of its app in Teams. */
    void connect(PrintStream out) {
        out.println("Events go to " + options.gateway() + ". Slack's challenge and the installation in Teams are tried"
                + " until the stack takes them.");
        outside.sendTo(
                options.gateway(),
                () -> out.println("The stack has answered Slack's challenge, and its app is installed in Teams."));
    }

    @Override
    public void close() {
        front.close();
        outside.close();
    }
}
