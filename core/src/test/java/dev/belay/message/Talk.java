package dev.belay.message;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.HandledEvents;
import dev.belay.event.InMemoryHandledEvents;
import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.link.SampleLinks;
import dev.belay.message.ChatMessage.Kind;
import dev.belay.person.Directory;
import dev.belay.person.Identities;
import dev.belay.person.InMemoryDirectory;
import dev.belay.person.InMemoryUserMap;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Lines;
import dev.belay.platform.People;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.Journals;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.settings.Place;
import dev.belay.settings.Recording;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A conversation in a channel of its own, one in a thread of the shared channel, and people who write there: everything in memory. */
final class Talk {
    static final String WORKSPACE = InMemoryChat.WORKSPACE;

    final MovedClock clock = MovedClock.at(Sample.OPENED);
    final InMemoryChat chat = new InMemoryChat(clock);
    final InMemoryRecords records = new InMemoryRecords(clock);
    final InMemoryConversationLinks links = new InMemoryConversationLinks();
    final InMemoryMessageNotes notes = new InMemoryMessageNotes(clock);
    final InMemoryHandledEvents events = new InMemoryHandledEvents(links, clock);
    final InMemoryDirectory directory = new InMemoryDirectory();
    final InMemoryReactedMessages standing = new InMemoryReactedMessages();
    final InMemoryUserMap users = new InMemoryUserMap(clock);
    final List<String> counted = new ArrayList<>();
    final RecordRef incident = records.open("Checkout down", 1);
    final RecordRef request = records.open("Printer", 3);
    final Channel channel;
    final String thread;
    private Recording recording = Recording.USUAL;
    private List<Recording> others = List.of();
    private final Random random = new Random(20261130);
    private int written;

    Talk() {
        channel = chat.create(new ChannelDraft(WORKSPACE, List.of(), "inc0010001", false, "m1", clock.instant()))
                .orElseThrow();
        thread = link(request, chat.shared(), Placement.Kind.SHARED, 1);
        link(incident, channel, Placement.Kind.DEDICATED, 2);
        person("U01JANE", "Jane in chat", Member.Standing.FULL, "jane@acme.example");
        directory.add(new PlatformUser(new SysId("1".repeat(32)), "Jane Doe", "jane@acme.example"));
    }

    private String link(RecordRef record, Channel where, Placement.Kind kind, int number) {
        SampleLinks sample = new SampleLinks(number);
        Placement place = new Placement(WORKSPACE, List.of(), kind, where.name(), false, "as told");
        Claimed claim = Claimed.first(
                new LinkKey(record, Platform.SLACK),
                place,
                new LinkClaim(
                        "4b1f9c2e77aa0" + number,
                        new NoteReference("bly-abcdefghijkm"),
                        clock.instant(),
                        clock.instant().plusSeconds(120)));
        links.claim(claim);
        var made = sample.standing(claim, where, sample.card(1));
        var _ = links.ready(made).orElseThrow();
        return made.conversation().card().message();
    }

    ChatUser person(String id, String name, Member.Standing standing, String email) {
        ChatUser user = new ChatUser(Platform.SLACK, WORKSPACE, id);
        chat.add(new Member(user, standing, name, Optional.of(email)));
        return user;
    }

    void recording(Recording next) {
        recording = next;
    }

    /** Another route of the same table records otherwise: which one holds, its record alone says. */
    void routesDisagree(Recording other) {
        others = List.of(other);
    }

    Settings settings() {
        Place place = new Place(Platform.SLACK, WORKSPACE, List.of(), Optional.of(InMemoryChat.SHARED), List.of());
        return SampleSettings.withRoutes(
                SampleSettings.slack(),
                Stream.concat(
                                Stream.of(route(
                                        place, others.isEmpty() ? Set.of(1, 2, 3, 4, 5) : Set.of(4, 5), recording)),
                                others.stream().map(other -> route(place, Set.of(1, 2, 3), other)))
                        .toList());
    }

    private static Route route(Place place, Set<Integer> priorities, Recording recording) {
        return new Route("incident", priorities, Set.of(), place, false, Optional.empty(), true, recording);
    }

    ConversationId own() {
        return new ConversationId(Platform.SLACK, WORKSPACE, channel.id(), Optional.empty());
    }

    ConversationId shared() {
        return new ConversationId(Platform.SLACK, WORKSPACE, InMemoryChat.SHARED, Optional.of(thread));
    }

    /** Jane writes. */
    ChatMessage said(String words) {
        return said(own(), "U01JANE", words);
    }

    ChatMessage said(ConversationId at, String user, String words) {
        Instant now = clock.instant();
        String id = now.getEpochSecond() + ".%06d".formatted(++written);
        return new ChatMessage(
                "Ev" + written,
                Kind.WRITTEN,
                at,
                id,
                author(user),
                List.of(new TextPart.Words(words)),
                "",
                now.plusMillis(written),
                now);
    }

    static ChatMessage.Author author(String user) {
        return new ChatMessage.Author(
                new ChatUser(Platform.SLACK, WORKSPACE, user), Optional.empty(), false, Optional.empty());
    }

