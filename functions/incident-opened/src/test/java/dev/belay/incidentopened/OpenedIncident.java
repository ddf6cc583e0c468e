package dev.belay.incidentopened;

import dev.belay.channel.ApplyChannelEvent;
import dev.belay.channel.EndUninstalled;
import dev.belay.channel.TellOfSharedChannel;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.conversation.Keeping;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.WatchAwaited;
import dev.belay.conversation.WatchWait;
import dev.belay.conversation.draw.ShowDeleted;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.credential.ApplyTokenEvent;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.credential.InMemoryCredentialStates;
import dev.belay.credential.RecordFindings;
import dev.belay.event.RecordHint;
import dev.belay.health.Counters;
import dev.belay.inbound.InMemoryReceivedEvents;
import dev.belay.inbound.RememberReceived;
import dev.belay.lease.InMemoryLeases;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.Placement;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.team.ApplyTeamEvent;
import dev.belay.team.InMemoryInstallations;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.AwaitDependencies;
import dev.belay.wiring.dependency.ChannelDependencies;
import dev.belay.wiring.dependency.RecordEventDependencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One incident in memory that has no conversation yet, and what its events are processed with. */
final class OpenedIncident {
    final MovedClock clock;
    final InMemoryRecords records;
    final InMemoryChat chat;
    final RecordRef record;
    final InMemoryInstallations installations = new InMemoryInstallations();
    final List<String> counted = new ArrayList<>();
    final InMemoryReceivedEvents received;
    Settings settings = SampleSettings.slack();

    final InMemoryCredentialStates states = new InMemoryCredentialStates();
    private final RecordFindings findings;
    private final AwaitCredentials await;
    private final List<CredentialCheck> checks = new ArrayList<>();
    private final WatchWait watch;
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final Map<Platform, ChatPlatform> chats;
    private final OpenConversation open;
    private final ShowDeleted deleted;
    private final ChannelDependencies apply;
    final List<RecordHint> hints = new ArrayList<>();

    OpenedIncident(MovedClock clock) {
        this.clock = clock;
        received = new InMemoryReceivedEvents(clock);
        records = new InMemoryRecords(clock);
        record = records.open("Checkout down", 1);
        chat = new InMemoryChat(clock);
        chats = Map.of(Platform.SLACK, chat.platform());
        watch = Keeping.watch(counters(), clock);
        findings = new RecordFindings(states, (_, _) -> {}, clock, "belay");
        await = new AwaitCredentials(states, findings, new InMemoryLeases(clock), clock, new Random(20261129));
        open = open();
        deleted = new ShowDeleted(links, records);
        apply = apply();
    }

    private ChannelDependencies apply() {
        TellOfSharedChannel shared =
                new TellOfSharedChannel(new TellOperators(chats, new InMemoryRateLimitStore(clock), counters(), clock));
        return new ChannelDependencies(
                new ApplyChannelEvent(links, shared, hints::add, clock),
                new ApplyTeamEvent(links, installations, hints::add, clock),
                shared,
                new EndUninstalled(links));
    }

    private OpenConversation open() {
        TellOperators operators = new TellOperators(chats, new InMemoryRateLimitStore(clock), counters(), clock);
        SetUpChannel setUp = new SetUpChannel(
                links, records, operators, new WarnOfChannelQuota(operators, counters()), counters(), clock);
        KeepConversation keep = Keeping.of(links, records, setUp, counters(), clock);
        return new OpenConversation(
                new OpenConversation.Tools(records, links, links, links, counters(), clock),
                keep,
                operators,
                watch,
                new Random(20261123));
    }

    Counters counters() {
        return (metric, kind) -> counted.add(metric + " " + kind);
    }

    RecordEventDependencies dependencies() {
        return new RecordEventDependencies(
                settings, open, deleted, apply, new RememberReceived(received), credentials(), chats);
    }

    private AwaitDependencies credentials() {
        return new AwaitDependencies(
                await, checks, new WatchAwaited(records, links, watch), new ApplyTokenEvent(states, findings));
    }

    /** The chat's or ServiceNow's credential is refused from now on. */
    CredentialId refused(CredentialId.Kind kind) {
        CredentialId id = new CredentialId(kind, kind == CredentialId.Kind.SERVICENOW ? "acme" : chat.workspace());
        findings.refused(id, "token_revoked");
        return id;
    }

    /** The worker can check it, and finds this. */
    void checks(CredentialId id, Finding finding) {
        checks.add(new CredentialCheck() {
            @Override
            public CredentialId id() {
                return id;
            }

            @Override
            public Finding check() {
                return finding;
            }
        });
    }

    RecordHint hint(RecordHint.Type type) {
        return hint(type, Platform.SLACK);
    }

    RecordHint hint(RecordHint.Type type, Platform platform) {
        Instant now = clock.instant();
        return new RecordHint(record + ":0:" + type.id(), platform, type, record, now, now);
    }

    /** Another worker makes the conversation, and its lease is not over. */
    void claimedUntil(Instant leaseUntil) {
        Placement place =
                new Placement(chat.workspace(), List.of(), Placement.Kind.DEDICATED, "inc", false, "priority 1");
        LinkClaim claim =
                new LinkClaim("4b1f9c2e77aa01", new NoteReference("bly-abcdefghijkm"), clock.instant(), leaseUntil);
        links.claim(Claimed.first(new LinkKey(record, Platform.SLACK), place, claim));
    }

    /** Whether the record names its conversation. */
    boolean hasConversation() {
        return !records.notes(record).isEmpty();
    }

    /** How its conversation stands. */
    LinkStatus status() {
        return links.find(new LinkKey(record, Platform.SLACK)).orElseThrow().status();
    }

    /** The channel that was made for it. */
    Channel channel() {
        return switch (links.find(new LinkKey(record, Platform.SLACK)).orElseThrow()) {
            case Made made -> made.conversation().channel();
            case Claimed claimed -> claimed.channel().orElseThrow();
        };
    }

    /** All names that its channel may have. */
    List<String> names() {
        String first = records.find(record).orElseThrow().number().toLowerCase(Locale.ROOT) + "-checkout-down";
        String id = record.sysId().value();
        return List.of(first, first + "-" + id.substring(0, 4), first + "-" + id.substring(0, 12));
    }
}
