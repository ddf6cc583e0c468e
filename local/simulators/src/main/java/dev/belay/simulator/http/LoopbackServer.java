package dev.belay.simulator.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback interface, with one virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int grace;

    private LoopbackServer(HttpServer server, int grace) {
        this.server = server;
        this.grace = grace;
    }

    /**
     * Starts listening on {@code 127.0.0.1}.
     *
     * @param port 0 takes a free one
     * @param grace how many seconds requests under way have when it is closed
     * @throws UncheckedIOException when the port is in use
     */
    public static LoopbackServer start(int port, int grace, HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            LoopbackServer started = new LoopbackServer(server, grace);
            server.setExecutor(started.threads);
            server.createContext("/", handler);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    /** The server's address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(grace);
        threads.close();
    }
}
