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

    private final HttpHandler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int grace;
    private volatile HttpServer server;

    private LoopbackServer(int port, int grace, HttpHandler handler) throws IOException {
        this.handler = handler;
        this.grace = grace;
        this.server = listening(port);
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
            return new LoopbackServer(port, grace, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    private HttpServer listening(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.setExecutor(threads);
        listening.createContext("/", handler);
        listening.start();
        return listening;
    }

    /** Ends every connection, and listens on nothing until {@link #again()}. */
    void stop() {
        server.stop(0);
    }

    /** Listens again, on the same port. */
    void again() {
        int port = server.getAddress().getPort();
        try {
            server = listening(port);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on again: " + e.getMessage(), e);
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
