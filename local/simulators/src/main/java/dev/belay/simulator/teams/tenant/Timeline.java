package dev.belay.simulator.teams.tenant;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of a channel or a 1:1 chat, oldest first. Touched only while its tenant is held. */
public final class Timeline {
    private final NavigableMap<Long, Message> messages = new TreeMap<>();

    /** What deleted messages said, by their ids: their authors can undo it. */
    private final Map<String, Message> deleted = new HashMap<>();

    /** A message is deleted; returns what is left of it. */
    public Message delete(Message message, Instant when) {
        Message gone = message.gone(when);
        deleted.put(message.id(), message);
        put(gone);
        return gone;
    }

    /** A person undoes the deletion of what they wrote; none where they deleted no such message. */
    public Optional<Message> undelete(String person, String id, Instant when) {
        Optional<Message> back = Optional.ofNullable(deleted.get(id))
                .filter(message -> message.author().equals(person))
                .map(message -> message.saying(message.activity(), when));
        back.ifPresent(message -> {
            deleted.remove(id);
            put(message);
        });
        return back;
    }

    public void put(Message message) {
        messages.put(Long.parseLong(message.id()), message);
    }

    /** Every message that has not been deleted, those that one person alone sees included. */
    public List<Message> all() {
        return messages.values().stream().filter(message -> !message.deleted()).toList();
    }

    /** What everybody sees. */
    public List<Message> open() {
        return all().stream().filter(message -> message.audience().isEmpty()).toList();
    }

    /** What one person alone sees. */
    public List<Message> privateTo(String person) {
        return all().stream()
                .filter(message -> message.audience().filter(person::equals).isPresent())
                .toList();
    }

    public Optional<Message> message(String id) {
        return all().stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** The messages that begin threads and that everybody sees, deleted ones too: Graph still lists them. */
    public List<Message> roots() {
        return messages.values().stream()
                .filter(message -> !message.isReply() && message.audience().isEmpty())
                .toList();
    }

    /** The answers in a thread that everybody sees, deleted ones too. */
    public List<Message> replies(String root) {
        return messages.values().stream()
                .filter(message -> message.isReply() && message.root().equals(root))
                .filter(message -> message.audience().isEmpty())
                .toList();
    }
}
