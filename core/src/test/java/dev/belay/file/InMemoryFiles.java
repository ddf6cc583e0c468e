package dev.belay.file;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.line.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A chat platform's files in memory, which may be told to refuse and to lose answers. */
public final class InMemoryFiles implements Files, FilesStage {
    private record Kept(NamedFile file, byte[] bytes, boolean elsewhere, String content) {}

    private final Channel channel;
    private final Map<String, Kept> shared = new LinkedHashMap<>();
    private final Map<String, Kept> uploaded = new HashMap<>();
    private final Map<String, Shown> shown = new LinkedHashMap<>();
    private final Deque<Boolean> lost = new ArrayDeque<>();
    private final Deque<FileRefusal> refusesReads = new ArrayDeque<>();
    private Optional<FileRefusal> refusesShares = Optional.empty();
    private boolean forbidsUploads;
    private boolean forbidsReading;
    private int made;

    public InMemoryFiles(Channel channel) {
        this.channel = channel;
    }

    @Override
    public synchronized List<SharedFile> of(Channel at, Optional<String> thread, String message, List<String> ids) {
        List<SharedFile> files = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(shared.get(id)).ifPresent(at2 -> files.add(shared(id, at2))));
        return files;
    }

    private SharedFile shared(String id, Kept at) {
        Optional<FileRefusal> refusal = at.elsewhere()
                ? Optional.of(FileRefusal.ELSEWHERE)
                : Optional.of(FileRefusal.UNREADABLE).filter(_ -> forbidsReading);
        return new SharedFile(id, at.content(), at.file(), "https://acme.slack.example/files/" + id, id, refusal);
    }

    @Override
    public synchronized Uploaded read(Channel at, SharedFile file, Function<FileBytes, Uploaded> reader) {
        Kept there = shared.get(file.source());
        FileRefusal refused = refusesReads.poll();
        if (refused != null) {
            return new Uploaded.Refused(refused);
        }
        return there == null || forbidsReading
                ? new Uploaded.Refused(FileRefusal.UNREADABLE)
                : reader.apply(new FileBytes(
                        new ByteArrayInputStream(there.bytes()), there.file().bytes()));
    }

    @Override
    public synchronized Uploaded upload(Channel to, NamedFile file, FileBytes bytes) {
        if (forbidsUploads) {
            return new Uploaded.Refused(FileRefusal.UPLOADS_DISABLED);
        }
        try {
            String id = "U" + ++made;
            uploaded.put(id, new Kept(file, bytes.readAllBytes(), false, id));
            return new Uploaded.Stored(id);
        } catch (IOException e) {
            throw new Unavailable(Platform.SLACK.id(), "the file broke off", Optional.empty());
        }
    }

    @Override
    public synchronized Optional<FileRefusal> share(
            Channel to, Optional<String> thread, Uploaded.Stored stored, Line line, String marker) {
        if (refusesShares.isPresent()) {
            return refusesShares;
        }
        Boolean afterDone = lost.poll();
        if (Boolean.FALSE.equals(afterDone)) {
            throw new OutcomeUnknown(Platform.SLACK.id(), "lost, as told");
        }
        Kept file = uploaded.get(stored.id());
        if (file == null) {
            return Optional.of(FileRefusal.BROKEN_OFF);
        }
        String key = stored.id() + "#" + shown.size();
        shown.put(key, new Shown(file.file().name().value(), file.bytes(), thread, line.plain()));
        if (Boolean.TRUE.equals(afterDone)) {
            throw new OutcomeUnknown(Platform.SLACK.id(), "lost, as told");
        }
        return Optional.empty();
    }

    @Override
    public synchronized boolean isShared(
            Channel at, Optional<String> thread, Uploaded.Stored stored, String marker, Instant since) {
        return shown.keySet().stream().anyMatch(key -> key.startsWith(stored.id() + "#"));
    }

    /** Every sharing is refused like this from now on. */
    public synchronized void refuseShares(FileRefusal why) {
        refusesShares = Optional.of(why);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public synchronized String thread() {
        return "thread" + ++made;
    }

    @Override
    public synchronized Post share(Optional<String> thread, String name, String type, byte[] bytes) {
        return put(name, type, bytes, false);
    }

    @Override
    public synchronized Post shareFromElsewhere(String name) {
        return put(name, "", new byte[17], true);
    }

    private Post put(String name, String type, byte[] bytes, boolean elsewhere) {
        String id = "F" + ++made;
        return put(id, new Kept(new NamedFile(FileName.of(name), type, bytes.length), bytes, elsewhere, id));
    }

    private Post put(String id, Kept file) {
        shared.put(id, file);
        return new Post("m" + id, List.of(id));
    }

    /** A file is shared by another message too. */
    public synchronized Post shareAgain(Post message) {
        return put("F" + ++made, there(message));
    }

    /** Somebody writes into a file that is shared. */
    public synchronized void change(Post message, byte[] bytes) {
        Kept before = there(message);
        NamedFile file = new NamedFile(before.file().name(), before.file().type(), bytes.length);
        shared.put(message.ids().getFirst(), new Kept(file, bytes, false, before.content() + "'"));
    }

    private Kept there(Post message) {
        return Objects.requireNonNull(shared.get(message.ids().getFirst()));
    }

    /** The next reading ends like this. */
    public synchronized void refuseNextRead(FileRefusal why) {
        refusesReads.add(why);
    }

    /** What was uploaded and is not shared is not kept. */
    public synchronized void forgetUploads() {
        uploaded.clear();
    }

    @Override
    public synchronized void delete(Post message) {
        message.ids().forEach(shared::remove);
    }

    @Override
    public synchronized List<Shown> shown() {
        return List.copyOf(shown.values());
    }

    @Override
    public synchronized void forbidUploads() {
        forbidsUploads = true;
    }

    @Override
    public synchronized void forbidReading() {
        forbidsReading = true;
    }

    @Override
    public synchronized void loseNextShare(boolean afterDone) {
        lost.add(afterDone);
    }
}
