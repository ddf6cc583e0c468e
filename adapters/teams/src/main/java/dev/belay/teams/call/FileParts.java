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
import dev.belay.http.StreamedFiles;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimiter;
import dev.belay.ratelimit.RateLimiter.Limited;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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

    /** Microsoft does not say how often it takes it. */
    private static final Duration SPACING = Duration.ofMillis(260);

    private static final String DOWNLOAD = "download";
    private static final String UPLOAD = "upload";

    private final URI graph;
    private final RateLimiter limits;
    private final StreamedFiles files;

    /** @param graph where Graph is: one on this machine has its files there too */
    public FileParts(URI graph, RateLimitStore limits, Clock clock) {
        this.graph = graph;
        this.limits = new RateLimiter(limits, clock, TeamsCalls.SYSTEM, TeamsCalls.UNSAID);
        this.files = new StreamedFiles(TeamsCalls.SYSTEM, this.limits, clock);
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

    /** The address at which people open a file, fit for a link; none where it leads elsewhere than to SharePoint. */
    public Optional<String> opened(String address) {
        return parsed(WebUrl.encoded(address)).filter(FileParts::isSharePoint).map(URI::toString);
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
        URI address = URI.create(file.source());
        Limited limited = limited(address, DOWNLOAD);
        limits.check(limited);
        Span span = Span.call(TeamsCalls.SYSTEM, "DOWNLOAD");
        return HttpStreams.read(
                span,
                address,
                Map.of("Accept", "*/*"),
                opened -> files.read(limited, opened, file.file().bytes(), true, reader));
    }

    /** Each tenant has hosts of its own. */
    private static Limited limited(URI address, String what) {
        return new Limited(String.valueOf(address.getHost()), what, SPACING);
    }

    /**
     * Sends a file to an upload's address, part by part.
     *
     * @throws Unavailable when it is not there whole; what is there of it is nobody's file yet
     */
    public Sent send(String address, FileBytes bytes) {
        demandOurs(address);
        URI session = URI.create(address);
        Limited limited = limited(session, UPLOAD);
        limits.check(limited);
        for (long from = 0; from < bytes.expected(); from += PART) {
            long length = Math.min(PART, bytes.expected() - from);
            Optional<Sent> end = end(limited, part(session, bytes, from, length));
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

    /**
     * A session that ended or lost count is begun anew by the next run; any other refusal stays one
     * (learn.microsoft.com/graph/api/driveitem-createuploadsession, "Handle upload errors").
     */
    private Optional<Sent> end(Limited limited, HttpResult.Answer answer) {
        if (answer.status() != 507 && answer.mayPass()) {
            throw files.later(limited, answer.status(), answer.header("Retry-After"));
        }
        return switch (answer.status()) {
            case 202 -> Optional.empty();
            case 200, 201 -> Optional.of(new Sent.Whole(item(answer)));
            case 507 -> Optional.of(new Sent.Refused(FileRefusal.STORAGE_FULL));
            case 413 -> Optional.of(new Sent.Refused(FileRefusal.TOO_LARGE));
            case 401, 404, 409, 410, 412, 416 -> Optional.of(new Sent.Refused(FileRefusal.BROKEN_OFF));
            default -> Optional.of(new Sent.Refused(FileRefusal.REFUSED));
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
