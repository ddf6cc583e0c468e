package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file of a workspace: uploaded, and shared once its upload was completed. Touched only while its workspace is held. */
public final class WorkspaceFile {
    private final String id;
    private final String name;
    private final String type;
    private final String user;
    private final String external;
    private Optional<byte[]> bytes = Optional.empty();
    private final Map<String, String> shares = new LinkedHashMap<>();
    private boolean complete;
    private String mode;

    /** @param external where it is kept, if it is kept elsewhere; else empty */
    WorkspaceFile(String id, String name, String type, String user, String external) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.user = user;
        this.external = external;
        this.mode = external.isEmpty() ? usualMode(type) : "external";
    }

    /** What Slack shows as text is a snippet, however it came there. */
    private static String usualMode(String type) {
        return type.startsWith("text/") || type.equals("application/json") ? "snippet" : "hosted";
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public String user() {
        return user;
    }

    public byte[] bytes() {
        return bytes.map(byte[]::clone).orElseGet(() -> new byte[0]);
    }

    public boolean isUploaded() {
        return bytes.isPresent() || !external.isEmpty();
    }

    public boolean isComplete() {
        return complete;
    }

    public void upload(byte[] content) {
        bytes = Optional.of(content.clone());
    }

    /** Slack shows it in another way than its type says. */
    public void mode(String other) {
        mode = other;
    }

    /** Shares it in a channel, by a message. */
    public void share(String channel, String ts) {
        complete = true;
        shares.put(channel, ts);
    }

    /** The channels that it is shared in. */
    public Set<String> channels() {
        return Set.copyOf(shares.keySet());
    }

    /** The file object (docs.slack.dev/reference/objects/file-object). */
    JsonObject json(String base, Workspace workspace) {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("name", name);
        json.put("title", name);
        json.put("mimetype", type);
        json.put("user", user);
        json.put("size", bytes.map(content -> content.length).orElse(0));
        boolean elsewhere = !external.isEmpty();
        json.put("mode", mode);
        json.put("is_external", elsewhere);
        json.put("external_type", elsewhere ? "gdrive" : "");
        json.put("is_public", !shares.isEmpty());
        String own = base + "/files-pri/" + workspace.id() + "-" + id + "/";
        json.put("url_private", elsewhere ? external : own + "file");
        json.put("url_private_download", elsewhere ? external : own + "download/file");
        json.put("permalink", "https://" + workspace.domain() + ".slack.com/files/" + user + "/" + id + "/file");
        json.put("channels", new JsonArray(shares.keySet()));
        return json;
    }
}
