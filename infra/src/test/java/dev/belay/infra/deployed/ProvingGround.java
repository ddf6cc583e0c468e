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
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

/** The emulator of AWS and the simulated outside systems around one stack named belay, alone on this machine's port of HTTPS. */
final class ProvingGround implements AutoCloseable {
    static final String STACK = "belay";

    private static final Path LOCK = Path.of("../.belay/deploy.lock");

    private final FileChannel lock;
    private final Path folder;
    private final Outside outside = Outside.start(new PassingClock(Clock.systemUTC()), new Faults(), World.Ports.FREE);
    private final Emulator emulator;
    private final Terminal terminal;
    private final DeployedStack stack;
    private final TlsFront front;

    private ProvingGround(FileChannel lock, Path folder) throws IOException {
        this.lock = lock;
        this.folder = folder;
        PythonEnvironment sam = PythonEnvironment.ready("sam", Path.of("python/sam-requirements.txt"));
        PythonEnvironment aws = PythonEnvironment.ready("ministack", Path.of("python/ministack-requirements.txt"));
        ServerKey key = ServerKey.make(names());
        key.writeTrust(trust());
        this.front = TlsFront.start(DockerBridge.address(), key, outside.routes());
        this.emulator = Emulator.start(aws, folder, names(), trust(), ServerKey.TRUST_PASSWORD);
        this.terminal = new Terminal(sam, aws, emulator.url());
        this.stack = new DeployedStack(terminal, folder, STACK);
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

    /** The trust store of functions. */
    private Path trust() {
        return folder.resolve("trust.p12");
    }

    /** Where requests to the stack's API go. */
    URI gateway() {
        return emulator.gateway(stack.resource("Api"));
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
