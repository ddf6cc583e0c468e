package dev.belay.file;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.record.SysId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attachments that are kept in memory. */
public final class InMemoryAttachments implements Attachments, AttachmentsStage {
    private static final Pattern TAG = Pattern.compile("\\((bly-[a-z2-9]{12})\\)");

    private record Kept(RecordRef record, String author, Shown shown) {}

    private final RecordRef record;
    private final Map<SysId, Kept> kept = new LinkedHashMap<>();
    private final Deque<Boolean> lost = new ArrayDeque<>();
    private long most = Long.MAX_VALUE;
    private int made;

    public InMemoryAttachments(RecordRef record) {
        this.record = record;
    }

    @Override
    public synchronized Optional<Attachment> find(SysId attachment) {
        return Optional.ofNullable(kept.get(attachment)).map(at -> attachment(attachment, at));
    }

    private static Attachment attachment(SysId id, Kept at) {
        Matcher tag = TAG.matcher(at.shown().name());
        boolean own = at.author().equals("belay") && tag.find();
        return new Attachment(
                id,
                at.record(),
                new NamedFile(
                        FileName.of(at.shown().name()),
                        at.shown().type(),
                        at.shown().bytes().length),
                at.author(),
                own ? Optional.of(tag.group(1)) : Optional.empty(),
                "https://acme.service-now.example/sys_attachment.do?sys_id=" + id.value());
    }

    @Override
    public synchronized Optional<SysId> findOwn(RecordRef at, NoteReference reference) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().record().equals(at)
                        && entry.getValue().author().equals("belay")
                        && entry.getValue().shown().name().contains("(" + reference.value() + ")"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized Uploaded read(Attachment attachment, Function<FileBytes, Uploaded> reader) {
        Kept at = kept.get(attachment.id());
        return at == null
                ? new Uploaded.Refused(FileRefusal.UNREADABLE)
                : reader.apply(new FileBytes(
                        new ByteArrayInputStream(at.shown().bytes()), at.shown().bytes().length));
    }

    @Override
    public synchronized Uploaded attach(RecordRef to, NamedFile file, FileBytes bytes) {
        byte[] content;
        try {
            content = bytes.readAllBytes();
        } catch (IOException e) {
            throw new Unavailable(Records.SYSTEM, "the file broke off", Optional.empty());
        }
        if (!to.equals(record)) {
            return new Uploaded.Refused(FileRefusal.REFUSED);
        }
        if (content.length > most) {
            return new Uploaded.Refused(FileRefusal.TOO_LARGE);
        }
        Boolean afterDone = lost.poll();
        if (Boolean.FALSE.equals(afterDone)) {
            throw new OutcomeUnknown(Records.SYSTEM, "lost, as told");
        }
        SysId id = put("belay", file.name().value(), file.type(), content);
        if (Boolean.TRUE.equals(afterDone)) {
            throw new OutcomeUnknown(Records.SYSTEM, "lost, as told");
        }
        return new Uploaded.Stored(id.value());
    }

    private SysId put(String author, String name, String type, byte[] bytes) {
        made++;
        SysId id = new SysId("a%031x".formatted(made));
        kept.put(id, new Kept(record, author, new Shown(name, type, bytes)));
        return id;
    }

    @Override
    public RecordRef record() {
        return record;
    }

    @Override
    public synchronized SysId attach(String name, String type, byte[] bytes) {
        return put("alice", name, type, bytes);
    }

    @Override
    public synchronized void delete(SysId attachment) {
        kept.remove(attachment);
    }

    @Override
    public synchronized List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        kept.values().forEach(at -> shown.add(at.shown()));
        return shown;
    }

    @Override
    public synchronized void takeAtMost(long bytes) {
        most = bytes;
    }

    @Override
    public synchronized void loseNext(boolean afterDone) {
        lost.add(afterDone);
    }
}
