package dev.belay.incidentopened;

import dev.belay.chat.Platform;
import dev.belay.conversation.Opening;
import dev.belay.credential.ApplyTokenEvent;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialState;
import dev.belay.credential.NeededCredentials;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.ChannelEvent;
import dev.belay.event.EventOutcome;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.event.TokenEvent;
import dev.belay.events.ChannelEventCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.events.TeamEventCodec;
import dev.belay.events.TokenEventCodec;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.platform.ChatPlatform;
import dev.belay.team.TeamStatus;
import dev.belay.wiring.dependency.AwaitDependencies;
import dev.belay.wiring.dependency.RecordEventDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import dev.belay.worker.MessageProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes conversations agree with their records, one hint at a time, and applies the events of channels, teams and tokens that come the same way.
 */
final class RecordEventProcessor implements MessageProcessor {
    private static final System.Logger LOG = System.getLogger(RecordEventProcessor.class.getName());

    private final Supplier<RecordEventDependencies> dependencies;
    private final Counters counters;
    private final Clock clock;

    /**
     * @param dependencies asked once for each message, so that the settings do not change within one
     */
    RecordEventProcessor(Supplier<RecordEventDependencies> dependencies, Counters counters, Clock clock) {
        this.dependencies = dependencies;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public Disposition process(String body, boolean again) {
        if (TeamEventCodec.matches(body)) {
            return apply(TeamEventCodec.read(body), again);
        }
        if (ChannelEventCodec.matches(body)) {
            return apply(ChannelEventCodec.read(body), again);
        }
        if (TokenEventCodec.matches(body)) {
            return apply(TokenEventCodec.read(body));
        }
        return open(RecordHintCodec.read(body), again);
    }

    /** Also while everything outbound is paused: nothing goes out. */
    private Disposition apply(TokenEvent event) {
        RecordEventDependencies with = dependencies.get();
        ApplyTokenEvent tokenEvents = with.credentials().tokenEvents();
        with.apply().uninstalled().apply(event, tokenEvents.gone(event, with.settings()));
        String outcome = tokenEvents.apply(event, with.settings());
        LOG.log(System.Logger.Level.WARNING, "{0} {1}: {2}", event.kind().id(), event.eventId(), outcome);
        return new Delete();
    }

    private Disposition apply(TeamEvent event, boolean again) {
        RecordEventDependencies with = dependencies.get();
        Optional<CredentialState> awaited = awaited(NeededCredentials.of(event), with);
        if (awaited.isPresent()) {
            return new AwaitCredential(awaited.get().id().toString());
        }
        Optional<TeamStatus> status = Optional.ofNullable(with.chats().get(event.platform()))
                .flatMap(ChatPlatform::teams)
                .flatMap(teams -> teams.status(event.workspace(), event.teamConversation(), event.address()));
        EventOutcome outcome = with.apply().teams().apply(event, status, with.settings(), again);
        LOG.log(System.Logger.Level.INFO, "team event {0}: {1}", event.eventId(), outcome.inWords());
        return switch (outcome) {
            case EventOutcome.NotOurs(), EventOutcome.Applied() -> {
                with.apply().shared().heard(event, status, with.settings());
                yield new Delete();
            }
            case EventOutcome.RetryAfter(Duration delay) -> lookAgain(event.platform(), delay);
        };
    }

    /** A workspace's public channels are many, and hardly any is ours: the platform is asked of ours alone. */
    private Disposition apply(ChannelEvent event, boolean again) {
        RecordEventDependencies with = dependencies.get();
        if (with.settings().pauseOutbound()) {
            return new Disposition.Pause();
        }
        ChatPlatform chat = with.chats().get(event.platform());
        if (chat == null) {
            return new Delete();
        }
        Optional<CredentialState> awaited = awaited(NeededCredentials.of(event), with);
        if (awaited.isPresent()) {
            return new AwaitCredential(awaited.get().id().toString());
        }
        EventOutcome outcome = with.apply().channels().apply(event, chat.channels(), with.settings(), again);
        LOG.log(System.Logger.Level.INFO, "channel event {0}: {1}", event.eventId(), outcome.inWords());
        return switch (outcome) {
            case EventOutcome.NotOurs(), EventOutcome.Applied() -> new Delete();
            case EventOutcome.RetryAfter(Duration delay) -> lookAgain(event.platform(), delay);
        };
    }

    private Disposition lookAgain(Platform platform, Duration delay) {
        counters.count(Metric.RETRY_LATER, platform.id());
        return RetryLater.atLeast(delay);
    }

    private Disposition open(RecordHint hint, boolean again) {
        Trace.tell(Field.PLATFORM, hint.platform().id());
        Trace.tell(Field.RECORD, hint.record());
        RecordEventDependencies with = dependencies.get();
        with.received().remember(with.settings().serviceNow().instance(), hint);
        if (with.settings().pauseOutbound()) {
            return new Disposition.Pause();
        }
        ChatPlatform chat = with.chats().get(hint.platform());
        if (chat == null) {
            return RetryFor.aMinute("the settings name no " + hint.platform().id());
        }
        Optional<CredentialState> awaited = awaited(NeededCredentials.of(hint, with.settings()), with);
        if (awaited.isPresent()) {
            return await(awaited.get(), hint, with);
        }
        Opening opening = Delivery.since(hint.acceptedAt(), () -> with.open().open(hint, chat, with.settings(), again));
        LOG.log(System.Logger.Level.INFO, "record event {0}: {1}", hint.eventId(), opening.inWords());
        return switch (opening) {
            case Opening.Agreed(), Opening.NotWanted _ -> new Delete();
            case Opening.RecordMissing() -> missing(hint, chat, with);
            case Opening.Later(Instant at) -> RetryLater.atLeast(Duration.between(clock.instant(), at));
            case Opening.Held(Instant until) -> RetryLater.atLeast(Duration.between(clock.instant(), until));
            case Opening.Refused(String reason) -> refused(hint, reason);
        };
    }

    private static Optional<CredentialState> awaited(NeededCredentials needed, RecordEventDependencies with) {
        AwaitDependencies credentials = with.credentials();
        return credentials.await().awaited(needed, credentials.checks());
    }

    /** Without ServiceNow nothing is known of the record; that its credential is refused is told of itself. */
    private static Disposition await(CredentialState awaited, RecordHint hint, RecordEventDependencies with) {
        String credential = awaited.id().toString();
        if (awaited.id().kind() != CredentialId.Kind.SERVICENOW) {
            with.credentials().watch().watch(hint, with.settings(), credential + ": " + awaited.why());
        }
        return new AwaitCredential(credential);
    }

    /** A record that was just opened may not be committed yet. */
    private static Disposition missing(RecordHint hint, ChatPlatform chat, RecordEventDependencies with) {
        if (hint.type() != RecordHint.Type.DELETED) {
            return RetryFor.aMinute("ServiceNow does not show " + hint.record());
        }
        with.deleted().show(hint.record(), chat);
        return new Delete();
    }

    /** A person may have to mend something, e.g. rename a channel. */
    private Disposition refused(RecordHint hint, String reason) {
        String platform = hint.platform().id();
        counters.count(Metric.REJECTED, platform);
        return RetryFor.hours(platform + ": " + reason, RetryLater.WITH_BACKOFF);
    }
}
