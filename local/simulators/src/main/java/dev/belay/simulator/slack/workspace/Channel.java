package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A channel with all that stands in it. Touched only while its workspace is held. */
public final class Channel {
    /** A topic or purpose, escaped, and who set it. */
    public record Words(String value, String creator, long lastSet) {
        static final Words NONE = new Words("", "", 0);

        JsonObject json() {
            JsonObject json = new JsonObject();
            json.put("value", value);
            json.put("creator", creator);
            json.put("last_set", lastSet);
            return json;
        }
    }

    private final String id;
    private final String creator;
    private final long created;
    private final boolean isPrivate;
    private final boolean general;
    private String name;
    private boolean archived;
    private String connected = "";
    private Words topic = Words.NONE;
    private Words purpose = Words.NONE;
    private final List<String> previousNames = new ArrayList<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final NavigableMap<String, Message> messages = new TreeMap<>();
    private final NavigableMap<String, SystemMessage> annals = new TreeMap<>();
    private final Map<String, String> pins = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> reactions = new LinkedHashMap<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();

    Channel(String id, String name, String creator, long created, boolean isPrivate) {
        this.id = id;
        this.name = name;
        this.creator = creator;
        this.created = created;
        this.isPrivate = isPrivate;
        this.general = "general".equals(name);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String creator() {
        return creator;
    }

    /** When it was made, in seconds. */
    long created() {
        return created;
    }

    public boolean isPrivate() {
        return isPrivate;
    }

    public boolean isGeneral() {
        return general;
    }

    public boolean isArchived() {
        return archived;
    }

    /** As people read it at the head of the channel. */
    public String topic() {
        return Escaped.read(topic.value());
    }

    /** As people read it. */
    public String purpose() {
        return Escaped.read(purpose.value());
    }

    public Set<String> members() {
        return members;
    }

    /** What people and apps said, by {@code ts}. */
    public NavigableMap<String, Message> messages() {
        return messages;
    }

    /** What Slack itself wrote, by {@code ts}. */
    public NavigableMap<String, SystemMessage> annals() {
        return annals;
    }

    void write(SystemMessage message) {
        annals.put(message.ts(), message);
    }

    /** Whether it is a person's chat with a bot, not a channel. */
    public boolean isDirect() {
        return id.startsWith("D");
    }

    /** The pinned messages' {@code ts}, in the order of pinning, each with who pinned it. */
    public Map<String, String> pins() {
        return pins;
    }

    /** For a message's {@code ts} who reacted to it, by the emoji's name. */
    public Map<String, Set<String>> reactions(String ts) {
        return reactions.computeIfAbsent(ts, _ -> new LinkedHashMap<>());
    }

    public List<Bookmark> bookmarks() {
        return bookmarks;
    }

    public Optional<Message> message(String ts) {
        return Optional.ofNullable(messages.get(ts));
    }

    /** The message that begins a thread and all that answer it, oldest first. */
    public List<Message> thread(String ts) {
        return messages.values().stream()
                .filter(message -> message.ts().equals(ts) || message.thread().equals(ts))
                .toList();
    }

    public void rename(String other) {
        previousNames.addFirst(name);
        name = other;
    }

    public void describe(Words topic) {
        this.topic = topic;
    }

    public void dedicate(Words purpose) {
        this.purpose = purpose;
    }

    public boolean isShared() {
        return !connected.isEmpty();
    }

    /** The workspace that it is shared with; empty where it is shared with none. */
    public String connected() {
        return connected;
    }

    /** Lets people of a connected workspace in. */
    public void shareWith(String team) {
        connected = team;
    }

    /** Archives the channel; whoever the workspace calls a bot leaves it. */
    void archive(Set<String> bots) {
        archived = true;
        members.removeAll(bots);
    }

    /** Takes the channel out of the archive, with the people that are still in it. */
    public void revive() {
        archived = false;
    }

    /** The channel object as a user sees it. */
    public JsonObject json(String viewer) {
        JsonObject json = new JsonObject();
        json.put("id", id);
        if (isDirect()) {
            return direct(json, viewer);
        }
        json.put("name", name);
        json.put("name_normalized", name);
        json.put("is_channel", !isPrivate);
        json.put("is_group", isPrivate);
        json.put("is_im", false);
        json.put("is_mpim", false);
        json.put("is_private", isPrivate);
        json.put("is_archived", archived);
        json.put("is_general", general);
        json.put("is_shared", isShared());
        json.put("is_ext_shared", isShared());
        json.put("is_org_shared", false);
        json.put("is_pending_ext_shared", false);
        json.put("is_member", members.contains(viewer));
        json.put("created", created);
        json.put("creator", creator);
        json.put("topic", topic.json());
        json.put("purpose", purpose.json());
        json.put("previous_names", List.copyOf(previousNames));
        json.put("num_members", members.size());
        return json;
    }

    private JsonObject direct(JsonObject json, String viewer) {
        json.put("is_im", true);
        json.put("is_archived", archived);
        json.put("created", created);
        json.put(
                "user",
                members.stream()
                        .filter(member -> !member.equals(viewer))
                        .findFirst()
                        .orElse(viewer));
        return json;
    }
}
