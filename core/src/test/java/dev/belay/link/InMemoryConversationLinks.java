package dev.belay.link;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import dev.belay.record.RecordRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links kept in memory; whoever holds this object's lock sees them stand still. */
public final class InMemoryConversationLinks implements ConversationLinks, Upkeep {
    private final Map<LinkKey, ConversationLink> links = new HashMap<>();
    private final Map<ConversationId, RecordRef> records = new HashMap<>();

    @Override
    public synchronized Optional<ConversationLink> find(LinkKey key) {
        return Optional.ofNullable(links.get(key));
    }

    /** Loses a link, as a table does that somebody wrote in by hand. */
    public synchronized void forget(LinkKey key) {
        links.remove(key);
    }

    @Override
    public synchronized Optional<RecordRef> recordOf(ConversationId conversation) {
        return Optional.ofNullable(records.get(conversation));
    }

    @Override
    public synchronized boolean claim(Claimed first) {
        ConversationLink before = links.putIfAbsent(first.key(), first);
        return before == null || before.equals(first);
    }

    @Override
    public synchronized Optional<Claimed> save(Claimed changed) {
        return mayBecome(changed, changed.status()) ? Optional.of(store(changed.next())) : Optional.empty();
    }

    @Override
    public synchronized Optional<Standing> ready(Standing finished) {
        RecordRef bound = records.getOrDefault(finished.id(), finished.record());
        if (!mayBecome(finished, LinkStatus.READY) || !bound.equals(finished.record())) {
            return Optional.empty();
        }
        records.put(finished.id(), bound);
        return Optional.of(store(finished.next()));
    }

    /** Whether what is stored is the claim that the changed link was read as, and may be followed by this status. */
    private boolean mayBecome(ConversationLink changed, LinkStatus to) {
        return find(changed.key())
                .filter(stored -> stored.status().isClaimed() && stored.status().allows(to))
                .filter(stored -> stored.version() == changed.version())
                .isPresent();
    }

    @Override
    public synchronized long announceCard(LinkKey key, long generation, Drawn drawn) {
        Made link = made(key).orElseThrow(() -> new Rejected("links", key + " has no card"));
        PostedCard card = link.conversation().card();
        if (card.generation() > generation) {
            return card.generation();
        }
        Conversation next = link.conversation().with(new PostedCard(card.message(), generation));
        store(link, next.with(next.kept().with(drawn)));
        return generation;
    }

    @Override
    public synchronized boolean confirmCard(LinkKey key, long generation) {
        Optional<Made> sent =
                made(key).filter(link -> link.conversation().card().generation() == generation);
        sent.ifPresent(link -> store(link, link.conversation().seen(generation)));
        return sent.isPresent();
    }

    @Override
    public synchronized void markSetUp(LinkKey key, Map<String, String> parts) {
        parts.forEach((part, what) ->
                made(key).ifPresent(link -> store(link, link.conversation().markSetUp(part, what))));
    }

    @Override
    public synchronized void paged(LinkKey key, PagerIncident incident) {
        made(key).ifPresent(link -> store(link, link.conversation().with(incident)));
    }

    @Override
    public synchronized Optional<Claimed> move(Standing from, Claimed to) {
        from.status().checkMove(LinkStatus.MOVED);
        return find(from.key())
                .filter(stored -> stored.status() == from.status() && stored.version() == from.version())
                .map(_ -> store(to));
    }

    @Override
    public synchronized boolean transition(LinkKey key, LinkStatus from, LinkStatus to) {
        from.checkMove(to);
        Optional<Made> link = made(key).filter(there -> there.status() == from);
        link.ifPresent(there -> store(ConversationLink.made(there, to)));
        return link.isPresent();
    }

    @Override
    public synchronized void renamed(LinkKey key, String name) {
        made(key).ifPresent(link -> {
            Conversation conversation = link.conversation();
            store(link, conversation.with(conversation.channel().named(name)));
        });
    }

    @Override
    public synchronized List<Made> inWorkspace(Platform platform, String workspace) {
        return links.values().stream()
                .filter(Made.class::isInstance)
                .map(Made.class::cast)
                .filter(link -> link.platform() == platform
                        && link.conversation().channel().workspace().equals(workspace))
                .toList();
    }

    @Override
    public synchronized boolean begin(LinkKey key, Telling telling, Instant now) {
        Optional<Told> before = told(key)
                .filter(told -> told.last().number() == telling.account().number() - 1)
                .filter(told -> told.now()
                        .filter(other -> other.leaseUntil().isAfter(now))
                        .isEmpty());
        before.ifPresent(told -> store(key, new Told(told.last(), Optional.of(telling))));
        return before.isPresent();
    }

    @Override
    public synchronized void told(LinkKey key, Account account) {
        if (told(key).filter(told -> told.last().number() >= account.number()).isEmpty()) {
            store(key, Told.first(account));
        }
    }

    @Override
    public synchronized void notTold(LinkKey key, long number) {
        telling(key, number).ifPresent(told -> store(key, Told.first(told.last())));
    }

    @Override
    public synchronized void lookFrom(LinkKey key, long number, Instant then) {
        telling(key, number)
                .ifPresent(told -> store(
                        key, new Told(told.last(), told.now().map(telling -> new Telling(telling.account(), then)))));
    }

    @Override
    public synchronized void waits(LinkKey key, String message) {
        made(key)
                .ifPresent(link -> store(
                        link,
                        link.conversation().with(link.conversation().kept().waiting(message))));
    }

    private Optional<Told> told(LinkKey key) {
        return made(key).flatMap(link -> link.conversation().kept().told());
    }

    private Optional<Told> telling(LinkKey key, long number) {
        return told(key).filter(told -> told.now()
                .filter(telling -> telling.account().number() == number)
                .isPresent());
    }

    private void store(LinkKey key, Told told) {
        made(key)
                .ifPresent(link -> store(
                        link,
                        link.conversation().with(link.conversation().kept().with(told))));
    }

    private Optional<Made> made(LinkKey key) {
        return find(key).filter(Made.class::isInstance).map(Made.class::cast);
    }

    private void store(Made link, Conversation next) {
        store(
                switch (link) {
                    case Standing standing -> standing.with(next);
                    case Ended ended -> ended.with(next);
                });
    }

    private <T extends ConversationLink> T store(T link) {
        links.put(link.key(), link);
        return link;
    }
}
