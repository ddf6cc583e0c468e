package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.PostedCard;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.place.ChannelName;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.line.Facts;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Former;
import dev.belay.link.Kept;
import dev.belay.link.LinkStatus;
import dev.belay.link.Placement;
import dev.belay.link.Told;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;
import dev.belay.settings.Settings;
import dev.belay.step.Settling;
import dev.belay.step.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One worker's run at making a conversation under its claim. Each thing that is made is looked for first when an earlier run may
 * have made it, and is stored on the link as soon as it is known.
 */
final class Provisioning {
    private static final System.Logger LOG = System.getLogger(Provisioning.class.getName());

    /** What was made, and the record as our own writes left it. */
    record Provisioned(Standing link, RecordSnapshot record) {}

    /** What was written of a conversation on its record, and the count that the conversation shows. */
    private record Noted(RecordSnapshot record, long seen) {
        /** Whether nobody else wrote since the card was drawn. */
        boolean isOurs() {
            return seen == record.generation();
        }
    }

    private final ChatPlatform chat;
    private final Settings settings;
    private final Records records;
    private final ConversationLinks links;
    private final Counters counters;
    private final Clock clock;
    private final boolean mayExist;
    private Claimed link;

    /** Whether something may have been made that the link does not know of. */
    private boolean making;

    /** Whether it was looked for what an earlier run may have made in the place of this claim. */
    private boolean looked;

    Provisioning(Claimed link, OpenConversation.Run run, OpenConversation.Tools tools, boolean mayExist) {
        this.link = link;
        this.chat = run.chat();
        this.settings = run.settings();
        this.records = tools.records();
        this.links = tools.links();
        this.counters = tools.counters();
        this.clock = tools.clock();
        this.mayExist = mayExist;
    }

    /**
     * Makes what is not there yet.
     *
     * @throws RunEnded when another worker resumed the claim, or no channel can be made
     */
    Provisioned run(RecordSnapshot record) {
        try {
            return provision(record);
        } catch (OutcomeUnknown e) {
            letGo(link.with(LinkStatus.AMBIGUOUS), clock.instant().plus(Settling.TIME));
            throw e;
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            letGo(nothingIsMade() ? link.with(LinkStatus.PLACEMENT_REFUSED) : link, clock.instant());
            throw e;
        }
    }

    /** The card first: people wait for it, and trouble with the record must not keep it from them. */
    private Provisioned provision(RecordSnapshot record) {
        Channel channel = channel(record);
        PostedCard card = link.card().orElseGet(() -> makeCard(channel, record));
        Noted told = link.seen().isPresent()
                ? new Noted(record, link.seen().getAsLong())
                : tellRecord(record, channel, card);
        String self = chat.channels().self(link.placement().workspace());
        RecordSnapshot known = told.isOurs() ? told.record() : record;
        Conversation conversation = new Conversation(
                channel,
                card,
                told.seen(),
                BringPeople.atOpening(known, channel.workspace()),
                self,
                Kept.NOTHING.with(Told.first(Facts.account(0, link.claim().at(), known))),
                link.claim().former().flatMap(Former::paged));
        return new Provisioned(finished(link.standing(conversation)), told.record());
    }

    private Standing finished(Standing standing) {
        return (link.isNext() ? succeeded(standing) : links.ready(standing)).orElseThrow(this::claimLost);
    }

    private Optional<Standing> succeeded(Standing standing) {
        return PromoteConversation.current(links, link)
                .flatMap(current ->
                        links.succeed(current, standing.with(after(current.conversation(), standing.conversation()))));
    }

    /** From the thread people may have been paged meanwhile, and what was not said there yet is said here. */
    private static Conversation after(Conversation thread, Conversation made) {
        Conversation paged = thread.paged().map(made::with).orElse(made);
        return thread.kept()
                .told()
                .map(told -> paged.with(paged.kept().with(Told.first(told.last().first()))))
                .orElse(paged);
    }

    /** Nothing by us, and nothing by an earlier run: there was none, or we looked and found nothing. */
    private boolean nothingIsMade() {
        return (!mayExist || looked) && !making && link.isEmpty();
    }

    private Channel channel(RecordSnapshot record) {
        Placement place = link.placement();
        if (place.isDedicated()) {
            return link.channel()
                    .orElseGet(() ->
                            new Step<>(this::findOwnChannel, () -> createChannel(record), this::store).run(mayExist));
        }
        return new Channel(
                link.platform(), place.workspace(), place.teams().stream().findFirst(), place.channel(), "");
    }

