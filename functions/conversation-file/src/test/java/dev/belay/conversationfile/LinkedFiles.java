package dev.belay.conversationfile;

import dev.belay.chat.Channel;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialId;
import dev.belay.credential.InMemoryCredentialStates;
import dev.belay.credential.RecordFindings;
import dev.belay.event.FileEvent;
import dev.belay.file.Files;
import dev.belay.file.FilesStage;
import dev.belay.file.InMemoryAttachments;
import dev.belay.file.InMemoryFileTransfers;
import dev.belay.file.InMemoryFiles;
import dev.belay.health.Counters;
import dev.belay.lease.InMemoryLeases;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
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
import dev.belay.record.InMemoryRecords;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.relay.RelayToChat;
import dev.belay.relay.RelayToRecord;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.FileDependencies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A record with its conversation in memory, and what files are brought between them with. */
final class LinkedFiles {
    private static final Counters UNCOUNTED = (metric, kind) -> {};

    final MovedClock clock;
    final InMemoryRecords records;
    final InMemoryChat chat;
    final RecordRef record;
    final InMemoryAttachments attachments;
    final InMemoryFileTransfers transfers;
    final InMemoryFiles files;
    Settings settings = SampleSettings.slack();
    Map<Platform, ChatPlatform> chats;
    Map<Platform, Files> platformFiles;

    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final RecordFindings findings;
    private final AwaitCredentials await;
    private final RelayToRecord.Tools tools;
    private final Claimed claim;
    private final Standing standing;

    LinkedFiles(MovedClock clock) {
        this.clock = clock;
        records = new InMemoryRecords(clock);
        chat = new InMemoryChat(clock);
        record = records.open("Checkout is down", 1);
        attachments = new InMemoryAttachments(record);
        transfers = new InMemoryFileTransfers(clock);
        ChannelDraft draft = new ChannelDraft(chat.workspace(), List.of(), "inc", false, "m1", clock.instant());
        Channel channel = chat.create(draft).orElseThrow();
        SampleLinks sample = new SampleLinks(3);
        claim = Claimed.first(
                new LinkKey(record, Platform.SLACK),
                new Placement(chat.workspace(), List.of(), Placement.Kind.DEDICATED, "inc", false, "as told"),
                new LinkClaim(
                        "0a1b2c",
                        new NoteReference("bly-abcdefghijkm"),
                        clock.instant(),
                        clock.instant().plusSeconds(60)));
        links.claim(claim);
        standing = sample.standing(claim, channel, sample.card(1));
        files = new InMemoryFiles(channel);
        chats = Map.of(Platform.SLACK, chat.platform());
        platformFiles = Map.of(Platform.SLACK, files);
        InMemoryCredentialStates states = new InMemoryCredentialStates();
        findings = new RecordFindings(states, UNCOUNTED, clock, "belay");
        await = new AwaitCredentials(states, findings, new InMemoryLeases(clock), clock, new Random(20261130));
        tools = new RelayToRecord.Tools(links, records, attachments, transfers, UNCOUNTED, clock);
    }

    /** Its conversation is being made before that. */
    LinkedFiles linked() {
        var _ = links.ready(standing).orElseThrow();
        return this;
    }

    FileDependencies dependencies() {
        Identities identities = new Identities(new InMemoryUserMap(clock), new InMemoryDirectory());
        return new FileDependencies(
                settings,
                new RelayToRecord(tools, new Members(clock), identities),
                new RelayToChat(tools),
                chats,
                platformFiles,
                await,
                List.of());
    }

    /** A credential is refused from now on. */
    void refused(CredentialId.Kind kind, String name) {
        findings.refused(new CredentialId(kind, name), "token_revoked");
    }

    /** Somebody shared something in the conversation. */
    FileEvent.Shared shared(byte[] bytes) {
        FilesStage.Post post = files.share(Optional.empty(), "outage.png", "image/png", bytes);
        return new FileEvent.Shared(
                "Ev" + post.id(),
                standing.id(),
                post.id(),
                chat.person(Member.Standing.FULL),
                post.ids(),
                clock.instant());
    }

    /** Somebody attached something to the record. */
    FileEvent.Attached attached(byte[] bytes) {
        return attached(attachments.attach("report.pdf", "application/pdf", bytes));
    }

    /** Word of an attachment, whether it is there or not. */
    FileEvent.Attached attached(SysId attachment) {
        return new FileEvent.Attached("event:" + attachment, Platform.SLACK, record, attachment, clock.instant());
    }

    List<String> notes() {
        return records.notes(record).stream().map(WorkNote::text).toList();
    }
}
