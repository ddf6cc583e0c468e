package dev.belay.teams.file;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.http.HttpStreams.Opened;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.TeamsCalls;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures that people pasted into a message: they are no files of the channel's folder but contents of the message, which its HTML shows
 * with {@code <img src=".../hostedContents/{id}/$value">} (learn.microsoft.com/graph/api: chatmessagehostedcontent-get). They need the
 * right to read messages alone. Graph tells neither name nor type, and often no size: what it is, its first bytes say.
 */
final class MessagePictures {
    private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*\\ssrc=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOSTED = Pattern.compile("/hostedContents/([A-Za-z0-9_=-]{1,2000})/\\$value$");
    private static final Map<String, String> ENDINGS = Map.of(
            "image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/webp", "webp", "image/bmp", "bmp");

    /** More than anybody pastes into one message. */
    private static final int MOST = 20;

    /** What is held where no size is told: Graph takes 4 MB of them with one message (learn.microsoft.com/graph/api/chatmessage-post). */
    private static final int HELD = 16 << 20;

    private static final String PREFIX = "picture";

    private final TeamsCalls calls;

    MessagePictures(TeamsCalls calls) {
        this.calls = calls;
    }

    /**
     * @param address where the message is in Graph
     * @param link where people open the message
     * @param shown the message
     */
    List<SharedFile> of(Channel channel, URI address, String link, JsonObject shown) {
        List<SharedFile> pictures = new ArrayList<>();
        for (String id : hosted(shown)) {
            URI content = URI.create(address + "/hostedContents/" + id + "/$value");
            String name = PREFIX + (pictures.isEmpty() ? "" : "-" + (pictures.size() + 1));
            calls.stream(
                            channel.workspace(),
                            Operation.READ_PICTURE,
                            content,
                            body -> described(body, name, new Place(id, content, link)))
                    .ifPresent(pictures::add);
        }
        return pictures;
    }

    /** Where a picture is, and its message. */
    private record Place(String id, URI content, String link) {
        SharedFile file(NamedFile named, Optional<FileRefusal> refusal) {
            return new SharedFile(PREFIX + " " + id, named, link, content.toString(), refusal);
        }
    }

    /** Once each, however often the message shows it; a picture of another place is none of ours. */
    private static Set<String> hosted(JsonObject shown) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher images = IMAGE.matcher(shown.getObject("body", new JsonObject()).getString("content", ""));
        while (images.find() && ids.size() < MOST) {
            Matcher hosted = HOSTED.matcher(images.group(1));
            if (hosted.find()) {
                ids.add(hosted.group(1));
            }
        }
        return ids;
    }

    /** None of one that is gone. */
    private static Optional<SharedFile> described(Opened.Body body, String name, Place place) {
        if (body.status() == 404) {
            return Optional.empty();
        }
        if (body.status() != 200 || body.isHtml()) {
            NamedFile unknown = new NamedFile(FileName.of("a picture"), "", -1);
            return Optional.of(place.file(unknown, Optional.of(FileRefusal.UNREADABLE)));
        }
        String type = type(body);
        String ending = ENDINGS.get(type);
        FileName named = FileName.of(ending == null ? name : name + "." + ending);
        return Optional.of(place.file(new NamedFile(named, type, body.length()), Optional.empty()));
    }

    private static String type(Opened.Body body) {
        String told = body.type().split(";", 2)[0].strip();
        try (BufferedInputStream bytes = new BufferedInputStream(body.bytes())) {
            String seen = URLConnection.guessContentTypeFromStream(bytes);
            return seen == null ? told : seen;
        } catch (IOException e) {
            return told;
        }
    }

    /** Whether a file is one of these. */
    static boolean isPicture(SharedFile file) {
        return file.id().startsWith(PREFIX + " ");
    }

    Uploaded read(Channel channel, SharedFile file, Function<FileBytes, Uploaded> reader) {
        return calls.stream(
                channel.workspace(), Operation.READ_PICTURE, URI.create(file.source()), body -> read(body, reader));
    }

    private static Uploaded read(Opened.Body body, Function<FileBytes, Uploaded> reader) {
        if (body.status() != 200 || body.isHtml()) {
            return new Uploaded.Refused(FileRefusal.UNREADABLE);
        }
        return body.length() >= 0 ? reader.apply(new FileBytes(body.bytes(), body.length())) : held(body, reader);
    }

    private static Uploaded held(Opened.Body body, Function<FileBytes, Uploaded> reader) {
        byte[] all;
        try {
            all = body.bytes().readNBytes(HELD + 1);
        } catch (IOException e) {
            throw new Unavailable(
                    Platform.TEAMS.id(),
                    Operation.READ_PICTURE + ": " + e.getClass().getSimpleName(),
                    Optional.empty());
        }
        return all.length > HELD
                ? new Uploaded.Refused(FileRefusal.TOO_LARGE)
                : reader.apply(new FileBytes(new ByteArrayInputStream(all), all.length));
    }
}
