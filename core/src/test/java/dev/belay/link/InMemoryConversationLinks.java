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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links kept in memory; whoever holds this object's lock sees them stand still. */
public final class InMemoryConversationLinks implements ConversationLinks, Upkeep, LinkIndex {
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

    /** Loses a conversation's binding, in the same way. */
    public synchronized void unbind(ConversationId conversation) {
        records.remove(conversation);
    }

    /** Binds a conversation to another record, in the same way. */
    public synchronized void rebind(ConversationId conversation, RecordRef record) {
        records.put(conversation, record);
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
    public synchronized long announceCard(Made read, long generation, Drawn drawn) {
        ConversationLink stored =
                find(read.key()).orElseThrow(() -> new Rejected("links", read.key() + " has no card"));
        Optional<Made> there = made(read);
        if (there.isEmpty()) {
            if (stored.claim().marker().equals(read.claim().marker())) {
                throw new Rejected("links", read.key() + " has no card");
            }
            return ELSEWHERE;
        }
        Made link = there.get();
        PostedCard card = link.conversation().card();
        if (card.generation() > generation) {
            return card.generation();
        }
        Conversation next = link.conversation().with(new PostedCard(card.message(), generation));
        store(link, next.with(next.kept().with(drawn)));
        return generation;
    }

    @Override
    public synchronized boolean confirmCard(Made read, long generation) {
        Optional<Made> sent =
                made(read).filter(link -> link.conversation().card().generation() == generation);
        sent.ifPresent(link -> store(link, link.conversation().seen(generation)));
        return sent.isPresent();
    }

    @Override
    public synchronized void markSetUp(Made read, Map<String, String> parts) {
        parts.forEach((part, what) ->
                made(read).ifPresent(link -> store(link, link.conversation().markSetUp(part, what))));
    }

    @Override
    public synchronized void paged(LinkKey key, PagerIncident incident) {
        made(key).ifPresent(link -> store(link, link.conversation().with(incident)));
    }

    @Override
    public synchronized Optional<Claimed> move(Made from, Claimed to) {
        from.status().checkMove(LinkStatus.MOVED);
        return find(from.key())
                .filter(stored -> stored.status() == from.status() && stored.version() == from.version())
                .map(_ -> store(to));
    }

    @Override
    public synchronized Optional<Standing> succeed(Standing current, Standing finished) {
        RecordRef bound = records.getOrDefault(finished.id(), finished.record());
        boolean unchanged = made(current)
                .filter(stored -> stored.status() == LinkStatus.READY && stored.version() == current.version())
                .filter(stored -> stored.conversation()
                        .paged()
                        .equals(current.conversation().paged()))
                .isPresent();
        if (!unchanged || !mayBecome(finished, LinkStatus.READY) || !bound.equals(finished.record())) {
            return Optional.empty();
        }
        links.remove(finished.key());
        records.put(finished.id(), bound);
        return Optional.of(store(finished.succeeding(current)));
    }

    @Override
    public synchronized boolean claimNext(Standing current, Claimed next) {
        boolean same = find(next.key()).filter(next::equals).isPresent();
        return same || (made(current).filter(Standing.class::isInstance).isPresent() && claim(next));
    }

    @Override
    public synchronized Begun begin(Made read, String part, String id, Instant lease, Instant now) {
        Optional<String> before = part(read, part);
        boolean asRead =
                made(read).filter(stored -> part(stored, part).equals(before)).isPresent();
        if (!asRead || !PartLease.isFree(before, id, now)) {
            return Begun.NOT;
        }
        markSetUp(read, Map.of(part, PartLease.begun(id, lease)));
        return PartLease.won(before);
    }

    private static Optional<String> part(Made link, String part) {
        return Optional.ofNullable(link.conversation().setUp().get(part));
    }

    @Override
    public synchronized void lease(Made read, String part, String id, Instant until) {
        if (made(read)
                .flatMap(stored -> part(stored, part))
                .filter(stored -> stored.startsWith(PartLease.begun(id)))
                .isPresent()) {
            markSetUp(read, Map.of(part, PartLease.begun(id, until)));
        }
    }

    @Override
    public synchronized boolean abandon(Claimed next) {
        return find(next.key())
                .filter(stored -> next.isNext() && stored.version() == next.version())
                .map(_ -> links.remove(next.key()))
                .isPresent();
    }

    @Override
    public synchronized boolean transition(Made read, LinkStatus from, LinkStatus to) {
        from.checkMove(to);
        Optional<Made> link = made(read).filter(there -> there.status() == from);
        link.map(InMemoryConversationLinks::withNothingDue).ifPresent(there -> store(ConversationLink.made(there, to)));
        return link.isPresent();
    }

    @Override
    public synchronized void renamed(Made read, String name) {
        made(read).ifPresent(link -> {
            Conversation conversation = link.conversation();
            store(link, conversation.with(conversation.channel().named(name)));
        });
    }

    @Override
    public synchronized List<Made> inWorkspace(Platform platform, String workspace) {
        return made().filter(link -> link.platform() == platform
                        && link.conversation().channel().workspace().equals(workspace))
                .toList();
    }

    private Stream<Made> made() {
        return links.values().stream().filter(Made.class::isInstance).map(Made.class::cast);
    }

    @Override
    public synchronized int ownChannels(Platform platform, String workspace) {
        return (int) links.values().stream()
                .filter(link -> link.platform() == platform && !link.status().isEnded())
                .filter(link -> link.status() != LinkStatus.PLACEMENT_REFUSED && !isOver(link))
                .filter(link -> link.placement().isDedicated()
                        && link.placement().workspace().equals(workspace))
                .count();
    }

    private static boolean isOver(ConversationLink link) {
        return link instanceof Made made && made.conversation().kept().isOver();
    }

    @Override
    public synchronized List<LinkKey> due(Platform platform, String workspace, Instant by, int most) {
        return made()
                .filter(Standing.class::isInstance)
                .filter(link -> link.platform() == platform
                        && link.placement().workspace().equals(workspace))
                .filter(link -> due(link).filter(at -> !at.isAfter(by)).isPresent())
                .sorted(Comparator.comparing(link -> due(link).orElse(by)))
                .collect(Collectors.groupingBy(InMemoryConversationLinks::kind))
                .values()
                .stream()
                .flatMap(kind -> kind.stream().limit(most))
                .sorted(Comparator.comparing(link -> due(link).orElse(by)))
                .map(Made::key)
                .toList();
    }

    private static String kind(Made link) {
        return link.placement().isDedicated() + " " + isOver(link);
    }

    private static Optional<Instant> due(Made link) {
        return link.conversation().kept().due();
    }

    @Override
    public synchronized Page all(Optional<String> after, int most) {
        List<ConversationLink> sorted = links.values().stream()
                .sorted(Comparator.comparing(link -> link.key().toString()))
                .toList();
        List<ConversationLink> page = sorted.stream()
                .filter(link -> after.filter(last -> link.key().toString().compareTo(last) <= 0)
                        .isEmpty())
                .limit(most)
                .toList();
        boolean last = page.isEmpty() || page.getLast().equals(sorted.getLast());
        return new Page(
                page, last ? Optional.empty() : Optional.of(page.getLast().key().toString()));
    }

    @Override
    public synchronized boolean begin(Made read, Telling telling, Instant now) {
        Optional<Told> before = told(read)
                .filter(told -> told.last().number() == telling.account().number() - 1)
                .filter(told -> told.now()
                        .filter(other -> other.leaseUntil().isAfter(now))
                        .isEmpty());
        before.ifPresent(told -> keep(read, kept -> kept.with(new Told(told.last(), Optional.of(telling)))));
        return before.isPresent();
    }

    @Override
    public synchronized void told(Made read, Account account) {
        if (told(read).filter(told -> told.last().number() >= account.number()).isEmpty()) {
            keep(read, kept -> kept.with(Told.first(account)));
        }
    }

    @Override
    public synchronized void notTold(Made read, long number) {
        telling(read, number).ifPresent(told -> keep(read, kept -> kept.with(Told.first(told.last()))));
    }

    @Override
    public synchronized void lookFrom(Made read, long number, Instant then) {
        telling(read, number)
                .map(told -> new Told(told.last(), told.now().map(telling -> new Telling(telling.account(), then))))
                .ifPresent(told -> keep(read, kept -> kept.with(told)));
    }

    @Override
    public synchronized void waits(Made read, String message) {
        keep(read, kept -> kept.waiting(message));
    }

    @Override
    public synchronized void ending(Made read, Ending ending) {
        keep(
                read,
                kept -> kept.ending()
                                .filter(known -> known.number() > ending.number())
                                .isPresent()
                        ? kept
                        : kept.with(ending));
    }

    @Override
    public synchronized void due(Made read, Optional<Instant> at) {
        if (made(read).filter(Standing.class::isInstance).isPresent()) {
            keep(read, kept -> kept.due(at));
        }
    }

    private static Made withNothingDue(Made link) {
        Conversation conversation = link.conversation();
        return with(link, conversation.with(conversation.kept().due(Optional.empty())));
    }

    @Override
    public synchronized void noRoom(Made read, Optional<NoRoom> why) {
        made(read)
                .filter(Standing.class::isInstance)
                .map(Standing.class::cast)
                .ifPresent(link -> store(link.with(link.placement().with(why))));
    }

    private void keep(Made read, UnaryOperator<Kept> change) {
        made(read)
                .ifPresent(link -> store(
                        link,
                        link.conversation()
                                .with(change.apply(link.conversation().kept()))));
    }

    private Optional<Told> told(Made read) {
        return made(read).flatMap(link -> link.conversation().kept().told());
    }

    private Optional<Told> telling(Made read, long number) {
        return told(read).filter(told -> told.now()
                .filter(telling -> telling.account().number() == number)
                .isPresent());
    }

    /** What is stored of this very conversation. */
    private Optional<Made> made(Made read) {
        return made(read.key())
                .filter(stored -> stored.claim().marker().equals(read.claim().marker()));
    }

    private Optional<Made> made(LinkKey key) {
        return find(key).filter(Made.class::isInstance).map(Made.class::cast);
    }

    private void store(Made link, Conversation next) {
        store(with(link, next));
    }

    private static Made with(Made link, Conversation next) {
        return switch (link) {
            case Standing standing -> standing.with(next);
            case Ended ended -> ended.with(next);
        };
    }

    private <T extends ConversationLink> T store(T link) {
        links.put(link.key(), link);
        return link;
    }
}
