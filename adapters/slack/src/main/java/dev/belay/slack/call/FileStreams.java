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
import dev.belay.http.HttpStreams.Opened;
import java.net.URI;
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

    public FileStreams(SlackClient client) {
        this.client = client;
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
    public Uploaded read(SharedFile file, String token, Function<FileBytes, Uploaded> reader) {
        demandOurs(file.source(), DOWNLOAD);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Accept", "*/*");
        Span span = Span.call(SlackCalls.SLACK, DOWNLOAD);
        return HttpStreams.read(span, URI.create(file.source()), headers, opened -> switch (opened) {
            case Opened.Nothing(String why) ->
                throw CallEffect.READ.answerLost(SlackCalls.SLACK, DOWNLOAD + ": " + why);
            case Opened.Body body -> read(file, body, reader);
        });
    }

    /** A page that somebody shared has the length that Slack told of it. */
    private static Uploaded read(SharedFile file, Opened.Body body, Function<FileBytes, Uploaded> reader) {
        int status = body.status();
        if (status == 429 || status >= 500) {
            throw new Unavailable(SlackCalls.SLACK, DOWNLOAD + ": HTTP " + status, Optional.empty());
        }
        long expected = file.file().bytes();
        boolean isPage = body.isHtml() && (!file.file().type().equals("text/html") || body.length() != expected);
        if (status != 200 || isPage) {
            return new Uploaded.Refused(FileRefusal.UNREADABLE);
        }
        return body.length() >= 0 && body.length() != expected
                ? new Uploaded.Refused(FileRefusal.CHANGED)
                : reader.apply(new FileBytes(body.bytes(), expected));
    }

    /**
     * Sends a file to an upload's address. Repeating it leaves one file.
     *
     * @return why it is not taken, if it is not
     * @throws Unavailable when it is not there whole
     */
    public Optional<FileRefusal> send(String address, FileBytes bytes) {
        demandOurs(address, UPLOAD);
        Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
        Span span = Span.call(SlackCalls.SLACK, UPLOAD);
        return switch (HttpStreams.send(span, URI.create(address), "POST", headers, bytes, bytes.expected())) {
            case HttpResult.NotSent(String why) ->
                throw CallEffect.REPEATABLE.notSent(SlackCalls.SLACK, UPLOAD + ": " + why);
            case HttpResult.Lost(String why) ->
                throw CallEffect.REPEATABLE.answerLost(SlackCalls.SLACK, UPLOAD + ": " + why);
            case HttpResult.Answer answer -> refusal(answer.status());
        };
    }

    private static Optional<FileRefusal> refusal(int status) {
        return switch (status) {
            case 200 -> Optional.empty();
            case 413 -> Optional.of(FileRefusal.TOO_LARGE);
            default -> throw new Unavailable(SlackCalls.SLACK, UPLOAD + ": HTTP " + status, Optional.empty());
        };
    }

    private void demandOurs(String address, String what) {
        if (!isOurs(address)) {
            throw new Rejected(SlackCalls.SLACK, what + ": the address is not Slack's");
        }
    }
}
