package dev.belay.teams.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.address.SafeAddress;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileBytes;
import dev.belay.file.FileRefusal;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpStreams;
import dev.belay.http.HttpStreams.Opened;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes of files in SharePoint, as streams: read and written at addresses that Graph hands out, with no token of ours
 * (learn.microsoft.com/graph/api/driveitem-createuploadsession). What is uploaded goes in parts, one after another.
 */
public final class FileParts {
    /** A multiple of 320 KiB and less than 60 MiB, as large as that lets it be: each part costs a round trip. */
    private static final long PART = 160L * 327_680;

    private static final List<String> HOSTS =
            List.of(".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn");

    private final URI graph;

    /** @param graph where Graph is: one on this machine has its files there too */
    public FileParts(URI graph) {
        this.graph = graph;
    }

    /** What became of an upload. */
    public sealed interface Sent {
        /** It is there whole, as this item. */
        record Whole(JsonObject item) implements Sent {}

        /** It is not taken. */
        record Refused(FileRefusal why) implements Sent {}
    }

    /** Whether files are read and written at this address: SharePoint's, or where Graph is if that is this machine. */
    public boolean isOurs(String address) {
        return parsed(address)
                .filter(at -> isSharePoint(at)
                        || (SafeAddress.isLoopback(graph) && at.getAuthority().equals(graph.getAuthority())))
                .isPresent();
    }

    /** Whether people open files at this address. */
    public boolean isOpened(String address) {
        return parsed(address).filter(FileParts::isSharePoint).isPresent();
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(URI.create(address)).filter(at -> at.getHost() != null && at.getUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSharePoint(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && HOSTS.stream().anyMatch(host::endsWith);
    }

    public Uploaded read(SharedFile file, Function<FileBytes, Uploaded> reader) {
        demandOurs(file.source());
        Span span = Span.call(TeamsCalls.SYSTEM, "DOWNLOAD");
        return HttpStreams.read(span, URI.create(file.source()), Map.of("Accept", "*/*"), opened -> switch (opened) {
            case Opened.Nothing(String why) -> throw CallEffect.READ.answerLost(TeamsCalls.SYSTEM, "download: " + why);
            case Opened.Body body -> read(file, body, reader);
        });
    }

    private static Uploaded read(SharedFile file, Opened.Body body, Function<FileBytes, Uploaded> reader) {
        int status = body.status();
        if (status == 429 || status >= 500) {
            throw new Unavailable(TeamsCalls.SYSTEM, "download: HTTP " + status, Optional.empty());
        }
        long expected = file.file().bytes();
        if (status != 200 || (body.isHtml() && body.length() != expected)) {
            return new Uploaded.Refused(FileRefusal.UNREADABLE);
        }
        return body.length() >= 0 && body.length() != expected
                ? new Uploaded.Refused(FileRefusal.CHANGED)
                : reader.apply(new FileBytes(body.bytes(), expected));
    }

    /**
     * Sends a file to an upload's address, part by part.
     *
     * @throws Unavailable when it is not there whole; what is there of it is nobody's file yet
     */
    public Sent send(String address, FileBytes bytes) {
        demandOurs(address);
        for (long from = 0; from < bytes.expected(); from += PART) {
            long length = Math.min(PART, bytes.expected() - from);
            HttpResult.Answer answer = part(URI.create(address), bytes, from, length);
            Optional<Sent> end = end(answer, from + length == bytes.expected());
            if (end.isPresent()) {
                return end.get();
            }
        }
        throw new Unavailable(TeamsCalls.SYSTEM, "upload: it did not end", Optional.empty());
    }

    private static HttpResult.Answer part(URI address, FileBytes bytes, long from, long length) {
        Map<String, String> range =
                Map.of("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + bytes.expected());
        Span span = Span.call(TeamsCalls.SYSTEM, "UPLOAD_PART");
        return switch (HttpStreams.send(span, address, "PUT", range, bytes, length)) {
            case HttpResult.Answer answer -> answer;
            case HttpResult.NotSent(String why) -> throw lost(why);
            case HttpResult.Lost(String why) -> throw lost(why);
        };
    }

    private static Optional<Sent> end(HttpResult.Answer answer, boolean last) {
        return switch (answer.status()) {
            case 202 -> Optional.empty();
            case 200, 201 -> Optional.of(new Sent.Whole(item(answer)));
            case 507 -> Optional.of(new Sent.Refused(FileRefusal.STORAGE_FULL));
            case 413 -> Optional.of(new Sent.Refused(FileRefusal.TOO_LARGE));
            default -> throw lost("HTTP " + answer.status() + (last ? ", the last part" : ""));
        };
    }

    private static JsonObject item(HttpResult.Answer answer) {
        try {
            return JsonParser.object().from(answer.body());
        } catch (JsonParserException | StackOverflowError e) {
            throw lost("an answer that cannot be read");
        }
    }

    private static RuntimeException lost(String why) {
        return CallEffect.REPEATABLE.answerLost(TeamsCalls.SYSTEM, "upload: " + why);
    }

    private void demandOurs(String address) {
        if (!isOurs(address)) {
            throw new Rejected(TeamsCalls.SYSTEM, "a file's address is not SharePoint's");
        }
    }
}
