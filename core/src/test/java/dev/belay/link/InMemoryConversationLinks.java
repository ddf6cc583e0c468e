package dev.belay.link;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.failure.Rejected;
import dev.belay.record.RecordRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links kept in memory; whoever holds this object's lock sees them stand still. */
public final class InMemoryConversationLinks implements ConversationLinks {
    private record Key(RecordRef record, Platform platform) {
        static Key of(ConversationLink link) {
            return new Key(link.record(), link.platform());
        }
    }

    private final Map<Key, ConversationLink> links = new HashMap<>();
    private final Map<ConversationId, RecordRef> records = new HashMap<>();

    @Override
    public synchronized Optional<ConversationLink> find(RecordRef record, Platform platform) {
        return Optional.ofNullable(links.get(new Key(record, platform)));
    }

    @Override
    public synchronized Optional<RecordRef> recordOf(ConversationId conversation) {
        return Optional.ofNullable(records.get(conversation));
    }

    @Override
    public synchronized boolean claim(ConversationLink first) {
        ConversationLink before = links.putIfAbsent(Key.of(first), first);
        return before == null || before.equals(first);
    }

    @Override
    public synchronized Optional<ConversationLink> save(ConversationLink changed) {
        return unchanged(changed) ? Optional.of(store(changed.next())) : Optional.empty();
    }

    @Override
    public synchronized Optional<ConversationLink> ready(ConversationLink finished) {
        ConversationId conversation = finished.conversation().orElseThrow();
        RecordRef bound = records.getOrDefault(conversation, finished.record());
        if (!unchanged(finished) || !bound.equals(finished.record())) {
            return Optional.empty();
        }
        records.put(conversation, bound);
        return Optional.of(store(finished.with(LinkState.READY).next()));
    }

    @Override
    public synchronized long raise(RecordRef record, Platform platform, long generation) {
        ConversationLink link = find(record, platform).orElseThrow(() -> without(record));
        PostedCard card = link.card().orElseThrow(() -> without(record));
        if (card.generation() >= generation) {
            return card.generation();
        }
        store(link.with(new PostedCard(card.message(), generation)));
        return generation;
    }

    @Override
    public synchronized boolean drawn(RecordRef record, Platform platform, long generation) {
        Optional<ConversationLink> sent = find(record, platform).filter(link -> link.card()
                .filter(card -> card.generation() == generation)
                .isPresent());
        sent.ifPresent(link -> store(link.seen(generation)));
        return sent.isPresent();
    }

    @Override
    public synchronized void fitted(RecordRef record, Platform platform) {
        find(record, platform).ifPresent(link -> store(fitted(link)));
    }

    @Override
    public synchronized boolean turn(RecordRef record, Platform platform, LinkState from, LinkState to) {
        Optional<ConversationLink> link = find(record, platform).filter(there -> there.state() == from);
        link.ifPresent(there -> store(there.with(to)));
        return link.isPresent();
    }

    @Override
    public synchronized void renamed(RecordRef record, Platform platform, String name) {
        find(record, platform)
                .ifPresent(link -> link.channel().ifPresent(channel -> store(link.with(channel.named(name)))));
    }

    @Override
    public synchronized List<ConversationLink> within(Platform platform, String workspace) {
        return links.values().stream()
                .filter(link -> link.platform() == platform)
                .filter(link -> link.conversation()
                        .filter(there -> there.workspace().equals(workspace))
                        .isPresent())
                .toList();
    }

    private boolean unchanged(ConversationLink changed) {
        return find(changed.record(), changed.platform())
                .filter(stored -> stored.open() && stored.version() == changed.version())
                .isPresent();
    }

    private ConversationLink store(ConversationLink link) {
        links.put(Key.of(link), link);
        return link;
    }

    private static ConversationLink fitted(ConversationLink link) {
        return new ConversationLink(
                link.record(),
                link.platform(),
                link.state(),
                link.placement(),
                link.claim(),
                link.channel(),
                link.card(),
                link.seen(),
                true,
                link.createdBy(),
                link.version());
    }

    private static Rejected without(RecordRef record) {
        return new Rejected("links", record + " has no card");
    }
}
