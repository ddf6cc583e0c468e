package dev.belay.conversation.keep;

import dev.belay.card.Card;
import dev.belay.card.Fingerprint;
import dev.belay.chat.Channel;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.conversation.people.AskForResponders;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.step.InTurn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sets a channel up, part by part. Each part is marked when it is done and retried until it is; one that cannot be had is given up
 * after an hour, and the operations channel is told which one and why; while it cannot be told, the part is retried for an hour more.
 * What a part says follows the record.
 */
public final class SetUpChannel {
    private static final System.Logger LOG = System.getLogger(SetUpChannel.class.getName());

    /** How long a part is retried, counted from when it could first be done. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ConversationLinks links;
    private final Records records;
    private final TellOperators operators;
    private final AskForResponders ask;
    private final WarnOfChannelQuota quota;
    private final Counters counters;
    private final Clock clock;

    public SetUpChannel(
            ConversationLinks links,
            Records records,
            TellOperators operators,
            WarnOfChannelQuota quota,
            Counters counters,
            Clock clock) {
        this.links = links;
        this.records = records;
        this.operators = operators;
        this.ask = new AskForResponders(operators);
        this.quota = quota;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @throws ExternalFailure when a part is to be retried; the others are done by then
     */
    void setUp(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        if (BringPeople.isJustOpened(link)) {
            quota.check(chat, link.conversation().channel(), settings);
        }
        InTurn inTurn = new InTurn();
        for (ChannelSetup part : parts(link, record, settings)) {
            if (isDue(part, link.conversation())) {
                inTurn.run(() -> {
                    doOrGiveUp(
                            since(part, link, record),
                            () -> chat.channels().setUp(link.conversation().channel(), part),
                            e -> givenUp(link, record, part, settings, e));
                    links.markSetUp(link, part.id(), Fingerprint.of(part.content()));
                });
            }
        }
        inTurn.end();
    }

    /**
     * Once its people were brought in, so that it is known whether anybody was.
     *
     * @throws ExternalFailure when it is to be retried
     */
    void askForResponders(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        if (ask.isDue(link, record, settings)) {
            doOrGiveUp(
                    link.claim().at(),
                    () -> ask.ask(chat, link, record, settings),
                    e -> nobodyAsked(chat, link, record, settings, e));
            links.markSetUp(link, AskForResponders.ID, "said");
        }
    }

    private static boolean isDue(ChannelSetup part, Conversation conversation) {
        String done = conversation.setUp().get(part.id());
        return done == null || (part.follows() && !done.equals(Fingerprint.of(part.content())));
    }

    /**
     * @throws ExternalFailure when it is to be retried
     */
    private void doOrGiveUp(Instant since, Runnable work, Consumer<ExternalFailure> giveUp) {
        try {
            work.run();
        } catch (Unavailable | CredentialsRefused e) {
            if (isNotBegun(e) || clock.instant().isBefore(since.plus(PATIENCE))) {
                throw e;
            }
            giveUp.accept(e);
        } catch (Rejected e) {
            giveUp.accept(e);
        }
    }

    /** From when on it could be done. */
    private static Instant since(ChannelSetup part, Standing link, RecordSnapshot record) {
        return part instanceof ChannelSetup.Postmortem
                ? record.chronicle()
                        .last(Kind.POSTMORTEM_ATTACHED)
                        .map(Happening::at)
                        .filter(link.claim().at()::isBefore)
                        .orElse(link.claim().at())
                : link.claim().at();
    }

    private static boolean isNotBegun(ExternalFailure e) {
        return e instanceof Unavailable unavailable && unavailable.isNotBegun();
    }

    private void givenUp(
            Standing link, RecordSnapshot record, ChannelSetup part, Settings settings, ExternalFailure e) {
        tellOperators(
                since(part, link, record),
                part.id() + " " + link.key(),
                "Channel " + name(link) + " of " + record.number() + " in "
                        + link.platform().label() + " " + lacks(part) + ": " + e.said() + ". "
                        + byHand(part) + ", and mend the cause for the next channel.",
                settings);
        LOG.log(
                System.Logger.Level.WARNING,
                "channel {0} was set up without its {1}: {2}",
                link.conversation().channel().id(),
                part.id(),
                e.getMessage());
        counters.count(Metric.CHANNEL_SETUP_FAILED, part.id());
    }

    /**
     * @throws ExternalFailure when they cannot be told yet, for an hour at most
     */
    private void tellOperators(Instant since, String subject, String sentence, Settings settings) {
        try {
            operators.surely(subject, sentence, settings);
        } catch (Unavailable | CredentialsRefused e) {
            if (isNotBegun(e) || clock.instant().isBefore(since.plus(PATIENCE).plus(PATIENCE))) {
                throw e;
            }
            operators.notTold(subject, settings, e);
        }
    }

    /** A private channel's name holds its record's title, which the operations channel does not show. */
    private static String name(Standing link) {
        Channel channel = link.conversation().channel();
        return link.placement().isPrivate() || channel.name().isEmpty()
                ? channel.id()
                : channel.name() + " (" + channel.id() + ")";
    }

    private static String lacks(ChannelSetup part) {
        return switch (part) {
            case ChannelSetup.Description _ -> "lacks its topic or its purpose";
            case ChannelSetup.Bookmark _ -> "has no link to its record at its top";
            case ChannelSetup.Postmortem _ -> "has no link to the postmortem at its top";
            case ChannelSetup.Pin _ -> "does not have its card pinned";
            case ChannelSetup.Invitation _ -> "lacks responders, who could not be invited";
        };
    }

    private static String byHand(ChannelSetup part) {
        return switch (part) {
            case ChannelSetup.Description _ -> "Write it by hand";
            case ChannelSetup.Bookmark _, ChannelSetup.Postmortem _ -> "Add it by hand";
            case ChannelSetup.Pin _ -> "Pin it by hand";
            case ChannelSetup.Invitation _ -> "Invite them by hand";
        };
    }

    /** The shared channel does not take the line: then those who run this are told. */
    private void nobodyAsked(
            ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, ExternalFailure e) {
        String there = chat.channels().link(link.conversation().channel(), Optional.empty());
        tellOperators(
                link.claim().at(),
                AskForResponders.ID + " " + link.key(),
                AskForResponders.unseen(link, record, there) + " The shared channel could not be told: " + e.said()
                        + ".",
                settings);
        counters.count(Metric.CHANNEL_SETUP_FAILED, AskForResponders.ID);
    }

    private List<ChannelSetup> parts(Standing link, RecordSnapshot record, Settings settings) {
        boolean confidential = DrawCard.isConfidential(record, link.placement(), settings);
        String url = records.link(record.ref());
        List<ChannelSetup> all = new ArrayList<>();
        all.add(new ChannelSetup.Description(
                confidential ? Card.reduced(record, url).heading() : Card.heading(record),
                "Working on " + record.number() + ". The record: " + url,
                link.claim().marker()));
        all.add(new ChannelSetup.Bookmark(record.ref(), record.number(), url));
        if (!confidential) {
            record.chronicle()
                    .last(Kind.POSTMORTEM_ATTACHED)
                    .map(happening -> new ChannelSetup.Postmortem(
                            record.ref(), "Postmortem of " + record.number(), happening.words()))
                    .ifPresent(all::add);
        }
        all.add(new ChannelSetup.Pin(link.conversation().card().message()));
        List<String> responders =
                settings.route(record, link.platform()).map(Route::responders).orElse(List.of());
        if (!responders.isEmpty() && !confidential) {
            all.add(new ChannelSetup.Invitation(responders));
        }
        return all;
    }
}