    private Channel createChannel(RecordSnapshot record) {
        List<String> names = ChannelName.candidates(record, link.platform(), count());
        for (int tried = Math.max(0, names.indexOf(link.placement().channel())); tried < names.size(); tried++) {
            rename(names.get(tried));
            Optional<Channel> made = created().or(this::findOwnChannel);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw refused("every name for it is taken", Optional.empty());
    }

    /** Of a record's channels there; a thread has no name. */
    private int count() {
        return link.claim()
                        .former()
                        .filter(old -> !old.isThread())
                        .map(Former::count)
                        .orElse(0)
                + 1;
    }

    private Optional<Channel> created() {
        try {
            return made(() -> chat.channels().create(draft()));
        } catch (Rejected e) {
            throw refused(e.said(), Optional.of(e));
        }
    }

    private ChannelRefused refused(String reason, Optional<Rejected> why) {
        Claimed refused =
                link.with(LinkStatus.PLACEMENT_REFUSED).with(link.claim().until(clock.instant()));
        return new ChannelRefused(links.save(refused).orElseThrow(this::claimLost), reason, why);
    }

    /** A refusal or a rate limit says that nothing was made; whatever else comes back, or does not, something may have been. */
    private <T> T made(Supplier<T> making) {
        this.making = true;
        try {
            return making.get();
        } catch (Unavailable | Rejected | CredentialsRefused e) {
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
    private Optional<Channel> findOwnChannel() {
        Optional<Channel> ours = chat.channels().findOwn(draft()).filter(this::unbound);
        looked = true;
        return ours;
    }

    private boolean unbound(Channel channel) {
        ConversationId conversation =
                new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
        return links.recordOf(conversation)
                .filter(other -> !other.equals(link.record()))
                .isEmpty();
    }

    private void store(Channel channel) {
        save(link.with(channel));
    }

    private ChannelDraft draft() {
        return draft(link);
    }

    /** The channel that a claim is on. */
    static ChannelDraft draft(Claimed link) {
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
        String marker = link.claim().marker();
        return new Step<>(
                        () -> findOwnCard(channel, marker),
                        () -> made(
                                () -> chat.cards().post(channel, DrawCard.of(record, link, records, settings), marker)),
                        card -> save(link.with(channel).with(card)))
                .run(mayExist);
    }

    private Optional<PostedCard> findOwnCard(Channel channel, String marker) {
        Optional<PostedCard> ours =
                chat.cards().findOwn(channel, marker, link.claim().at());
        looked = true;
        return ours;
    }

    /** What our own write leaves is shown already, where nobody else wrote in between. */
    private Noted tellRecord(RecordSnapshot record, Channel channel, PostedCard card) {
        RecordSnapshot told = new Step<>(
                        () -> recordWithNote(record),
                        () -> writeNote(record, channel, card),
                        written -> save(link.seen(seen(written, card))))
                .run(mayExist);
        return new Noted(told, seen(told, card));
    }

    private static long seen(RecordSnapshot written, PostedCard card) {
        return written.generation() == card.generation() + 1 ? written.generation() : card.generation();
    }

    private Optional<RecordSnapshot> recordWithNote(RecordSnapshot record) {
        return records.hasNote(record.ref(), link.claim().reference())
                ? Optional.of(records.find(record.ref()).orElse(record))
                : Optional.empty();
    }

    /** A record that does not take the note has its conversation all the same. */
    private RecordSnapshot writeNote(RecordSnapshot record, Channel channel, PostedCard card) {
        String address = chat.channels().link(channel, link.placement().thread(card));
        WorkNote note = new WorkNote(
                "The conversation about this record is here: " + address + before(),
                link.claim().reference());
        RecordChange.Fields fields = RecordChange.Fields.NONE.conversation(
                new RecordChange.Conversation(channel.platform().id(), channel.id(), Optional.of(address)));
        try {
            return records.change(record.ref(), new RecordChange(fields, note));
        } catch (PartlyTaken e) {
            notTold(Metric.CONVERSATION_FIELD_FAILED, e);
            return e.record();
        } catch (Rejected e) {
            notTold(Metric.CONVERSATION_NOTE_FAILED, e);
            return record;
        }
    }

    /** The conversation that it takes the place of; one that a record left when it became private is not named. */
    private String before() {
        return link.claim()
                .former()
                .filter(old -> old.why() != Former.Why.PRIVATE)
                .map(old -> " (before: " + chat.channels().link(old.channel(), old.thread()) + ")")
                .orElse("");
    }

    private void notTold(Metric what, RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "{0} does not name its conversation: {1}", link.record(), e.getMessage());
        counters.count(what, link.platform().id());
    }

    private void save(Claimed changed) {
        link = links.save(changed).orElseThrow(this::claimLost);
    }

    /** Ends the lease early, so that the next delivery need not wait for its end; if that fails, it ends by itself. */
    private void letGo(Claimed changed, Instant leaseUntil) {
        try {
            links.save(changed.with(changed.claim().until(leaseUntil)));
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "the lease on {0} was not given back and expires by itself: {1}",
                    link.record(),
                    e.getMessage());
        }
    }

    private RunEnded claimLost() {
        return new RunEnded(new Opening.Held(clock.instant()));
    }
}
