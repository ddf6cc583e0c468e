package dev.belay.infra.deployed;

import dev.belay.infra.PythonEnvironment;
import dev.belay.local.front.HostRoute;
import dev.belay.local.front.ServerKey;
import dev.belay.local.front.TlsFront;
import dev.belay.local.world.Outside;
import dev.belay.local.world.World;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The emulator of AWS and the simulated outside systems around one stack named belay, alone on this machine's port of HTTPS. */
final class ProvingGround implements AutoCloseable {
    static final String STACK = "belay";

    /** The name of a stack's API, which is known once it is deployed, is one of these. */
    private static final String APIS = "*.execute-api." + Emulator.REGION + ".amazonaws.com";

    private static final Path LOCK = Path.of("../.belay/deploy.lock");

    private final FileChannel lock;
    private final Path folder;
    private final Outside outside = Outside.start(new PassingClock(Clock.systemUTC()), new Faults(), World.Ports.FREE);
    private final ServerKey key = ServerKey.make(
            Stream.concat(names().stream(), Stream.of(APIS)).toList());
    private final Emulator emulator;
    private final PythonEnvironment sam;
    private final PythonEnvironment aws;
    private final Terminal terminal;
    private final DeployedStack stack;
    private Optional<TlsFront> front = Optional.empty();

    private ProvingGround(FileChannel lock, Path folder) throws IOException {
        this.lock = lock;
        this.folder = folder;
        this.sam = PythonEnvironment.ready("sam", Path.of("python/sam-requirements.txt"));
        this.aws = PythonEnvironment.ready("ministack", Path.of("python/ministack-requirements.txt"));
        key.writeTrust(trust());
        this.emulator = Emulator.start(aws, folder, names(), trust(), ServerKey.TRUST_PASSWORD);
        this.terminal = new Terminal(sam, aws, emulator.url());
        this.stack = new DeployedStack(terminal, folder, STACK);
        writeHosts(Stream.empty());
    }

    /**
     * Starts all of it, once no other test of this machine has it.
     *
     * @param folder for what is written: the trust store, the template, what the emulator says
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

    PythonEnvironment sam() {
        return sam;
    }

    PythonEnvironment aws() {
        return aws;
    }

    /** The trust store of functions, and of whoever else calls the outside. */
    Path trust() {
        return folder.resolve("trust.p12");
    }

    /** Where Java finds the names, in the form of {@code jdk.net.hosts.file}. */
    Path hosts() {
        return folder.resolve("hosts");
    }

    /** Where requests to the stack's API go. */
    URI gateway() {
        return emulator.gateway(stack.resource("Api"));
    }

    boolean isDeployed() {
        return front.isPresent();
    }

    /** Answers TLS under the real names from now on, and under the name of the deployed stack's API. */
    void answerUnderRealNames() {
        front.ifPresent(TlsFront::close);
        String api = URI.create(stack.output("ServiceNowEventUrl")).getHost();
        List<HostRoute> routes = new ArrayList<>(outside.routes());
        routes.add(HostRoute.all(api, gateway()));
        InetSocketAddress address = DockerBridge.address();
        front = Optional.of(TlsFront.start(address, key, routes));
        writeHosts(Stream.concat(names().stream(), Stream.of(api))
                .map(name -> address.getAddress().getHostAddress() + " " + name));
    }

    private List<String> names() {
        return outside.routes().stream().map(HostRoute::host).distinct().toList();
    }

    private void writeHosts(Stream<String> lines) {
        try {
            Files.writeString(
                    hosts(),
                    Stream.concat(Stream.of("127.0.0.1 localhost"), lines).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        emulator.close();
        front.ifPresent(TlsFront::close);
        outside.close();
        lock.close();
    }
}
