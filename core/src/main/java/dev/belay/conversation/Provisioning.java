package dev.belay.conversation;

import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.ChannelDraft;
import dev.belay.chat.Chat;
import dev.belay.chat.ConversationId;
import dev.belay.chat.PostedCard;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.link.Placement;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One worker's run at making a conversation under its claim. Each thing that is made is looked for first when an earlier run may
 * have made it, and is stored on the link as soon as it is known.
 */
final class Provisioning {
    /**
     * How long a system gets to finish what we do not know the outcome of, before anyone looks: ServiceNow lets a transaction of
     * its REST API run for 60 seconds, and we wait for an answer for 20 of them.
     */
    static final Duration SETTLING = Duration.ofSeconds(45);

    private final Chat chat;
    private final Records records;
    private final ConversationLinks links;
    private final Counters counters;
    private final Clock clock;
    private final boolean mayExist;
    private ConversationLink link;

    /** Whether something may have been made that the link does not bear. */
    private boolean making;

    Provisioning(
            ConversationLink link,
            Chat chat,
            Records records,
            ConversationLinks links,
            Counters counters,
            Clock clock,
            boolean mayExist) {
        this.link = link;
        this.chat = chat;
        this.records = records;
        this.links = links;
        this.counters = counters;
        this.clock = clock;
        this.mayExist = mayExist;
    }

    ConversationLink link() {
        return link;
    }

    /**
     * Makes what is not there yet.
     *
     * @return the record as our own writes left it
     */
    RecordSnapshot run(RecordSnapshot record) {
        try {
            RecordSnapshot written = cardThenNote(channel(record), record);
            link = links.ready(link.createdBy(chat.self(link.placement().workspace())))
                    .orElseThrow(Provisioning::overtaken);
            return written;
        } catch (OutcomeUnknown e) {
            letGo(link.with(LinkState.AMBIGUOUS), clock.instant().plus(SETTLING));
            throw e;
        } catch (Unavailable e) {
            letGo(link, clock.instant());
            throw e;
        } catch (Rejected e) {
            letGo(nothingIsMade() ? link.with(LinkState.UNPLACED) : link, clock.instant());
            throw e;
        }
    }

    /** Nothing by us, and nobody was here before us. */
    private boolean nothingIsMade() {
        return !mayExist && !making && link.channel().isEmpty() && link.card().isEmpty();
    }

    private Channel channel(RecordSnapshot record) {
        Placement place = link.placement();
        if (place.kind() == Placement.Kind.DEDICATED) {
            return link.channel().orElseGet(() -> makeChannel(record));
        }
        return new Channel(
                link.platform(), place.workspace(), place.teams().stream().findFirst(), place.channel(), "");
    }

    /** The card first: people wait for it, and trouble with the record must not keep it from them. */
    private RecordSnapshot cardThenNote(Channel channel, RecordSnapshot record) {
        PostedCard card = link.card().orElseGet(() -> makeCard(channel, record));
        if (link.seen().isPresent()) {
            return record;
        }
        RecordSnapshot written = tellRecord(record, channel, thread(card));
        boolean onlyWe = written.modCount() == card.generation() + 1;
        save(link.seen(onlyWe ? written.modCount() : card.generation()));
        return written;
    }

    private Optional<String> thread(PostedCard card) {
        return link.placement().kind() == Placement.Kind.SHARED ? Optional.of(card.message()) : Optional.empty();
    }

    private Channel makeChannel(RecordSnapshot record) {
        if (mayExist) {
            Optional<Channel> ours = ours();
            if (ours.isPresent()) {
                return ours.get();
            }
        }
        List<String> names = ChannelName.candidates(record, link.platform());
        for (int tried = Math.max(0, names.indexOf(link.placement().channel())); tried < names.size(); tried++) {
            rename(names.get(tried));
            Optional<Channel> made =
                    made(() -> chat.createChannel(draft())).map(this::found).or(this::ours);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new Rejected(chat.platform().word(), "every name for a channel of " + link.record() + " is taken");
    }

    /** A refusal says that nothing was made; whatever else comes back, or does not, something may have been. */
    private <T> T made(Supplier<T> making) {
        this.making = true;
        try {
            return making.get();
        } catch (Rejected e) {
            this.making = false;
            throw e;
        }
    }

    private void rename(String name) {
        if (!name.equals(link.placement().channel())) {
            save(link.with(link.placement().named(name)));
        }
    }

    /** The channel that an earlier try made, if it did and nothing else is bound to it. */
    private Optional<Channel> ours() {
        return chat.findOwnChannel(draft()).filter(this::unbound).map(this::found);
    }

    private boolean unbound(Channel channel) {
        ConversationId conversation =
                new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
        return links.recordOf(conversation)
                .filter(other -> !other.equals(link.record()))
                .isEmpty();
    }

    private Channel found(Channel channel) {
        save(link.with(channel));
        return channel;
    }

    private ChannelDraft draft() {
        Placement place = link.placement();
        return new ChannelDraft(
                place.workspace(),
                place.teams(),
                place.channel(),
                place.isPrivate(),
                link.claim().marker(),
                link.claim().at());
    }

    private PostedCard makeCard(Channel channel, RecordSnapshot record) {
        Optional<PostedCard> there = mayExist
                ? chat.findOwnCard(channel, link.claim().marker(), link.claim().at())
                : Optional.empty();
        PostedCard card = there.orElseGet(() -> made(() -> chat.post(
                channel,
                Card.of(record, records.link(record.ref())),
                link.claim().marker())));
        save(link.with(channel).with(card));
        return card;
    }

    private RecordSnapshot tellRecord(RecordSnapshot record, Channel channel, Optional<String> thread) {
        if (mayExist && records.bears(record.ref(), link.claim().reference())) {
            return records.find(record.ref()).orElse(record);
        }
        WorkNote note = new WorkNote(
                "The conversation about this record is here: " + chat.link(channel, thread),
                link.claim().reference());
        return told(record, RecordChange.conversation(channel.platform().word(), channel.id(), note));
    }

    /** A record that does not take the note has its conversation all the same. */
    private RecordSnapshot told(RecordSnapshot record, RecordChange change) {
        try {
            return records.change(record.ref(), change);
        } catch (PartlyTaken e) {
            notTold("ConversationFieldFailed", e);
            return e.record();
        } catch (CredentialsRefused e) {
            throw e;
        } catch (Rejected e) {
            notTold("ConversationNoteFailed", e);
            return record;
        }
    }

    private void notTold(String what, RuntimeException e) {
        System.getLogger(Provisioning.class.getName())
                .log(
                        System.Logger.Level.ERROR,
                        "{0} does not bear its conversation: {1}",
                        link.record(),
                        e.getMessage());
        counters.count(what, link.platform().word());
    }

    private void save(ConversationLink changed) {
        link = links.save(changed).orElseThrow(Provisioning::overtaken);
    }

    /** Ends the lease early, so that the next delivery need not wait for its end; if that fails, it ends by itself. */
    private void letGo(ConversationLink changed, Instant leaseUntil) {
        try {
            links.save(changed.with(changed.claim().until(leaseUntil)));
        } catch (Unavailable | Rejected e) {
            System.getLogger(Provisioning.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "the claim on {0} ends by itself: {1}",
                            link.record(),
                            e.getMessage());
        }
    }

    private static Unavailable overtaken() {
        return new Unavailable("links", "another worker took the claim over", Optional.empty());
    }
}
