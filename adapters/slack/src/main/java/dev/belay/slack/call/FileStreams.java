package dev.belay.slack.call;

import dev.belay.failure.CallEffect;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileBytes;
import dev.belay.file.FileRefusal;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of Slack's files, as streams. Without the scope {@code files:read} Slack answers 200 with a page to log in
 * (docs.slack.dev/reference/objects/file-object): a page in place of a file is no file.
 */
public final class FileStreams {
    private static final int BUFFER = 1 << 16;
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
        Request request = new Request.Builder()
                .url(file.source())
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "identity")
                .build();
        try (Response response = client.streams(FileBytes.LIFE).newCall(request).execute()) {
            return read(file, response, reader);
        } catch (IOException e) {
            throw CallEffect.READ.answerLost(
                    SlackCalls.SLACK, DOWNLOAD + ": " + e.getClass().getSimpleName());
        }
    }

    private static Uploaded read(SharedFile file, Response response, Function<FileBytes, Uploaded> reader) {
        int status = response.code();
        if (status == 429 || status >= 500) {
            throw new Unavailable(SlackCalls.SLACK, DOWNLOAD + ": HTTP " + status, Optional.empty());
        }
        if (status != 200 || isPage(file, response)) {
            return new Uploaded.Refused(FileRefusal.UNREADABLE);
        }
        long length = response.body().contentLength();
        return length >= 0 && length != file.file().bytes()
                ? new Uploaded.Refused(FileRefusal.CHANGED)
                : reader.apply(
                        new FileBytes(response.body().byteStream(), file.file().bytes()));
    }

    /** A page that somebody shared has the length that Slack told of it. */
    private static boolean isPage(SharedFile file, Response response) {
        MediaType type = response.body().contentType();
        boolean html = type != null && type.subtype().equals("html");
        return html
                && (!file.file().type().equals("text/html")
                        || response.body().contentLength() != file.file().bytes());
    }

    /**
     * Sends a file to an upload's address. Repeating it leaves one file.
     *
     * @throws Unavailable when it is not there whole
     */
    public void send(String address, FileBytes bytes) {
        demandOurs(address, UPLOAD);
        Request request =
                new Request.Builder().url(address).post(new Streamed(bytes)).build();
        try (Response response =
                client.streams(bytes.patience()).newCall(request).execute()) {
            if (response.code() != 200) {
                throw new Unavailable(SlackCalls.SLACK, UPLOAD + ": HTTP " + response.code(), Optional.empty());
            }
        } catch (IOException e) {
            throw CallEffect.REPEATABLE.answerLost(
                    SlackCalls.SLACK, UPLOAD + ": " + e.getClass().getSimpleName());
        }
    }

    private void demandOurs(String address, String what) {
        if (!isOurs(address)) {
            throw new Rejected(SlackCalls.SLACK, what + ": the address is not Slack's");
        }
    }

    /** A body of which no more is held than a buffer. */
    private static final class Streamed extends RequestBody {
        private final FileBytes bytes;

        Streamed(FileBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return MediaType.get("application/octet-stream");
        }

        @Override
        public long contentLength() {
            return bytes.expected();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int got = bytes.read(buffer); got >= 0; got = bytes.read(buffer)) {
                sink.write(buffer, 0, got);
            }
        }
    }
}
