package dev.belay.relay;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.event.FileEvent;
import dev.belay.file.Attachments;
import dev.belay.file.ContentId;
import dev.belay.file.FileRefusal;
import dev.belay.file.FileTransfers;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Transfer;
import dev.belay.file.Uploaded;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkedPlace;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.Members;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.step.InTurn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Attaches what people share in a conversation to its record, and notes there who shared it. What cannot be attached is noted with a link
 * to the original, so that nothing is dropped.
 */
public final class RelayToRecord {
    private final Tools tools;
    private final OneFile once;
    private final Members members;
    private final Identities identities;

    /** Where files and notes go, and what both directions count with. */
    public record Tools(
            ConversationLinks links,
            Records records,
            Attachments attachments,
            FileTransfers transfers,
            Counters counters,
            Clock clock) {}

    public RelayToRecord(Tools tools, Members members, Identities identities) {
        this.tools = tools;
        this.once = new OneFile(tools.transfers(), tools.counters(), tools.clock());
        this.members = members;
        this.identities = identities;
    }

    /** One run over the files of one message. */
    private record Run(
            FileEvent.Shared event, RecordRef record, Channel channel, ChatPlatform chat, Files files, Settings set) {}

    /**
     * @throws dev.belay.failure.ExternalFailure when a file could not be brought yet; the others were
     */
    public FileOutcome relay(FileEvent.Shared event, ChatPlatform chat, Files files, Settings settings) {
        if (!settings.files().toRecord()) {
            return new FileOutcome.NotOurs("files are not brought to records");
        }
        Optional<RecordRef> record =
                LinkedPlace.around(event.at(), tools.links()).map(LinkedPlace::record);
        if (record.isEmpty()) {
            return new FileOutcome.NotOurs("the conversation is not linked");
        }
        Optional<Channel> channel = channel(event.at(), record.get(), settings);
        if (channel.isEmpty()) {
            return new FileOutcome.NotOurs("the conversation's team is not known any more");
        }
        return relay(new Run(event, record.get(), channel.get(), chat, files, settings));
    }

    /** With the team that holds it, which a conversation that went on elsewhere has from its route. */
    private Optional<Channel> channel(ConversationId at, RecordRef record, Settings settings) {
        Optional<Channel> current = tools.links().find(new LinkKey(record, at.platform())).stream()
                .filter(Made.class::isInstance)
                .map(link -> ((Made) link).conversation().channel())
                .filter(channel -> channel.id().equals(at.channel()))
                .findFirst();
        return current.or(() -> settings.routes().stream()
                .filter(route -> route.platform() == at.platform()
                        && route.workspace().equals(at.workspace())
                        && route.sharedChannel().filter(at.channel()::equals).isPresent())
                .findFirst()
                .map(route -> channel(at, route)));
    }

    private static Channel channel(ConversationId at, Route route) {
        return new Channel(at.platform(), at.workspace(), route.teams().stream().findFirst(), at.channel(), "");
    }

    private FileOutcome relay(Run run) {
        FileEvent.Shared event = run.event();
        List<SharedFile> shared = run.files().of(run.channel(), event.at().thread(), event.message(), event.files());
        List<Duration> held = new ArrayList<>();
        InTurn each = new InTurn();
        for (SharedFile file : shared) {
            ContentId id = ContentId.shared(event.platform(), event.at().workspace(), file.id(), run.record());
            each.run(
                    () -> once.bring(id, transfer -> bring(run, file, transfer)).ifPresent(held::add));
        }
        each.end();
        return held.stream()
                .min(Comparator.naturalOrder())
                .<FileOutcome>map(left -> new FileOutcome.Later("another worker is at it", Optional.of(left)))
                .orElseGet(() -> new FileOutcome.Brought(shared.size()));
    }

    private void bring(Run run, SharedFile file, Transfer transfer) {
        Member member = members.member(
                run.chat().people(), run.event().by(), run.channel().id(), Optional.empty());
        Uploaded result =
                once.result(transfer, run.event().platform().id(), () -> attached(run, file, member, transfer));
        NoteReference reference = transfer.id().reference();
        if (!transfer.again() || !tools.records().hasNote(run.record(), reference)) {
            String text =
                    FileWords.note(file, who(member), run.event().platform().label(), result);
            tools.records()
                    .change(run.record(), new RecordChange(RecordChange.Fields.NONE, new WorkNote(text, reference)));
        }
    }

    private Uploaded attached(Run run, SharedFile file, Member member, Transfer transfer) {
        Optional<FileRefusal> refusal = refusal(file, member, run.set());
        if (refusal.isPresent()) {
            return new Uploaded.Refused(refusal.get());
        }
        NoteReference reference = transfer.id().reference();
        if (transfer.again()) {
            Optional<Uploaded> there =
                    tools.attachments().findOwn(run.record(), reference).map(id -> new Uploaded.Stored(id.value()));
            if (there.isPresent()) {
                return there.get();
            }
        }
        NamedFile named = file.file().named(file.file().name().with(reference));
        return run.files()
                .read(
                        run.channel(),
                        file,
                        bytes -> OneFile.passOn(bytes, () -> tools.attachments().attach(run.record(), named, bytes)));
    }

    private static Optional<FileRefusal> refusal(SharedFile file, Member member, Settings settings) {
        if (member.standing() != Member.Standing.FULL) {
            return Optional.of(FileRefusal.OUTSIDER);
        }
        if (file.refusal().isPresent()) {
            return file.refusal();
        }
        if (file.file().bytes() == 0) {
            return Optional.of(FileRefusal.EMPTY);
        }
        return file.file().bytes() > settings.files().largestAttachment()
                ? Optional.of(FileRefusal.TOO_LARGE)
                : Optional.empty();
    }

    private String who(Member member) {
        return member.standing() == Member.Standing.FULL && identities.of(member) instanceof Identity.Known known
                ? FileWords.person(known.user().name())
                : FileWords.chatName(member);
    }
}
