package dev.belay.infra.deployed;

import dev.belay.infra.PythonEnvironment;
import dev.belay.infra.ToolRun;
import dev.belay.tool.LambdaImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The emulator ministack in a process of its own, as {@code python/emulator.py} starts it. It evaluates the policies of whoever calls ({@code AUTH}), and a function that cannot run
 * fails ({@code LAMBDA_STRICT}) where it would make an answer up.
 */
final class Emulator implements AutoCloseable {
    static final String REGION = "eu-central-1";

    /** A registry at which nobody listens: the function's image must be there, and is never pulled under this name. */
    private static final String REGISTRY = "127.0.0.1:1";

    private static final String IMAGE = REGISTRY + "/public.ecr.aws/lambda/java:25";
    private static final String REMOVE =
            "docker ps --all --quiet --filter ancestor=" + IMAGE + " | xargs -r docker rm --force";
    private static final String TRUST = "/var/belay/trust.p12";

    private final Process process;
    private final int port;

    private Emulator(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param hosts the names that lead to this machine within functions
     * @param trust the trust store of functions
     * @param trustPassword of that store, which holds no secret
     */
    static Emulator start(PythonEnvironment python, Path folder, List<String> hosts, Path trust, String trustPassword)
            throws IOException {
        ToolRun.must(List.of("docker", "tag", LambdaImage.name(), IMAGE), Map.of());
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(python.program("python"), "python/emulator.py")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ministack.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "GATEWAY_PORT",
                        Integer.toString(port),
                        "AUTH",
                        "true",
                        "LAMBDA_EXECUTOR",
                        "docker",
                        "LAMBDA_STRICT",
                        "1",
                        "MINISTACK_REGION",
                        REGION,
                        "AWS_DEFAULT_REGION",
                        REGION,
                        "MINISTACK_IMAGE_PREFIX",
                        REGISTRY,
                        "LAMBDA_DOCKER_FLAGS",
                        flags(hosts, trust, trustPassword)));
        Emulator emulator = new Emulator(builder.start(), port);
        Eventually.so("the emulator answers", emulator::answers);
        return emulator;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What each function's container is started with besides. */
    private static String flags(List<String> hosts, Path trust, String trustPassword) {
        StringBuilder flags = new StringBuilder("-v " + trust.toAbsolutePath() + ":" + TRUST + ":ro");
        hosts.forEach(host -> flags.append(" --add-host ").append(host).append(":host-gateway"));
        return flags + " -e 'JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=" + TRUST
                + " -Djavax.net.ssl.trustStorePassword=" + trustPassword + "'";
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("the emulator ended with " + process.exitValue());
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(url().resolve("/_ministack/health"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where an API of API Gateway answers, in the form that needs no name of a host. */
    URI gateway(String api) {
        return url().resolve("/_aws/execute-api/" + api + "/$default");
    }

    /** It removes its containers when it is told to end, and may not get to all of them. */
    @Override
    public void close() {
        endFunctions();
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endFunctions();
        ToolRun.of(List.of("docker", "rmi", IMAGE), Map.of());
    }

    /** Ends the functions that wait for their next call. The emulator would ask each to end, for ten seconds in which it answers nobody. */
    void endFunctions() {
        ToolRun.of(List.of("sh", "-c", REMOVE), Map.of());
    }
}
