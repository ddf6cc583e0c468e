package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.conversation.draw.KeepCard;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.keep.KeepWhole;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.people.Arrivals;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.place.ChannelName;
import dev.belay.conversation.tell.MentionPeople;
import dev.belay.conversation.tell.TellLines;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.health.FailureHistory;
import dev.belay.health.InMemoryFailureHistory;
import dev.belay.health.Metric;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.Upkeep;
import dev.belay.person.Directory;
import dev.belay.person.InMemoryDirectory;
import dev.belay.platform.Cards;
import dev.belay.platform.Channels;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.ChatStage.ShownCard;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Invited;
import dev.belay.platform.Lines;
import dev.belay.platform.Messages;
import dev.belay.platform.People;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.team.Teams;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Where conversations are opened and kept: a platform, the records and the links, all in memory. */
public final class Room {
    public final MovedClock clock = MovedClock.at(Sample.OPENED);
    public final InMemoryChat chat = new InMemoryChat(clock);
    public final InMemoryRecords records = new InMemoryRecords(clock);
    public final InMemoryConversationLinks links = new InMemoryConversationLinks();
    public final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryRateLimitStore said = new InMemoryRateLimitStore(clock);
    /** What was said of those who came and those who could not, under the id that it was said under. */
    public final Map<String, List<Invited>> arrived = new LinkedHashMap<>();

    public final List<String> counted = new ArrayList<>();

    /** What took how many seconds. */
    final List<String> measured = new ArrayList<>();

    /** What the hints say. */
    RecordHint.Type happened = RecordHint.Type.OPENED;

    Instant occurred = Instant.EPOCH;
    public Settings settings = SampleSettings.slack();
    private final FailureHistory waits = new InMemoryFailureHistory(clock);
    private final RandomGenerator random = new Random(20261123);

    /** What there is of a record's conversation; its message is called {@code <the card>}, since its id tells the time. */
    record Seen(
            int channels,
            List<ShownCard> cards,
            List<String> notes,
            Optional<LinkStatus> status,
            boolean isTrue,
            Set<String> setUp,
            String description,
            List<String> bookmarks) {}

    /** A record of this priority was opened. */
    public RecordRef opened(int priority) {
        return records.open("Checkout down", priority);
    }

    /** A new worker opens its conversation, or keeps it. */
    public Opening open(RecordRef ref, Calls calls, boolean again) {
        Records r = calls.watched(Records.class, records);
        ConversationLinks l = calls.watched(ConversationLinks.class, links);
        ChatPlatform platform = platform(calls);
        return new OpenConversation(
                        new OpenConversation.Tools(
                                r,
                                l,
                                calls.watched(Upkeep.class, links),
                                calls.watched(LinkIndex.class, links),
                                this::count,
                                clock),
                        keep(calls),
                        operators(calls),
                        new WatchWait(this::count, this::measure, waits, clock),
                        random)
                .open(hint(ref), platform, settings, again);
    }

    private RecordHint hint(RecordRef ref) {
        return new RecordHint(ref + ":0:" + happened.id(), Platform.SLACK, happened, ref, occurred, clock.instant());
    }

    public Opening open(RecordRef ref) {
        return open(ref, Calls.undisturbed(), false);
    }

    KeepConversation keep(Calls calls) {
        Records r = calls.watched(Records.class, records);
        ConversationLinks l = calls.watched(ConversationLinks.class, links);
        WarnOfChannelQuota quota = new WarnOfChannelQuota(operators(calls), this::count);
        Upkeep u = calls.watched(Upkeep.class, links);
        Directory d = calls.watched(Directory.class, directory);
        BringPeople people =
                new BringPeople(l, d, calls.watched(Arrivals.class, this::told), operators(calls), this::count, clock);
        return new KeepConversation(
                new KeepCard(new RefreshCard(l, r, clock), u, clock),
                new TellLines(u, new MentionPeople(d), this::count, clock),
                new SetUpChannel(l, r, operators(calls), quota, this::count, clock),
                people,
                new KeepWhole(l, r, u, operators(calls), this::count, clock));
    }

    private void told(ChatPlatform platform, Standing link, String id, List<Invited> people) {
        arrived.put(id, people);
    }

    private TellOperators operators(Calls calls) {
        return new TellOperators(Map.of(Platform.SLACK, platform(calls)), said, this::count, clock);
    }

    public ChatPlatform platform(Calls calls) {
        return new ChatPlatform(
                Platform.SLACK,
                calls.watched(Channels.class, chat),
                calls.watched(Cards.class, chat),
                calls.watched(Lines.class, chat),
                calls.watched(Messages.class, chat),
                calls.watched(People.class, chat),
                Optional.of(calls.watched(Teams.class, chat)),
                chat);
    }

    private void measure(Metric metric, String kind, Duration took) {
        measured.add(metric.id() + " " + kind + " " + took.toSeconds());
    }

    public void count(Metric metric, String kind) {
        counted.add(metric.id() + " " + kind);
    }

    public ConversationLink link(RecordRef ref) {
        return links.find(new LinkKey(ref, Platform.SLACK)).orElseThrow();
    }

    public Made made(RecordRef ref) {
        return (Made) link(ref);
    }

    public Conversation conversation(RecordRef ref) {
        return made(ref).conversation();
    }

    public RecordSnapshot record(RecordRef ref) {
        return records.find(ref).orElseThrow();
    }

    /** Somebody works on the record in ServiceNow. */
    public void change(RecordRef ref, RecordState state) {
        RecordSnapshot now = record(ref);
        records.put(now.with(now.life().in(state)).counted(now.modCount() + 1));
    }

    /** The words of the only card in a channel. */
    public String shown(Channel channel) {
        return chat.cards(channel).getFirst().words();
    }

    Seen seen(RecordRef ref) {
        String name = ChannelName.name(record(ref), Platform.SLACK);
        Optional<Made> made = links.find(new LinkKey(ref, Platform.SLACK))
                .filter(Made.class::isInstance)
                .map(Made.class::cast);
        Channel channel = made.map(link -> link.conversation().channel()).orElse(chat.shared());
        String message = made.map(link -> link.conversation().card().message()).orElse("no card");
        return new Seen(
                chat.channelsNamed(name),
                chat.cards(channel).stream()
                        .map(card -> new ShownCard("", card.words(), card.buttons()))
                        .toList(),
                records.notes(ref).stream()
                        .map(note -> note.text().replace(message, "<the card>"))
                        .toList(),
                made.map(Made::status),
                made.filter(link -> link.conversation().shows(record(ref).modCount()))
                        .isPresent(),
                made.map(link -> link.conversation().setUp().keySet()).orElse(Set.of()),
                chat.description(channel),
                chat.bookmarks(channel));
    }
}
