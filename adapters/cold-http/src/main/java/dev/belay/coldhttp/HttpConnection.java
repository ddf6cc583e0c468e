package dev.belay.coldhttp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * One HTTP/1.1 connection, kept open between requests. It is written by hand because the JDK's clients take a cold function
 * several times as long to load.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int LARGEST_LINE = 8_192;
    private static final int LARGEST_BODY = 1 << 20;

    private final Socket socket;
    private final InputStream in;
    private final String authority;
    private boolean reusable = true;

    private HttpConnection(Socket socket, String authority) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
        this.authority = authority;
    }

    /** A response. */
    public record Reply(int status, byte[] body) {}

    public static HttpConnection open(HttpEndpoint endpoint, Tls tls) throws IOException {
        Socket plain = new Socket(Proxy.NO_PROXY);
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(READ_MILLIS);
            plain.connect(
                    new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()), CONNECT_MILLIS);
            Socket socket = endpoint.encrypted() ? tls.encrypted(plain, endpoint.host(), endpoint.port()) : plain;
            return new HttpConnection(socket, endpoint.authority());
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** False once either side has said that the connection ends. */
    public boolean isReusable() {
        return reusable;
    }

    /** Sends a request and reads the whole response. */
    public Reply exchange(String method, String path, SortedMap<String, String> headers, byte[] body)
            throws IOException {
        reusable = false;
        send(method, path, headers, body);
        int status = status(line());
        long length = -1;
        boolean chunked = false;
        boolean closing = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            if (name.equals("content-length")) {
                length = number(value, 10);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            } else if (name.equals("connection")) {
                closing = value.equalsIgnoreCase("close");
            }
        }
        byte[] answer = chunked ? chunks() : length >= 0 ? bytes(length) : rest();
        reusable = !closing && (chunked || length >= 0);
        return new Reply(status, answer);
    }

    private void send(String method, String path, SortedMap<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(1_024)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nhost: ")
                .append(authority)
                .append("\r\ncontent-length: ")
                .append(body.length)
                .append("\r\n");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!header.getKey().equals("host")) {
                head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
    }

    private static int status(String line) throws IOException {
        if (line.length() < 12 || !line.startsWith("HTTP/1.")) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        return (int) number(line.substring(9, 12), 10);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended before the answer did");
            }
            if (line.length() == LARGEST_LINE) {
                throw new IOException("the answer has a line that is too long");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long length = chunkLength(); length > 0; length = chunkLength()) {
            if (body.size() + length > LARGEST_BODY) {
                throw new IOException("the answer is too long");
            }
            body.writeBytes(bytes(length));
            line();
        }
        while (!line().isEmpty()) {
            // trailers say nothing that is needed
        }
        return body.toByteArray();
    }

    private long chunkLength() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private byte[] bytes(long length) throws IOException {
        if (length > LARGEST_BODY) {
            throw new IOException("the answer is too long");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended before the answer did");
        }
        return bytes;
    }

    private byte[] rest() throws IOException {
        byte[] rest = in.readNBytes(LARGEST_BODY + 1);
        if (rest.length > LARGEST_BODY) {
            throw new IOException("the answer is too long");
        }
        return rest;
    }

    private static long number(String digits, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(digits, radix);
        } catch (NumberFormatException e) {
            throw new IOException("the answer has a number that cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            reusable = false;
        }
    }
}
