package dev.belay.wiring;

import dev.belay.channel.ApplyChannelEvent;
import dev.belay.channel.EndUninstalled;
import dev.belay.channel.TellOfSharedChannel;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.WatchAwaited;
import dev.belay.conversation.WatchWait;
import dev.belay.conversation.draw.KeepCard;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.draw.ShowDeleted;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.keep.KeepWhole;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.people.SayWhoCame;
import dev.belay.conversation.tell.MentionPeople;
import dev.belay.conversation.tell.TellLines;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.credential.ApplyTokenEvent;
import dev.belay.credential.AwaitCredentials;
import dev.belay.document.ConnectionSettings;
import dev.belay.event.Hints;
import dev.belay.health.Counters;
import dev.belay.inbound.RememberReceived;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Upkeep;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.Settings;
import dev.belay.team.ApplyTeamEvent;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.CredentialChecks;
import dev.belay.wiring.dependency.AwaitDependencies;
import dev.belay.wiring.dependency.ChannelDependencies;
import dev.belay.wiring.dependency.RecordEventDependencies;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts together what record events are processed with, and the events of channels, teams and tokens that come by the same queue. */
final class RecordEventWiring
        implements BiFunction<ConnectionSettings, Adapters, Function<Settings, RecordEventDependencies>> {
    private final WorkerParts parts;
    private final Counters counters;
    private final Clock clock;
    private final ConversationLinks links;
    private final RateLimitStore limits;
    private final Hints hints;
    private final ApplyTeamEvent teams;
    private final RememberReceived received;
    private final AwaitCredentials await;
    private final ApplyTokenEvent tokenEvents;
    private final CredentialChecks checks;

    RecordEventWiring(WorkerParts parts) {
        this.parts = parts;
        this.counters = parts.counters();
        this.clock = parts.clock();
        this.links = parts.links();
        this.limits = parts.limits();
        this.hints = parts.hints();
        this.teams = new ApplyTeamEvent(links, parts.installations(), hints, clock);
        this.received = new RememberReceived(parts.receivedEvents());
        this.await = parts.awaitCredentials();
        this.tokenEvents = new ApplyTokenEvent(parts.credentialStates(), parts.findings());
        this.checks = parts.checks();
    }

    @Override
    public Function<Settings, RecordEventDependencies> apply(ConnectionSettings connections, Adapters adapters) {
        WatchWait watch = parts.watch();
        TellOperators operators = new TellOperators(adapters.chats(), limits, counters, clock);
        TellOfSharedChannel shared = new TellOfSharedChannel(operators);
        ChannelDependencies apply = new ChannelDependencies(
                new ApplyChannelEvent(links, shared, hints, clock), teams, shared, new EndUninstalled(links));
        OpenConversation open = open(adapters, operators, watch);
        ShowDeleted deleted = new ShowDeleted(links, adapters.records());
        AwaitDependencies credentials = new AwaitDependencies(
                await, checks.all(connections), new WatchAwaited(adapters.records(), links, watch), tokenEvents);
        return now -> new RecordEventDependencies(now, open, deleted, apply, received, credentials, adapters.chats());
    }

    private OpenConversation open(Adapters adapters, TellOperators operators, WatchWait watch) {
        SetUpChannel setUp = new SetUpChannel(
                links, adapters.records(), operators, new WarnOfChannelQuota(operators, counters), counters, clock);
        Upkeep upkeep = parts.upkeep();
        TellLines lines = new TellLines(upkeep, new MentionPeople(adapters.directory()), counters, clock);
        BringPeople people = new BringPeople(links, adapters.directory(), new SayWhoCame(), operators, counters, clock);
        KeepConversation keep = new KeepConversation(
                new KeepCard(new RefreshCard(links, adapters.records(), clock), upkeep, clock),
                lines,
                setUp,
                people,
                new KeepWhole(links, adapters.records(), upkeep, operators, counters, clock));
        return new OpenConversation(
                new OpenConversation.Tools(adapters.records(), links, upkeep, parts.linkIndex(), counters, clock),
                keep,
                operators,
                watch,
                parts.random());
    }
}
