package dev.belay.infra.deployed;

import dev.belay.infra.PythonEnvironment;
import dev.belay.infra.ToolRun;
import dev.belay.local.front.HostRoute;
import dev.belay.local.front.ServerKey;
import dev.belay.local.front.TlsFront;
import dev.belay.local.world.Outside;
import dev.belay.local.world.World;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The emulator of AWS and the simulated outside systems around one stack named belay, alone on this machine's port of HTTPS. */
final class ProvingGround implements AutoCloseable {
    static final String STACK = "belay";

    private static final Path LOCK = Path.of("../.belay/deploy.lock");

    /** The APIs of API Gateway, whose names are known only when they are made. */
    private static final String APIS = "*.execute-api." + Emulator.REGION + ".amazonaws.com";

    private final FileChannel lock;
    private final Outside outside = Outside.start(new PassingClock(Clock.systemUTC()), new Faults(), World.Ports.FREE);
    private final InetSocketAddress address = DockerBridge.address();
    private final Home home;
    private final Emulator emulator;
    private final Terminal terminal;
    private final DeployedStack stack;
    private final TlsFront front;

    private ProvingGround(FileChannel lock, Path folder) throws IOException {
        this.lock = lock;
        PythonEnvironment sam = PythonEnvironment.ready("sam", Path.of("python/sam-requirements.txt"));
        PythonEnvironment aws = PythonEnvironment.ready("ministack", Path.of("python/ministack-requirements.txt"));
        ServerKey key =
                ServerKey.make(Stream.concat(names().stream(), Stream.of(APIS)).toList());
        Path trust = folder.resolve("trust.p12");
        key.writeTrust(trust);
        this.home = Home.make(folder.resolve("home"), trust);
        home.names(names(), address.getAddress());
        this.front = TlsFront.start(address, key, outside.routes());
        this.emulator = Emulator.start(aws, folder, names(), trust, ServerKey.TRUST_PASSWORD);
        this.terminal = new Terminal(sam, aws, emulator.url(), home.folder());
        this.stack = new DeployedStack(terminal, home.folder(), STACK);
    }

    /**
     * Starts all of it, once no other test of this machine has it.
     *
     * @param folder for what is written: the trust store, what a person has who deploys, what the emulator says
     */
    static ProvingGround open(Path folder) throws IOException {
        Files.createDirectories(LOCK.getParent());
        FileChannel lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock();
        return new ProvingGround(lock, Files.createDirectories(folder));
    }

    Outside outside() {
        return outside;
    }

    Terminal terminal() {
        return terminal;
    }

    DeployedStack stack() {
        return stack;
    }

    /** Where a person stands who deploys. */
    Path home() {
        return home.folder();
    }

    /** Where requests to the stack's API go. */
    URI gateway() {
        return emulator.gateway(stack.resource("Api"));
    }

    /** Leads the name that the API has on AWS, as the stack tells it, to the emulator. */
    void nameTheApi() {
        String host = URI.create(stack.output("ServiceNowEventUrl")).getHost();
        front.add(HostRoute.all(host, gateway()));
        home.names(Stream.concat(names().stream(), Stream.of(host)).toList(), address.getAddress());
    }

    /** Ends what waits for its next call, so that the next one begins anew and reads its settings and secrets. */
    void beginAnew() {
        emulator.endFunctions();
    }

    /** {@code sam delete}. */
    ToolRun delete() {
        emulator.endFunctions();
        return stack.delete();
    }

    private List<String> names() {
        return outside.routes().stream().map(HostRoute::host).distinct().toList();
    }

    @Override
    public void close() throws IOException {
        emulator.close();
        front.close();
        outside.close();
        lock.close();
    }
}
