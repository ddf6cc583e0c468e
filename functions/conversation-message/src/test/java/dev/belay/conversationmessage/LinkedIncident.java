package dev.belay.conversationmessage;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialId;
import dev.belay.credential.InMemoryCredentialStates;
import dev.belay.credential.RecordFindings;
import dev.belay.event.InMemoryHandledEvents;
import dev.belay.event.LateAnswer;
import dev.belay.event.RecordHint;
import dev.belay.health.Counters;
import dev.belay.lease.InMemoryLeases;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.link.SampleLinks;
import dev.belay.message.AnswerMarking;
import dev.belay.message.ChatMessage;
import dev.belay.message.InMemoryMessageNotes;
import dev.belay.message.InMemoryReactedMessages;
import dev.belay.message.Marking;
import dev.belay.message.Reaction;
import dev.belay.message.RecordMessages;
import dev.belay.message.RecordReactions;
import dev.belay.message.RememberDeletion;
import dev.belay.message.TellNotes;
import dev.belay.message.TextPart;
import dev.belay.person.Identities;
import dev.belay.person.InMemoryDirectory;
import dev.belay.person.InMemoryUserMap;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.press.TellPerson;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.MessageDependencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Two records in memory, one with a channel of its own and one with a thread in the shared one, and what is relayed with. */
final class LinkedIncident {
    private static final Counters UNCOUNTED = (metric, kind) -> {};

    final MovedClock clock;
    final InMemoryRecords records;
    final InMemoryChat chat;
    final InMemoryReactedMessages standing = new InMemoryReactedMessages();
    final RecordRef incident;
    final RecordRef request;
    final Channel channel;
    final ConversationId thread;
    final List<LateAnswer> answered = new ArrayList<>();
    Settings settings = SampleSettings.slack();
    Map<Platform, ChatPlatform> chats;

    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final InMemoryLeases leases;
    private final RecordFindings findings;
    private final AwaitCredentials await;
    private final MessageDependencies.Relays relays;
    private final ChatUser writer;
    private int written;

    LinkedIncident(MovedClock clock) {
        this.clock = clock;
        records = new InMemoryRecords(clock);
        chat = new InMemoryChat(clock);
        chats = Map.of(Platform.SLACK, chat.platform());
        incident = records.open("Checkout down", 1);
        request = records.open("Printer jams", 3);
        writer = chat.person(Member.Standing.FULL);
        ChannelDraft draft = new ChannelDraft(chat.workspace(), List.of(), "inc", false, "m1", clock.instant());
        channel = chat.create(draft).orElseThrow();
        link(incident, channel, Placement.Kind.DEDICATED, 1);
        thread = at(chat.shared(), Optional.of(link(request, chat.shared(), Placement.Kind.SHARED, 2)));
        InMemoryCredentialStates states = new InMemoryCredentialStates();
        findings = new RecordFindings(states, UNCOUNTED, clock, "belay");
        leases = new InMemoryLeases(clock);
        await = new AwaitCredentials(states, findings, leases, clock, new Random(20261130));
        relays = relays();
    }

    private String link(RecordRef record, Channel where, Placement.Kind kind, int number) {
        SampleLinks sample = new SampleLinks(number);
        Claimed claim = Claimed.first(
                new LinkKey(record, Platform.SLACK),
                new Placement(chat.workspace(), List.of(), kind, where.name(), false, "as told"),
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

    private MessageDependencies.Relays relays() {
        Identities identities = new Identities(new InMemoryUserMap(clock), new InMemoryDirectory());
        Random random = new Random(20261130);
        InMemoryMessageNotes notes = new InMemoryMessageNotes(clock);
        RecordMessages messages = new RecordMessages(records, links, notes, identities, UNCOUNTED, clock, random);
        return new MessageDependencies.Relays(
                messages,
                new RecordReactions(messages, Map.of(Platform.SLACK, standing), links, records, identities, clock),
                new RememberDeletion(links, records, notes),
                new AnswerMarking(links, records, notes, answered::add),
                new TellNotes(
                        new TellNotes.Tools(records, records, links, new InMemoryHandledEvents(links, clock)),
                        UNCOUNTED,
                        random));
    }

    MessageDependencies dependencies() {
        TellPerson tell = new TellPerson(leases, UNCOUNTED, clock);
        return new MessageDependencies(settings, relays, tell, await, List.of(), chats);
    }

    /** A credential is refused from now on. */
    void refused(CredentialId.Kind kind, String name) {
        findings.refused(new CredentialId(kind, name), "token_revoked");
    }

    ConversationId own() {
        return at(channel, Optional.empty());
    }

    private static ConversationId at(Channel where, Optional<String> thread) {
        return new ConversationId(Platform.SLACK, where.workspace(), where.id(), thread);
    }

    /** Somebody wrote there now. */
    ChatMessage said(ConversationId at, String words) {
        return said(at, writer, words);
    }

    ChatMessage said(ConversationId at, ChatUser by, String words) {
        Instant now = clock.instant();
        return new ChatMessage(
                "Ev" + ++written,
                ChatMessage.Kind.WRITTEN,
                at,
                now.getEpochSecond() + ".%06d".formatted(written),
                new ChatMessage.Author(by, Optional.empty(), false, Optional.empty()),
                List.of(new TextPart.Words(words)),
                "",
                now.plusMillis(written),
                now);
    }

    /** The same message, deleted now. */
    ChatMessage deleted(ChatMessage message) {
        return new ChatMessage(
                "Ev" + ++written,
                ChatMessage.Kind.DELETED,
                message.at(),
                message.id(),
                message.author(),
                List.of(),
                "",
                message.writtenAt(),
                clock.instant());
    }

    /** Somebody reacted with a memo to a message that stands there. */
    Reaction reaction(ChatMessage message) {
        standing.put(message);
        ConversationId place = new ConversationId(
                Platform.SLACK, message.at().workspace(), message.at().channel(), Optional.empty());
        return new Reaction("Ev" + ++written, place, message.id(), chat.bystander(), "memo", clock.instant());
    }

    /** Somebody asked from its menu that a message be recorded. */
    Marking marking(ChatMessage message) {
        ChatMessage marked = new ChatMessage(
                "Ev" + ++written,
                ChatMessage.Kind.MARKED,
                message.at(),
                message.id(),
                message.author(),
                message.text(),
                message.version(),
                message.writtenAt(),
                clock.instant());
        return new Marking(marked, chat.bystander(), Optional.of(new ReplyAddress("https://hooks.slack.com/x")));
    }

    RecordHint noted(RecordRef record) {
        Instant now = clock.instant();
        return new RecordHint(record + ":1:record.journal", Platform.SLACK, RecordHint.Type.JOURNAL, record, now, now);
    }

    /** The notes on a record, oldest first. */
    List<String> notes(RecordRef record) {
        return records.notes(record).stream().map(WorkNote::text).toList();
    }
}
