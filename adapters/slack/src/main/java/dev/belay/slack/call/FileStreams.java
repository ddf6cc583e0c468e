package dev.belay.slack.call;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes of Slack's files, as streams. Without the scope {@code files:read} Slack answers 200 with a page to log in
 * (docs.slack.dev/reference/objects/file-object): a page in place of a file is no file.
 */
public final class FileStreams {
    private static final String DOWNLOAD = "download";
    private static final String UPLOAD = "upload";

    private final SlackClient client;
    private final RateLimiter limits;
    private final StreamedFiles files;

    public FileStreams(SlackClient client, RateLimitStore limits, Clock clock) {
        this.client = client;
        this.limits = SlackCalls.rateLimiter(limits, clock);
        this.files = new StreamedFiles(SlackCalls.SLACK, this.limits, clock);
    }

    /** Whether a file at this address is Slack's own: to no other is our token sent. */
    public boolean isOurs(String address) {
        try {
            return client.address().holdsFiles(URI.create(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads a file whose address is Slack's own. */
    public Uploaded read(String workspace, SharedFile file, String token, Function<FileBytes, Uploaded> reader) {
        demandOurs(file.source(), DOWNLOAD);
        Limited limited = SlackMethod.limited(workspace, DOWNLOAD);
        limits.check(limited);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Accept", "*/*");
        Span span = Span.call(SlackCalls.SLACK, DOWNLOAD);
        boolean mayBePage = file.file().type().equals("text/html");
        return HttpStreams.read(
                span,
                URI.create(file.source()),
                headers,
                opened -> files.read(limited, opened, file.file().bytes(), mayBePage, reader));
    }

    /**
     * Sends a file to an upload's address. Repeating it leaves one file.
     *
     * @return why it is not taken, if it is not
     * @throws Unavailable when it is not there whole
     */
    public Optional<FileRefusal> send(String workspace, String address, FileBytes bytes) {
        demandOurs(address, UPLOAD);
        Limited limited = SlackMethod.limited(workspace, UPLOAD);
        limits.check(limited);
        Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
        Span span = Span.call(SlackCalls.SLACK, UPLOAD);
        return switch (HttpStreams.send(span, URI.create(address), "POST", headers, bytes, bytes.expected())) {
            case HttpResult.NotSent(String why) ->
                throw CallEffect.REPEATABLE.notSent(SlackCalls.SLACK, UPLOAD + ": " + why);
            case HttpResult.Lost(String why) ->
                throw CallEffect.REPEATABLE.answerLost(SlackCalls.SLACK, UPLOAD + ": " + why);
            case HttpResult.Answer answer -> refusal(limited, answer);
        };
    }

    /** An address is asked for anew with each try: one that is not known any more may be known then. */
    private Optional<FileRefusal> refusal(Limited limited, HttpResult.Answer answer) {
        if (answer.mayPass()) {
            throw files.later(limited, answer.status(), answer.header("Retry-After"));
        }
        return switch (answer.status()) {
            case 200 -> Optional.empty();
            case 413 -> Optional.of(FileRefusal.TOO_LARGE);
            case 404, 410 -> Optional.of(FileRefusal.BROKEN_OFF);
            default -> Optional.of(FileRefusal.REFUSED);
        };
    }

    private void demandOurs(String address, String what) {
        if (!isOurs(address)) {
            throw new Rejected(SlackCalls.SLACK, what + ": the address is not Slack's");
        }
    }
}
