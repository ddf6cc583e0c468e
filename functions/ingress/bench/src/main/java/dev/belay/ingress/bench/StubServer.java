package dev.belay.ingress.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/** A small HTTP/1.1 server on this machine that tells when a connection came, when TLS stood and what was asked. */
final class StubServer implements AutoCloseable {
    /** What is asked. */
    record Request(String method, String path, String body) {}

    /** What is answered. */
    record Reply(int status, String headers, String body) {}

    /** What a stub does. */
    interface Stub {
        default void connected() {}

        default void secured() {}

        Reply answer(Request request) throws InterruptedException;
    }

    private final ServerSocket server;
    private final Stub stub;

    StubServer(ServerSocket server, Stub stub) {
        this.server = server;
        this.stub = stub;
        Thread.ofPlatform().daemon().name("stub").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                stub.connected();
                Thread.ofPlatform().daemon().name("stub connection").start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            if (socket instanceof SSLSocket secured) {
                secured.startHandshake();
                stub.secured();
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                socket.getOutputStream().write(bytes(stub.answer(request)));
            }
        } catch (IOException e) {
            // the process was ended, or went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(Reply reply) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + reply.status() + " OK\r\n" + reply.headers() + "content-length: " + body.length
                + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        int methodEnd = first.indexOf(' ');
        String path = first.substring(methodEnd + 1, first.lastIndexOf(' '));
        String body = chunked ? chunks(in) : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(first.substring(0, methodEnd), path, body);
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int n = Integer.parseInt(line(in), 16); n > 0; n = Integer.parseInt(line(in), 16)) {
            body.append(new String(in.readNBytes(n), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
