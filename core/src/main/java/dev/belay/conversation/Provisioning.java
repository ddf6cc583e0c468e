package dev.belay.conversation;

import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.ChannelDraft;
import dev.belay.chat.Chat;
import dev.belay.chat.ConversationId;
import dev.belay.chat.PostedCard;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.link.Placement;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One worker's run at making a conversation under its claim. Each thing that is made is looked for first when an earlier run may
 * have made it, and is stored on the link as soon as it is known.
 */
final class Provisioning {
    /** How long a platform gets to finish what we do not know the outcome of, before anyone looks. */
    static final Duration SETTLING = Duration.ofSeconds(15);

    private final Chat chat;
    private final Records records;
    private final ConversationLinks links;
    private final Clock clock;
    private final boolean mayExist;
    private ConversationLink link;

    Provisioning(
            ConversationLink link, Chat chat, Records records, ConversationLinks links, Clock clock, boolean mayExist) {
        this.link = link;
        this.chat = chat;
        this.records = records;
        this.links = links;
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
            RecordSnapshot written = link.placement().kind() == Placement.Kind.DEDICATED
                    ? channelThenNoteThenCard(record)
                    : cardThenNote(record);
            link = links.ready(finished().createdBy(chat.self(link.placement().workspace())))
                    .orElseThrow(Provisioning::overtaken);
            return written;
        } catch (OutcomeUnknown e) {
            letGo(link.with(LinkState.AMBIGUOUS), clock.instant().plus(SETTLING));
            throw e;
        } catch (Unavailable | Rejected e) {
            letGo(link, clock.instant());
            throw e;
        }
    }

    private ConversationLink finished() {
        return link.seen().isPresent()
                ? link
                : link.seen(link.card().orElseThrow().generation());
    }

    private RecordSnapshot channelThenNoteThenCard(RecordSnapshot record) {
        Channel channel = link.channel().orElseGet(() -> makeChannel(record));
        if (link.card().isPresent()) {
            return record;
        }
        RecordSnapshot written = tellRecord(record, channel, Optional.empty());
        makeCard(channel, written);
        return written;
    }

    private RecordSnapshot cardThenNote(RecordSnapshot record) {
        Placement place = link.placement();
        Channel channel = new Channel(
                link.platform(), place.workspace(), place.teams().stream().findFirst(), place.channel(), "");
        PostedCard card = link.card().orElseGet(() -> makeCard(channel, record));
        if (link.seen().isPresent()) {
            return record;
        }
        RecordSnapshot written = tellRecord(record, channel, Optional.of(card.message()));
        boolean onlyWe = written.modCount() == card.generation() + 1;
        save(link.seen(onlyWe ? written.modCount() : card.generation()));
        return written;
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
                    chat.createChannel(draft()).map(this::found).or(this::ours);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new Rejected(chat.platform().word(), "every name for a channel of " + link.record() + " is taken");
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
        PostedCard card = there.orElseGet(() -> chat.post(
                channel,
                Card.of(record, records.link(record.ref())),
                link.claim().marker()));
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
        return records.change(
                record.ref(), RecordChange.conversation(channel.platform().word(), channel.id(), note));
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
