package dev.belay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.Audit.Outcome;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.InMemoryAuditJournal;
import dev.belay.card.Card;
import dev.belay.card.CardLayout;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.delivery.Deadline;
import dev.belay.delivery.Delivery;
import dev.belay.failure.Calls;
import dev.belay.lease.InMemoryLeases;
import dev.belay.lease.Leases;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkKey;
import dev.belay.link.NewClaim;
import dev.belay.link.Placement;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.Channels;
import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Survey;
import dev.belay.reconcile.ChangedRecords;
import dev.belay.reconcile.InMemoryChangedRecords;
import dev.belay.record.Chronicles;
import dev.belay.record.Details;
import dev.belay.record.InMemoryChronicles;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An audit with everything around it in memory. */
final class Desk {
    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    final MovedClock clock = MovedClock.at(Sample.OPENED);
    final InMemoryChat chat = new InMemoryChat(clock);
    final InMemoryChangedRecords records = new InMemoryChangedRecords();
    final InMemoryConversationLinks links = new InMemoryConversationLinks();
    final InMemoryChronicles chronicles = new InMemoryChronicles();
    final InMemoryAuditJournal journal = new InMemoryAuditJournal();
    private final Leases leases = new InMemoryLeases(clock);
    private final NewClaim claims = new NewClaim(clock, new Random(7));
    Settings settings = SampleSettings.slack();
    Audit.Whose whose = Audit.Whose.SCHEDULED;
    Survey survey = chat;
    int tellings;
    private int numbers;
    private int runs;

    /** A record of this priority, opened now. */
    RecordSnapshot opened(int priority) {
        RecordSnapshot record =
                Sample.numbered(10_000 + ++numbers, "Checkout down").prioritized(priority);
        return put(record);
    }

    RecordSnapshot put(RecordSnapshot record) {
        records.put(record, clock.instant());
        return record;
    }

    /** As the record's field names it. */
    RecordSnapshot naming(RecordSnapshot record, String channel) {
        return put(record.with(Details.conversations(Map.of(Platform.SLACK.id(), channel))));
    }

    RecordSnapshot ended(RecordSnapshot record, RecordState state) {
        return put(record.with(record.life().in(state)));
    }

    /** The record of a link, as it is now. */
    RecordSnapshot record(Standing link) {
        return records.some("incident", Set.of(link.record().sysId()))
                .records()
                .getFirst()
                .record();
    }

    /** This moment, as the Table API stores it. */
    String stored() {
        return STORED.format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    Claimed claimed(RecordSnapshot record) {
        Claimed claim = claims.on(
                new LinkKey(record.ref(), Platform.SLACK),
                new Placement(
                        InMemoryChat.WORKSPACE,
                        List.of(),
                        Placement.Kind.DEDICATED,
                        record.number().toLowerCase(Locale.ROOT),
                        false,
                        "priority 1"));
        assertThat(links.claim(claim)).isTrue();
        return claim;
    }

    /** A record of this priority with a channel of its own, all as it should be. */
    Standing conversing(int priority) {
        return conversing(opened(priority));
    }

    Standing conversing(RecordSnapshot record) {
        Claimed claim = claimed(record);
        Channel channel = chat.create(new ChannelDraft(
                        InMemoryChat.WORKSPACE,
                        List.of(),
                        claim.placement().channel(),
                        false,
                        claim.claim().marker(),
                        clock.instant()))
                .orElseThrow();
        PostedCard card = chat.post(channel, card(record), claim.claim().marker());
        naming(record, channel.id());
        return links.ready(claim.standing(new Conversation(
                        channel, card, card.generation(), Map.of(), chat.self(InMemoryChat.WORKSPACE))))
                .orElseThrow();
    }

    Card card(RecordSnapshot record) {
        return Card.of(record, ChatContract.LINK, CardLayout.USUAL, List.of());
    }

    /** All that are set up; they share what is in this one's memory. */
    private Map<Platform, ChatPlatform> chats(Calls calls) {
        return settings.chats().keySet().stream()
                .collect(Collectors.toMap(Function.identity(), platform -> platform(platform, calls)));
    }

    private ChatPlatform platform(Platform platform, Calls calls) {
        return new ChatPlatform(
                platform,
                calls.watched(Channels.class, chat),
                chat,
                chat,
                chat,
                chat,
                Optional.empty(),
                calls.watched(Survey.class, survey));
    }

    Audit audit(Calls calls) {
        return new Audit(
                new Audit.Stores(
                        calls.watched(ConversationLinks.class, links),
                        calls.watched(LinkIndex.class, links),
                        calls.watched(ChangedRecords.class, records),
                        calls.watched(Chronicles.class, chronicles),
                        calls.watched(AuditJournal.class, journal),
                        calls.watched(Leases.class, leases)),
                whose,
                clock);
    }

    Outcome run(Calls calls, Audit.Start start, Deadline deadline) {
        return Delivery.of("run-" + ++runs, clock.instant(), deadline)
                .run(() -> audit(calls).run(settings, chats(calls), start));
    }

    /** A run of the schedule; what it found is told. */
    Outcome scheduled(Calls calls) {
        Outcome outcome = run(calls, Audit.Start.WHEN_DUE, () -> Duration.ofSeconds(290));
        if (outcome instanceof Outcome.Finished) {
            tellings++;
            audit(calls).told();
        }
        return outcome;
    }

    Outcome run(Audit.Start start) {
        return run(Calls.undisturbed(), start, () -> Duration.ofSeconds(290));
    }

    /** Runs until it is over, however often that pauses. What was just made is settled by then. */
    AuditReport report() {
        clock.advance(Run.YOUNG.plusMinutes(1));
        return reportNow();
    }

    AuditReport reportNow() {
        return goOn(Audit.Start.AFRESH);
    }

    AuditReport goOn(Audit.Start start) {
        Outcome outcome = run(start);
        for (int again = 0; again < 1000 && outcome instanceof Outcome.Paused(var _, Duration pause); again++) {
            clock.advance(pause);
            outcome = run(Audit.Start.AT_ONCE);
        }
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        return ((Outcome.Finished) outcome).report();
    }

    /** What was found, by kind alone. */
    List<FindingKind> found() {
        return new ArrayList<>(
                report().findings().stream().map(AuditFinding::kind).toList());
    }

    /** Somebody made a channel of this name by hand, and told nobody. */
    Channel foreign(String name) {
        chat.makeForeignChannel(name);
        return named(name);
    }

    private Channel named(String name) {
        Optional<String> next = Optional.empty();
        do {
            Survey.Page page = chat.page(InMemoryChat.WORKSPACE, InMemoryChat.WORKSPACE, next);
            Optional<Channel> found = page.channels().stream()
                    .map(seen -> seen.channel())
                    .filter(channel -> channel.name().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            next = page.next();
        } while (next.isPresent());
        throw new AssertionError("there is no #" + name);
    }

    /** Which kinds there are. */
    static Set<FindingKind> kinds(AuditReport report) {
        return report.kinds().keySet();
    }
}
