package dev.belay.relay;

import dev.belay.chat.Platform;
import dev.belay.conversation.place.ChannelRule;
import dev.belay.event.EventOutcome;
import dev.belay.event.FileEvent;
import dev.belay.file.Attachment;
import dev.belay.file.Attachments;
import dev.belay.file.ContentId;
import dev.belay.file.FileRefusal;
import dev.belay.file.FileTransfers;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.Transfer;
import dev.belay.file.Uploaded;
import dev.belay.line.Line;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Shows what is attached to a record in its conversation. What the conversation does not take is told of with a link that ServiceNow opens
 * for those who may see the record. What came from this very platform is not shown there again.
 */
public final class RelayToChat {
    private static final String RECORD_SIDE = Records.SYSTEM;
    private static final Duration LINK_COMES = Duration.ofSeconds(10);

    private final ConversationLinks links;
    private final Records records;
    private final Attachments attachments;
    private final FileTransfers transfers;
    private final OneFile once;
    private final Clock clock;

    public RelayToChat(RelayToRecord.Tools tools) {
        this.links = tools.links();
        this.records = tools.records();
        this.attachments = tools.attachments();
        this.transfers = tools.transfers();
        this.once = new OneFile(tools.transfers(), tools.counters(), tools.clock());
        this.clock = tools.clock();
    }

    /** One run over one attachment and the conversation that it is to be shown in. */
    private record Run(
            Attachment attachment, Standing link, ChatPlatform chat, Files files, Settings set, boolean isLast) {
        Optional<String> thread() {
            return link.id().thread();
        }
    }

    public FileOutcome relay(FileEvent.Attached event, ChatPlatform chat, Files files, Settings settings) {
        return relay(event, chat, files, settings, false);
    }

    /** The same where nothing is tried again: what is not shown is told of with a link. */
    public void giveUp(FileEvent.Attached event, ChatPlatform chat, Files files, Settings settings) {
        var _ = relay(event, chat, files, settings, true);
    }

    private FileOutcome relay(
            FileEvent.Attached event, ChatPlatform chat, Files files, Settings settings, boolean isLast) {
        if (!settings.files().toChat()) {
            return new FileOutcome.NotOurs("attachments are not brought to conversations");
        }
        Optional<Attachment> found = attachments.find(event.attachment()).filter(there -> there.record()
                .equals(event.record()));
        if (found.isEmpty()) {
            return notThere(event, "ServiceNow shows no such attachment of the record");
        }
        if (transfers.isEcho(found.get().own(), event.platform())) {
            return new FileOutcome.NotOurs("it came from there");
        }
        Optional<RecordSnapshot> record = records.find(event.record());
        if (record.isEmpty()) {
            return notThere(event, "ServiceNow does not show the record");
        }
        return switch (links.find(new LinkKey(event.record(), event.platform())).orElse(null)) {
            case Standing link -> shown(new Run(found.get(), link, chat, files, settings, isLast), record.get());
            case Ended link ->
                new FileOutcome.NotOurs("the conversation is " + link.status().inWords());
            case Claimed _ -> new FileOutcome.Later("the conversation is being made", Optional.of(LINK_COMES));
            case null -> unlinked(record.get(), event.platform(), settings);
        };
    }

    /** What was just written may not be committed yet. */
    private FileOutcome notThere(FileEvent event, String why) {
        return EventOutcome.mayLag(event.acceptedAt(), clock.instant())
                ? new FileOutcome.Later(why, Optional.of(EventOutcome.LOOK_AGAIN))
                : new FileOutcome.NotOurs(why);
    }

    private static FileOutcome unlinked(RecordSnapshot record, Platform platform, Settings settings) {
        return switch (ChannelRule.decide(record, platform, settings)) {
            case ChannelRule.Decision.Nowhere(String why) ->
                new FileOutcome.NotOurs("there is no conversation: " + why);
            case ChannelRule.Decision.Place _ ->
                new FileOutcome.Later("there is no conversation yet", Optional.empty());
        };
    }