    ChatMessage edited(ChatMessage message, String words) {
        return about(message, Kind.EDITED, words, version());
    }

    ChatMessage edited(ChatMessage message, List<TextPart> text) {
        return about(message, Kind.EDITED, text, version());
    }

    ChatMessage deleted(ChatMessage message) {
        return about(message, Kind.DELETED, "", "");
    }

    /** A deletion that can be undone. */
    ChatMessage deletedForNow(ChatMessage message) {
        return about(message, Kind.DELETED, "", version());
    }

    ChatMessage restored(ChatMessage message, String words) {
        return about(message, Kind.RESTORED, words, version());
    }

    /** Word of a deletion comes before its turn. */
    boolean buried(ChatMessage deleted) {
        return new RememberDeletion(links, records, notes)
                .remember(new Deletion(deleted.at(), deleted.tombstone().orElseThrow()), settings());
    }

    ChatMessage marked(ChatMessage message) {
        return new ChatMessage(
                "Ev" + ++written,
                Kind.MARKED,
                message.at(),
                message.id(),
                message.author(),
                message.text(),
                "",
                message.writtenAt(),
                clock.instant());
    }

    private String version() {
        return "v%06d".formatted(++written);
    }

    private ChatMessage about(ChatMessage message, Kind kind, String words, String version) {
        return about(message, kind, words.isEmpty() ? List.of() : List.of(new TextPart.Words(words)), version);
    }

    private ChatMessage about(ChatMessage message, Kind kind, List<TextPart> text, String version) {
        return new ChatMessage(
                "Ev" + ++written,
                kind,
                message.at(),
                message.id(),
                message.author(),
                text,
                version,
                message.writtenAt(),
                clock.instant());
    }

    /** What is delivered together once it was gathered. */
    Map<ChatMessage, RecordMessages.Outcome> record(ChatMessage... messages) {
        clock.advance(RecordMessages.GATHERED);
        return recorder(Calls.undisturbed()).record(List.of(messages), chat.platform(), settings());
    }

    /** Word that somebody reacted to a message that stands there. */
    Reaction reaction(ChatMessage message, String by, String emoji) {
        standing.put(message);
        return reaction(message.at().channel(), message.id(), by, emoji);
    }

    Reaction reaction(String channel, String message, String by, String emoji) {
        return new Reaction(
                "Ev" + ++written,
                new ConversationId(Platform.SLACK, WORKSPACE, channel, Optional.empty()),
                message,
                new ChatUser(Platform.SLACK, WORKSPACE, by),
                emoji,
                clock.instant());
    }

    /** What is delivered together once it was gathered. */
    Map<Reaction, RecordMessages.Outcome> react(Reaction... reactions) {
        clock.advance(RecordMessages.GATHERED);
        return reactions(Calls.undisturbed()).record(List.of(reactions), chat.platform(), settings());
    }

    RecordReactions reactions(Calls calls) {
        return new RecordReactions(
                recorder(calls),
                Map.of(Platform.SLACK, calls.watched(ReactedMessages.class, standing)),
                calls.watched(ConversationLinks.class, links),
                calls.watched(Records.class, records),
                identities(calls),
                clock);
    }

    private Identities identities(Calls calls) {
        return new Identities(calls.watched(UserMap.class, users), calls.watched(Directory.class, directory));
    }

    RecordMessages recorder(Calls calls) {
        return new RecordMessages(
                calls.watched(Records.class, records),
                calls.watched(ConversationLinks.class, links),
                calls.watched(MessageNotes.class, notes),
                identities(calls),
                (metric, kind) -> counted.add(metric + " " + kind),
                clock,
                random);
    }

    TellNotes teller(Calls calls) {
        return new TellNotes(
                new TellNotes.Tools(
                        calls.watched(Records.class, records),
                        calls.watched(Journals.class, records),
                        calls.watched(ConversationLinks.class, links),
                        calls.watched(HandledEvents.class, events)),
                (metric, kind) -> counted.add(metric + " " + kind),
                random);
    }

    ChatPlatform platform(Calls calls) {
        ChatPlatform all = chat.platform();
        return new ChatPlatform(
                all.platform(),
                all.channels(),
                all.cards(),
                calls.watched(Lines.class, chat),
                all.messages(),
                calls.watched(People.class, chat),
                all.teams(),
                all.survey());
    }

    Optional<Duration> tell(RecordRef record) {
        return teller(Calls.undisturbed()).tell(hint(record), chat.platform(), settings());
    }

    RecordHint hint(RecordRef record) {
        return new RecordHint(
                record + ":1:record.journal",
                Platform.SLACK,
                RecordHint.Type.JOURNAL,
                record,
                clock.instant(),
                clock.instant());
    }

    /** The notes on a record, oldest first, without their references. */
    List<String> noted(RecordRef record) {
        return records.notes(record).stream().map(WorkNote::text).toList();
    }

    List<String> heard() {
        return chat.said(channel, Optional.empty());
    }
}
