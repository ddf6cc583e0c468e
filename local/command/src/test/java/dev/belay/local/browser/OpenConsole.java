package dev.belay.local.browser;

import dev.belay.local.console.Console;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.time.PassingClock;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
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

    @Override
    public void close() {
        console.close();
        running.close();
    }
}
