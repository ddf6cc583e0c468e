package dev.belay.teams.file;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.line.Line;
import dev.belay.platform.Lines;
import dev.belay.teams.call.FileParts;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files in Teams: what people share is in their channel's folder in SharePoint, and a message refers to it; a bot is told of the message alone,
 * which may also show pictures of its own. What we upload goes into that folder, and a line leads there
 * (learn.microsoft.com/graph/api: chatmessage-get, driveitem-get, driveitem-createuploadsession).
 */
public final class TeamsFiles implements Files {
    private static final JsonObject REPLACING = JsonObject.builder()
            .object("item")
            .value("@microsoft.graph.conflictBehavior", "replace")
            .end()
            .done();

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final Lines lines;
    private final FileParts parts;
    private final MessagePictures pictures;

    public TeamsFiles(TeamsCalls calls, TeamsEndpoints endpoints, Lines lines, FileParts parts) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.lines = lines;
        this.parts = parts;
        this.pictures = new MessagePictures(calls);
    }

    @Override
    public List<SharedFile> of(Channel channel, Optional<String> thread, String message, List<String> ids) {
        URI address = message(channel, thread, message);
        Optional<JsonObject> shown = shown(channel, address);
        if (shown.isEmpty()) {
            return List.of();
        }
        List<SharedFile> files = new ArrayList<>(referred(channel, shown.get()));
        String link = endpoints.link(channel, thread.orElse(message), message);
        files.addAll(pictures.of(channel, address, link, shown.get()));
        return files;
    }

    private URI message(Channel channel, Optional<String> thread, String message) {
        String path = thread.filter(root -> !root.equals(message))
                .map(root -> "/messages/" + TeamsEndpoints.encoded(root) + "/replies/")
                .orElse("/messages/");
        return endpoints.graph(channel, path + TeamsEndpoints.encoded(message));
    }

    private Optional<JsonObject> shown(Channel channel, URI address) {
        return switch (calls.call(channel.workspace(), Operation.READ_MESSAGE, address)) {
            case Outcome.Done(JsonObject found) -> Optional.of(found);
            case Outcome.Refused refused when refused.status() == 404 -> Optional.empty();
            case Outcome.Refused refused -> throw refused.rejected(Operation.READ_MESSAGE, TeamsCalls.advice(refused));
        };
    }

    private List<SharedFile> referred(Channel channel, JsonObject shown) {
        List<JsonObject> references = GraphItems.objects(shown.getArray("attachments", new JsonArray())).stream()
                .filter(attachment -> attachment.getString("contentType", "").equals("reference"))
                .toList();
        if (references.isEmpty()) {
            return List.of();
        }
        Optional<ChannelFolder> folder = ChannelFolder.of(channel, calls, endpoints);
        return references.stream()
                .flatMap(reference -> shared(channel, reference, folder).stream())
                .toList();
    }

    private Optional<SharedFile> shared(Channel channel, JsonObject reference, Optional<ChannelFolder> folder) {
        String contentUrl = reference.getString("contentUrl", "");
        if (folder.isEmpty()) {
            return Optional.of(unread(channel, reference, FileRefusal.UNREADABLE));
        }
        Optional<String> path = folder.get().within(contentUrl);
        if (path.isEmpty()) {
            return Optional.of(unread(channel, reference, FileRefusal.ELSEWHERE));
        }
        URI item = folder.get().item(path.get());
        return switch (calls.call(channel.workspace(), Operation.FIND_FILE, item)) {
            case Outcome.Done(JsonObject found) -> Optional.of(file(channel, found));
            case Outcome.Refused refused when refused.status() == 404 -> Optional.empty();
            case Outcome.Refused _ -> Optional.of(unread(channel, reference, FileRefusal.UNREADABLE));
        };
    }

    private SharedFile file(Channel channel, JsonObject item) {
        String type = item.getObject("file", new JsonObject()).getString("mimeType", "");
        String source = item.getString("@microsoft.graph.downloadUrl", "");
        return new SharedFile(
                item.getString("id", "") + " " + item.getString("cTag", ""),
                new NamedFile(FileName.of(item.getString("name", "")), type, item.getLong("size", -1)),
                link(channel, item.getString("webUrl", "")),
                source,
                parts.isOurs(source) ? Optional.empty() : Optional.of(FileRefusal.UNREADABLE));
    }

    private SharedFile unread(Channel channel, JsonObject reference, FileRefusal why) {
        String contentUrl = reference.getString("contentUrl", "");
        return new SharedFile(
                reference.getString("id", "") + " " + contentUrl,
                new NamedFile(FileName.of(reference.getString("name", "")), "", -1),
                link(channel, contentUrl),
                "",
                Optional.of(why));
    }

    /** Where people open it; the channel where that leads anywhere else than to Microsoft. */
    private String link(Channel channel, String address) {
        return parts.isOpened(address) ? address : endpoints.link(channel, Optional.empty());
    }

    @Override
    public Uploaded read(Channel channel, SharedFile file, Function<FileBytes, Uploaded> reader) {
        return MessagePictures.isPicture(file) ? pictures.read(channel, file, reader) : parts.read(file, reader);
    }

    @Override
    public Uploaded upload(Channel channel, NamedFile file, FileBytes bytes) {
        Optional<ChannelFolder> folder = ChannelFolder.of(channel, calls, endpoints);
        return folder.map(there -> upload(channel, there, file, bytes))
                .orElseGet(() -> new Uploaded.Refused(FileRefusal.REFUSED));
    }

    /** Its name is its own: one that is there whole is what an earlier run brought. */
    private Uploaded upload(Channel channel, ChannelFolder folder, NamedFile file, FileBytes bytes) {
        String name = file.name().value();
        if (calls.call(channel.workspace(), Operation.FIND_FILE, folder.item(name))
                        instanceof Outcome.Done(JsonObject item)
                && item.getLong("size", -1) == file.bytes()) {
            return stored(channel, item);
        }
        return switch (calls.call(
                channel.workspace(), Operation.BEGIN_UPLOAD, folder.upload(name), Optional.of(REPLACING))) {
            case Outcome.Done(JsonObject session) ->
                switch (parts.send(session.getString("uploadUrl", ""), bytes)) {
                    case FileParts.Sent.Whole(JsonObject item) -> stored(channel, item);
                    case FileParts.Sent.Refused(FileRefusal why) -> new Uploaded.Refused(why);
                };
            case Outcome.Refused refused ->
                new Uploaded.Refused(refused.status() == 507 ? FileRefusal.STORAGE_FULL : FileRefusal.REFUSED);
        };
    }

    private Uploaded stored(Channel channel, JsonObject item) {
        return new Uploaded.Stored(link(channel, item.getString("webUrl", "")));
    }

    @Override
    public Optional<FileRefusal> share(
            Channel channel, Optional<String> thread, Uploaded.Stored uploaded, Line line, String marker) {
        lines.say(channel, thread, List.of(line.and(" ").and("Open it", URI.create(uploaded.id()))), marker);
        return Optional.empty();
    }

    @Override
    public boolean isShared(
            Channel channel, Optional<String> thread, Uploaded.Stored uploaded, String marker, Instant since) {
        return lines.isSaid(channel, thread, marker, since);
    }
}
