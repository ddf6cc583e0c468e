package dev.belay.local.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of the console's page, from the class path. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private static final String FOLDER = "console";

    /** The file that a request asks for; none where there is none. */
    Optional<Reply> answer(Ask ask) {
        List<String> path = ask.path().equals(List.of("")) ? List.of(FOLDER, "index.html") : ask.path();
        if (path.size() < 2 || !path.getFirst().equals(FOLDER) || !path.stream().allMatch(StaticFiles::isName)) {
            return Optional.empty();
        }
        String name = path.getLast();
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        return type == null
                ? Optional.empty()
                : read("/" + String.join("/", path)).map(bytes -> file(ask, type, bytes));
    }

    private static boolean isName(String segment) {
        return segment.matches("[A-Za-z0-9@_-][A-Za-z0-9@._-]*");
    }

    private static Reply file(Ask ask, String type, byte[] bytes) {
        String tag = "\"" + hash(bytes) + "\"";
        boolean known = ask.header("if-none-match").filter(tag::equals).isPresent();
        Reply reply = known ? new Reply(304, Map.of(), new byte[0], Optional.empty()) : Reply.of(200, type, bytes);
        return reply.with("ETag", tag).with("Cache-Control", "no-cache");
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
