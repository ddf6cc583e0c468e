package dev.belay.aws.moto;

import dev.belay.aws.AwsAccess;
import dev.belay.aws.AwsEngine;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** One moto server for all tests of this JVM, in a Python environment of its own that is kept between builds. */
final class Moto {
    static final Credentials KEYS = new Credentials("test", "AKIAMOTO", "what moto does not ask for", Optional.empty());
    private static final Path REQUIREMENTS = Path.of("python/requirements.txt");
    private static final Path HOME =
            Path.of("../../.belay/moto").toAbsolutePath().normalize();
    static final URI URL = started();

    static final AwsClient CLIENT = AwsClient.of(URL, SimulatedAws.REGION, KEYS);
    static final AwsEngine ENGINE = new AwsEngine(access(), CLIENT);
    static final Stack STACK = new Stack("test").createTables(CLIENT, Stack.Expiry.OFF);

    private Moto() {}

    private static AwsAccess access() {
        return new AwsAccess(SimulatedAws.REGION, Optional.of(URL), Optional.empty())
                .with(new AwsAccess.Keys(KEYS.accessKeyId(), KEYS.secretAccessKey(), KEYS.sessionToken()));
    }

    private static URI started() {
        try {
            install();
            Process process = new ProcessBuilder(in("python"), "python/moto_server.py")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return URI.create("http://127.0.0.1:" + port(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        String port = said.readLine();
        if (port == null) {
            throw new IllegalStateException("moto's server did not start");
        }
        return Integer.parseInt(port);
    }

    /** Makes the environment as the requirements ask for it, while no other test process does. */
    private static void install() throws IOException {
        Files.createDirectories(HOME.getParent());
        Path lock = HOME.resolveSibling(HOME.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Path stamp = HOME.resolve("requirements.txt");
            String wanted = Files.readString(REQUIREMENTS);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                must(List.of("python3", "-m", "venv", "--clear", HOME.toString()));
                must(List.of(
                        in("pip"), "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS.toString()));
                Files.writeString(stamp, wanted);
            }
        }
    }

    private static String in(String program) {
        return HOME.resolve("bin").resolve(program).toString();
    }

    private static void must(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
