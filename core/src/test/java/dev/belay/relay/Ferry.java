package dev.belay.relay;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.failure.Calls;
import dev.belay.file.Attachments;
import dev.belay.file.FileTransfers;
import dev.belay.file.Files;
import dev.belay.file.FilesStage;
import dev.belay.file.InMemoryAttachments;
import dev.belay.file.InMemoryFileTransfers;
import dev.belay.file.InMemoryFiles;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.link.SampleLinks;
import dev.belay.person.Identities;
import dev.belay.person.InMemoryDirectory;
import dev.belay.person.InMemoryUserMap;
import dev.belay.person.Members;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Lines;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.settings.FileSettings;
import dev.belay.settings.Limits;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A record with its conversation, both in memory, and what is brought between them. */
final class Ferry {
    static final byte[] BYTES = "what is in the file".getBytes(StandardCharsets.UTF_8);

    final MovedClock clock = MovedClock.at(Sample.OPENED);
    final InMemoryRecords records = new InMemoryRecords(clock);
    final RecordRef record = records.open("Checkout is down", 1);
    final InMemoryChat chat = new InMemoryChat(clock);
    final InMemoryConversationLinks links = new InMemoryConversationLinks();
    final InMemoryAttachments attachments = new InMemoryAttachments(record);
    final InMemoryDirectory directory = new InMemoryDirectory();
    final InMemoryFileTransfers transfers = new InMemoryFileTransfers(clock);
    final List<String> counted = new ArrayList<>();
    final ChatUser alice = chat.person(Member.Standing.FULL);
    final InMemoryFiles files;
    final Standing link;
    Settings settings = SampleSettings.slack();

    /** Whose conversation is a channel of its own, or a thread in the shared one. */
    Ferry(boolean dedicated) {
        SampleLinks sample = new SampleLinks(3);
        Channel channel = dedicated ? chat.create(draft()).orElseThrow() : chat.shared();
        Placement place = new Placement(
                SampleLinks.WORKSPACE,
                List.of(),
                dedicated ? Placement.Kind.DEDICATED : Placement.Kind.SHARED,
                channel.id(),
                false,
                "as told");
        LinkClaim claim = new LinkClaim(
                "0a1b2c",
                NoteReference.random(new Random(1)),
                clock.instant(),
                clock.instant().plusSeconds(60));
        Claimed first = Claimed.first(new LinkKey(record, Platform.SLACK), place, claim);
        links.claim(first);
        link = links.ready(sample.standing(first, channel, sample.card(1))).orElseThrow();
        files = new InMemoryFiles(channel);
        directory.user("Alice Archer", alice.id().toLowerCase(Locale.ROOT) + "@acme.example");
    }

    Ferry() {
        this(true);
    }

    private ChannelDraft draft() {
        return new ChannelDraft(
                SampleLinks.WORKSPACE, List.of(), "inc0010001-checkout-down", false, "0a1b2c", clock.instant());
    }

    /** With other limits of size. */
    Ferry takingAtMost(long attachment, long inChat) {
        settings = with(new FileSettings(true, true, attachment, Map.of(Platform.SLACK, inChat)));
        return this;
    }

    Settings with(FileSettings decided) {
        return with(decided, settings.routes());
    }

    Settings with(FileSettings decided, List<Route> routes) {
        Settings as = settings;
        return new Settings(
                as.lifecycle(),
                as.pauseOutbound(),
                as.serviceNow(),
                as.chats(),
                routes,
                as.dedicated(),
                as.tables(),
                as.roles(),
                as.operations(),
                new Limits(as.pressLife(), decided));
    }

    /** Word of a message in the conversation. */
    FileEvent.Shared word(FilesStage.Post message) {
        return word(message, alice, link.id());
    }

    FileEvent.Shared word(FilesStage.Post message, ChatUser by, ConversationId at) {
        return new FileEvent.Shared("Ev" + message.id(), at, message.id(), by, message.ids(), clock.instant());
    }

    FileEvent.Attached word(SysId attachment) {
        return new FileEvent.Attached("event:" + attachment, Platform.SLACK, record, attachment, clock.instant());
    }

    FileOutcome relay(FileEvent event) {
        return relay(event, Calls.undisturbed());
    }

    FileOutcome relay(FileEvent event, Calls calls) {
        Files watched = calls.watched(Files.class, files);
        return switch (event) {
            case FileEvent.Shared shared -> toRecord(calls).relay(shared, platform(calls), watched, settings);
            case FileEvent.Attached attached ->
                new RelayToChat(tools(calls)).relay(attached, platform(calls), watched, settings);
        };
    }

    /** Nothing is tried again. */
    void giveUp(FileEvent event) {
        Calls calls = Calls.undisturbed();
        switch (event) {
            case FileEvent.Shared shared -> toRecord(calls).giveUp(shared, platform(calls), files, settings);
            case FileEvent.Attached attached ->
                new RelayToChat(tools(calls)).giveUp(attached, platform(calls), files, settings);
        }
    }

    private RelayToRecord toRecord(Calls calls) {
        Identities identities = new Identities(new InMemoryUserMap(clock), directory);
        return new RelayToRecord(tools(calls), new Members(clock), identities);
    }

    private RelayToRecord.Tools tools(Calls calls) {
        return new RelayToRecord.Tools(
                calls.watched(ConversationLinks.class, links),
                calls.watched(Records.class, records),
                calls.watched(Attachments.class, attachments),
                calls.watched(FileTransfers.class, transfers),
                this::count,
                clock);
    }

    private ChatPlatform platform(Calls calls) {
        return new ChatPlatform(
                Platform.SLACK, chat, chat, calls.watched(Lines.class, chat), chat, chat, Optional.empty(), chat);
    }

    private void count(Metric metric, String kind) {
        counted.add(metric.id() + " " + kind);
    }

    List<String> notes() {
        return records.notes(record).stream().map(WorkNote::text).toList();
    }

    /** The lines in the conversation. */
    List<String> said() {
        return chat.said(link.conversation().channel(), link.id().thread());
    }
}
