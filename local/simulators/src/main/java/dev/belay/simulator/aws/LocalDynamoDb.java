package dev.belay.simulator.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * The tables: DynamoDB Local in this JVM, on the loopback interface, in memory or in a folder. It deletes expired items
 * within seconds, where AWS takes days.
 */
final class LocalDynamoDb {
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private LocalDynamoDb(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    static LocalDynamoDb start(Optional<Path> data) throws Exception {
        SQLITE.setLevel(Level.OFF);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        LocalDynamoDBServerHandler handler = handler(data);
        server.setHandler(new ContextHandler(handler));
        server.start();
        return new LocalDynamoDb(server, handler);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    void stop() throws Exception {
        server.stop();
        handler.close();
    }

    private static LocalDynamoDBServerHandler handler(Optional<Path> data)
            throws IOException, DynamoDBLocalServiceException {
        if (data.isPresent()) {
            Files.createDirectories(data.get());
        }
        String folder = data.map(path -> path.toAbsolutePath().toString()).orElse(null);
        return new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(0, data.isEmpty(), folder, true, false), null);
    }
}
