package dev.belay.relay;

import dev.belay.chat.Channel;
import dev.belay.chat.Member;
import dev.belay.event.FileEvent;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.file.ContentId;
import dev.belay.file.FileBytes;
import dev.belay.file.FileRefusal;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Transfer;
import dev.belay.file.Uploaded;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/** Attaches one file to a record and notes who shared it, or notes a link to it. */
final class AttachShared {
    /** For how long an attachment whose answer was lost is made again where it is not there. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private static final Uploaded UNCERTAIN = new Uploaded.Refused(FileRefusal.UNCERTAIN);

    private final RelayToRecord.Tools tools;
    private final OneFile once;
    private final Identities identities;

    AttachShared(RelayToRecord.Tools tools, OneFile once, Identities identities) {
        this.tools = tools;
        this.once = once;
        this.identities = identities;
    }

    /**
     * One run over the files of one message.
     *
     * @param isLast whether none comes after it
     */
    record Run(FileEvent.Shared event, ChatPlatform chat, Files files, Settings set, boolean isLast) {}

    /** The message: on which record's conversation it is, and who wrote it. */
    record Post(RecordRef record, Channel channel, Member by) {}

    /** Under which a file of a message is brought once. */
    ContentId id(Run run, Post post, String file) {
        FileEvent.Shared event = run.event();
        return ContentId.shared(event.platform(), event.at().workspace(), file, post.record());
    }

    /** Whether it is done; else it is tried again later. */
    boolean attach(Run run, Post post, SharedFile file, Transfer transfer) {
        ContentId content = id(run, post, file.content());
        boolean isNew = !content.equals(transfer.id());
        if (isNew && isKnown(content, post, transfer)) {
            return true;
        }
        Optional<Uploaded> result = cameLate(run, post, transfer)
                .or(() ->
                        once.result(transfer, run.event().platform().id(), () -> attached(run, post, file, transfer)));
        result.ifPresent(found -> {
            note(run, post, file, transfer, found);
            if (found.equals(UNCERTAIN)) {
                once.settled(transfer.id(), run.event().platform().id(), found);
            }
        });
        if (isNew && result.filter(Uploaded.Stored.class::isInstance).isPresent()) {
            tools.transfers().remember(content);
        }
        return result.isPresent();
    }

    /** Whether another message had the very same; what an earlier run attached for this one is noted all the same. */
    private boolean isKnown(ContentId content, Post post, Transfer transfer) {
        return transfer.result().isEmpty()
                && tools.transfers().knows(content)
                && !(transfer.again() && own(post, transfer).isPresent());
    }

    private void note(Run run, Post post, SharedFile file, Transfer transfer, Uploaded result) {
        NoteReference reference = transfer.id().reference();
        if (!transfer.again() || !tools.records().hasNote(post.record(), reference)) {
            String text = FileWords.note(
                    file, who(post.by(), run.set()), run.event().platform().label(), result);
            tools.records()
                    .change(post.record(), new RecordChange(RecordChange.Fields.NONE, new WorkNote(text, reference)));
        }
    }

    /** What arrived after all although nothing more was tried. */
    private Optional<Uploaded> cameLate(Run run, Post post, Transfer transfer) {
        return transfer.result()
                .filter(UNCERTAIN::equals)
                .flatMap(_ -> own(post, transfer))
                .map(there -> once.settled(transfer.id(), run.event().platform().id(), there));
    }

    private Optional<Uploaded> own(Post post, Transfer transfer) {
        return tools.attachments()
                .findOwn(post.record(), transfer.id().reference())
                .map(id -> new Uploaded.Stored(id.value()));
    }

    private Uploaded attached(Run run, Post post, SharedFile file, Transfer transfer) {
        Optional<FileRefusal> refusal = refusal(file, post.by(), run.set());
        if (refusal.isPresent()) {
            return new Uploaded.Refused(refusal.get());
        }
        Optional<Uploaded> there = transfer.again() ? own(post, transfer) : Optional.empty();
        if (there.isPresent()) {
            return there.get();
        }
        if (run.isLast()) {
            return new Uploaded.Refused(FileRefusal.GIVEN_UP);
        }
        if (run.set().chats().size() > 1) {
            tools.transfers().sharedBy(transfer.id(), who(post.by(), run.set()));
        }
        NamedFile named =
                file.file().named(file.file().name().with(transfer.id().reference()));
        return run.files()
                .read(
                        post.channel(),
                        file,
                        bytes -> OneFile.passOn(bytes, () -> attach(post.record(), named, bytes, transfer)));
    }

    private Uploaded attach(RecordRef record, NamedFile named, FileBytes bytes, Transfer transfer) {
        try {
            return tools.attachments().attach(record, named, bytes);
        } catch (OutcomeUnknown e) {
            if (!tools.clock().instant().isBefore(transfer.since().plus(UNKNOWN))) {
                tools.transfers().settle(transfer.id(), UNCERTAIN);
            }
            throw e;
        }
    }

    private static Optional<FileRefusal> refusal(SharedFile file, Member member, Settings settings) {
        if (member.standing() != Member.Standing.FULL) {
            return Optional.of(
                    member.standing() == Member.Standing.DEACTIVATED ? FileRefusal.DEACTIVATED : FileRefusal.OUTSIDER);
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

    private String who(Member member, Settings settings) {
        return member.standing() == Member.Standing.FULL
                        && identities.of(member, settings) instanceof Identity.Known known
                ? FileWords.person(known.user().name())
                : FileWords.chatName(member);
    }
}