    private FileOutcome shown(Run run, RecordSnapshot record) {
        if (run.set().keepsPrivate(record) && !run.link().placement().isPrivate()) {
            return new FileOutcome.NotOurs("the record is private, and the conversation is not");
        }
        ContentId id = ContentId.attached(run.attachment().id(), run.link().platform());
        return once.bring(id, transfer -> bring(run, transfer))
                .<FileOutcome>map(left -> new FileOutcome.Later("it is not shown yet", Optional.of(left)))
                .orElseGet(() -> new FileOutcome.Brought(1));
    }

    /** Whether it is done; else it is tried again later. */
    private boolean bring(Run run, Transfer transfer) {
        boolean mayBeTold = transfer.result().isPresent();
        Optional<Uploaded> result = once.result(transfer, RECORD_SIDE, () -> uploaded(run, transfer));
        return switch (result.orElse(null)) {
            case null -> false;
            case Uploaded.Stored stored -> share(run, transfer, stored, mayBeTold);
            case Uploaded.Refused(FileRefusal why) -> tellLink(run, transfer, why, mayBeTold);
        };
    }

    private Uploaded uploaded(Run run, Transfer transfer) {
        NamedFile file = run.attachment().file();
        if (file.bytes() == 0) {
            return new Uploaded.Refused(FileRefusal.EMPTY);
        }
        if (file.bytes() > run.set().files().largestIn(run.link().platform())) {
            return new Uploaded.Refused(FileRefusal.TOO_LARGE);
        }
        if (run.isLast()) {
            return new Uploaded.Refused(FileRefusal.GIVEN_UP);
        }
        NamedFile named = file.named(file.name().with(transfer.id().reference()));
        return attachments.read(
                run.attachment(),
                bytes -> OneFile.passOn(bytes, () -> run.files()
                        .upload(run.link().conversation().channel(), named, bytes)));
    }

    private boolean share(Run run, Transfer transfer, Uploaded.Stored stored, boolean mayBeTold) {
        String marker = transfer.id().reference().value();
        var channel = run.link().conversation().channel();
        if (mayBeTold && run.files().isShared(channel, run.thread(), stored, marker, transfer.since())) {
            return true;
        }
        Line line = FileWords.attached(run.attachment().file(), author(run.attachment()));
        Optional<FileRefusal> refusal = run.isLast()
                ? Optional.of(FileRefusal.GIVEN_UP)
                : run.files().share(channel, run.thread(), stored, line, marker);
        return refusal.isEmpty() || refused(run, transfer, refusal.get());
    }

    private boolean refused(Run run, Transfer transfer, FileRefusal why) {
        return !once.isLost(transfer, RECORD_SIDE, why) && tellLink(run, transfer, why, false);
    }

    private boolean tellLink(Run run, Transfer transfer, FileRefusal why, boolean mayBeTold) {
        String marker = transfer.id().reference().value();
        var channel = run.link().conversation().channel();
        if (!mayBeTold || !run.chat().lines().isSaid(channel, run.thread(), marker, transfer.since())) {
            Attachment attachment = run.attachment();
            Line line = FileWords.linked(attachment.file(), author(attachment), why, URI.create(attachment.link()));
            run.chat().lines().say(channel, run.thread(), List.of(line), marker);
        }
        return true;
    }

    /** What our own user attached, somebody shared in another chat. */
    private String author(Attachment attachment) {
        return attachment
                .own()
                .map(NoteReference::new)
                .map(this::sharer)
                .orElseGet(() -> FileWords.person(attachment.author()));
    }

    private String sharer(NoteReference own) {
        Optional<String> where =
                transfers.withReference(own).flatMap(ContentId::origin).map(Platform::label);
        return transfers.sharer(own).orElse("Somebody") + " in " + where.orElse("another chat");
    }
}
