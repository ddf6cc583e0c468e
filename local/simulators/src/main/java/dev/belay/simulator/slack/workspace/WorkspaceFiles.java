package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All files of a workspace, and what its administrators decided about them. Touched only while its workspace is held. */
public final class WorkspaceFiles {
    private final Workspace workspace;
    private final Map<String, WorkspaceFile> files = new LinkedHashMap<>();
    private final Map<String, WorkspaceFile> awaited = new HashMap<>();
    private final Map<String, List<String>> byMessage = new HashMap<>();
    private String base = "";
    private long most = 1L << 30;
    private int largestBody = Integer.MAX_VALUE;
    private boolean disabled;
    private Set<String> refusedEndings = Set.of();

    WorkspaceFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Says what the addresses of files begin with. */
    public void at(String url) {
        base = url;
    }

    /** What stands before the upload's address takes no larger body, whatever length was told before. */
    public void takeBodiesOf(int most) {
        largestBody = most;
    }

    public int largestBody() {
        return largestBody;
    }

    /** Takes files of at most so many bytes, as an administrator of a workspace may restrict it. */
    public void takeAtMost(long size) {
        most = size;
    }

    public void disable(boolean all) {
        disabled = all;
    }

    public void refuseEndings(Set<String> endings) {
        refusedEndings = Set.copyOf(endings);
    }

    /** Why a file may not be uploaded, in Slack's words (docs.slack.dev/reference/methods/files.getUploadURLExternal). */
    public Optional<String> refusal(String name, long length) {
        if (disabled) {
            return Optional.of("file_uploads_disabled");
        }
        if (length > most) {
            return Optional.of("file_upload_size_restricted");
        }
        return refusedEndings.contains(name.substring(name.lastIndexOf('.') + 1))
                ? Optional.of("file_type_not_allowed")
                : Optional.empty();
    }

    /** A file that is to be uploaded; tells where to. */
    public Map.Entry<String, WorkspaceFile> expect(String name, String user) {
        WorkspaceFile file = new WorkspaceFile(workspace.identifiers().next("F"), name, type(name), user, "");
        String secret = UUID.randomUUID().toString().replace("-", "");
        files.put(file.id(), file);
        awaited.put(secret, file);
        return Map.entry(base + "/upload/v1/" + secret, file);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "pdf" -> "application/pdf";
            case "html" -> "text/html";
            case "txt" -> "text/plain";
            default -> "application/octet-stream";
        };
    }

    /** The file that is awaited at an upload's address. */
    public Optional<WorkspaceFile> awaited(String secret) {
        return Optional.ofNullable(awaited.get(secret)).filter(file -> !file.isComplete());
    }

    /** Uploads that were not completed are kept for a while only. */
    public void forgetUploads() {
        awaited.clear();
        files.values().removeIf(file -> !file.isComplete());
    }

    public Optional<WorkspaceFile> file(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** A person's file, kept here or elsewhere. */
    public WorkspaceFile add(String name, String type, String user, Optional<byte[]> bytes, String elsewhere) {
        WorkspaceFile file = new WorkspaceFile(workspace.identifiers().next("F"), name, type, user, elsewhere);
        bytes.ifPresent(file::upload);
        files.put(file.id(), file);
        return file;
    }

    public void delete(String id) {
        files.remove(id);
    }

    /** Shares a file by a message. */
    public void share(WorkspaceFile file, Channel channel, Message message) {
        file.share(channel.id(), message.ts());
        byMessage.put(channel.id() + " " + message.ts(), List.of(file.id()));
    }

    /** The files of a message, as they are now. */
    public List<WorkspaceFile> of(String channel, String ts) {
        return byMessage.getOrDefault(channel + " " + ts, List.of()).stream()
                .flatMap(id -> file(id).stream())
                .toList();
    }

    /** The file objects of a message; none where it has none. */
    public JsonArray json(String channel, String ts) {
        JsonArray array = new JsonArray();
        of(channel, ts).forEach(file -> array.add(json(file)));
        return array;
    }

    public JsonObject json(WorkspaceFile file) {
        return file.json(base, workspace);
    }
}
