package dev.belay.local.browser;

import dev.belay.local.console.Console;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@code ./belay local} starts, on free ports: a world at work, and the page that shows it. */
final class OpenConsole implements AutoCloseable {
    private static final AtomicInteger STACKS = new AtomicInteger();
    private static final Template TEMPLATE = Template.ofCheckout();

    private final World world;
    private final Running running;
    private final Console console;

    private OpenConsole(World world) {
        this.world = world;
        this.running = Running.start(world, 0);
        this.console = Console.start(running, 0);
    }

    static OpenConsole start() {
        World.Setup simulated = World.Setup.simulated(new PassingClock(Clock.systemUTC()));
        Stack stack = new Stack("belay-browser-" + STACKS.incrementAndGet(), TEMPLATE);
        return new OpenConsole(World.start(simulated, stack));
    }

    URI url() {
        return console.url();
    }

    /** The newest incident, as ServiceNow has it. */
    Row record() {
        return world.serviceNow().tables().rows("incident").stream()
                .max(Comparator.comparing(row -> row.value("number")))
                .orElseThrow();
    }

    /** A private channel in Slack, in which Alice is alone. */
    void privateChannel(String name) {
        world.slack().workspace().createChannel(name, AcmeWorkspace.ALICE, true);
    }

    /** Alice is taken out of a channel of Slack or Teams. */
    void putOut(String name) {
        slackMembers(name).forEach(members -> members.remove(AcmeWorkspace.ALICE));
        teamsMembers(name).forEach(members -> members.remove(AcmeTeams.ALICE));
        beNoticed();
    }

    /** She is taken in again. */
    void takeIn(String name) {
        slackMembers(name).forEach(members -> members.add(AcmeWorkspace.ALICE));
        teamsMembers(name).forEach(members -> members.add(AcmeTeams.ALICE));
        beNoticed();
    }

    private List<Set<String>> slackMembers(String name) {
        return world.slack().workspace().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .map(Channel::members)
                .toList();
    }

    private List<Set<String>> teamsMembers(String name) {
        return world.teams().tenant().teams().stream()
                .flatMap(team -> team.channels().stream())
                .filter(channel -> channel.name().equals(name))
                .map(dev.belay.simulator.teams.tenant.Channel::members)
                .toList();
    }

    /** The simulators look what changed after each request. */
    private void beNoticed() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (URI system : List.of(world.slack().url(), world.teams().url())) {
                http.send(
                        HttpRequest.newBuilder(URI.create(system + "/_sim/people"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        console.close();
        running.close();
    }
}
