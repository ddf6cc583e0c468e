package dev.belay.local.world;

import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.slack.SimulatedSlack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The outside of one installation: simulated AWS with what the template declares, simulated ServiceNow, and a Slack. */
public final class World implements AutoCloseable {
    private final Clock clock;
    private final Faults faults;
    private final SimulatedAws aws;
    private final Stack stack;
    private final SimulatedServiceNow serviceNow;
    private final Optional<SimulatedSlack> simulatedSlack;
    private final Installation installation;
    private final boolean ownsAws;

    private World(Outside outside, SimulatedAws aws, Stack stack, boolean ownsAws) {
        this.clock = outside.clock();
        this.faults = outside.faults();
        this.aws = aws;
        this.stack = stack;
        this.ownsAws = ownsAws;
        this.serviceNow = SimulatedServiceNow.start(outside.ports().serviceNow(), faults, clock, Acme.INSTANCE);
        Acme.populate(serviceNow);
        this.simulatedSlack = outside.slack().isPresent()
                ? Optional.empty()
                : Optional.of(SimulatedSlack.start(outside.ports().slack(), faults, clock));
        Slack used = outside.slack().orElseGet(() -> Slack.simulated(slack()));
        this.installation = new Installation(aws, stack, serviceNow.url(), used, clock);
    }

    /** Starts everything, AWS too. */
    public static World start(Outside outside) {
        SimulatedAws aws = SimulatedAws.start(outside.ports().aws(), outside.faults(), outside.clock(), outside.data());
        Stack stack = new Stack("belay-local").create(aws.ready(), Stack.Expiry.ON);
        return new World(outside, aws, stack, true);
    }

    /** Starts beside an AWS that stands already, with tables and queues of its own. */
    public static World start(Outside outside, SimulatedAws aws, String stackName) {
        return new World(outside, aws, new Stack(stackName).create(aws, Stack.Expiry.OFF), false);
    }

    public Clock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public SimulatedAws aws() {
        return aws;
    }

    public Stack stack() {
        return stack;
    }

    public SimulatedServiceNow serviceNow() {
        return serviceNow;
    }

    /**
     * @throws IllegalStateException when another Slack is used in place of the simulated one
     */
    public SimulatedSlack slack() {
        return simulatedSlack.orElseThrow(() -> new IllegalStateException("another Slack is used"));
    }

    /** Where Slack is, for a person. */
    public String slackAddress() {
        return simulatedSlack
                .map(slack -> slack.url() + "  (simulated)")
                .orElse("another one; its request URL is the gateway's /slack/events");
    }

    /** Who may press and who may not, for a person. */
    public String whoMay() {
        return simulatedSlack
                .map(_ -> "Alice and Bob may, Carol, Dave and Erin may not")
                .orElse("whoever has the e-mail address of one of ServiceNow's people, as alice@acme.example");
    }

    /** Tells the simulated Slack, if it is used, where its app is. */
    void requestUrl(URI url) {
        simulatedSlack
                .map(slack -> slack.requestUrl(url))
                .filter(answer -> !answer.accepted())
                .ifPresent(answer -> {
                    throw new IllegalStateException(
                            "the request URL did not answer Slack's challenge: " + answer.status());
                });
    }

    /** What is installed: settings, secrets and functions. */
    public Installation installation() {
        return installation;
    }

    @Override
    public void close() {
        simulatedSlack.ifPresent(SimulatedSlack::close);
        serviceNow.close();
        if (ownsAws) {
            aws.close();
        }
    }

    /**
     * What a world is made with.
     *
     * @param slack another Slack in place of the simulated one
     * @param data the folder that keeps the tables between runs
     */
    public record Outside(Clock clock, Faults faults, Ports ports, Optional<Slack> slack, Optional<Path> data) {
        /** Free ports, simulated Slack, tables in memory. */
        public static Outside simulated(Clock clock) {
            return new Outside(clock, new Faults(), Ports.FREE, Optional.empty(), Optional.empty());
        }
    }

    /** Where the simulators listen; 0 takes a free port. */
    public record Ports(int serviceNow, int slack, int aws) {
        public static final Ports FREE = new Ports(0, 0, 0);
    }
}
