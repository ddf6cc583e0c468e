package dev.belay.relay;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.event.FileEvent;
import dev.belay.failure.Rejected;
import dev.belay.file.Attachments;
import dev.belay.file.ContentId;
import dev.belay.file.FileName;
import dev.belay.file.FileTransfers;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkedPlace;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.relay.AttachShared.Post;
import dev.belay.relay.AttachShared.Run;
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
    private final AttachShared attach;
    private final Members members;

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
        this.attach = new AttachShared(tools, once, identities);
        this.members = members;
    }

    /**
     * @throws dev.belay.failure.ExternalFailure when a file could not be brought yet; the others were
     */
    public FileOutcome relay(FileEvent.Shared event, ChatPlatform chat, Files files, Settings settings) {
        return relay(event, new Run(event, chat, files, settings, false));
    }

    /** The same where nothing is tried again: what was not brought is noted with a link. */
    public void giveUp(FileEvent.Shared event, ChatPlatform chat, Files files, Settings settings) {
        var _ = relay(event, new Run(event, chat, files, settings, true));
    }

    private FileOutcome relay(FileEvent.Shared event, Run run) {
        if (!run.set().files().toRecord()) {
            return new FileOutcome.NotOurs("files are not brought to records");
        }
        Optional<RecordRef> record =
                LinkedPlace.around(event.at(), tools.links()).map(LinkedPlace::record);
        if (record.isEmpty()) {
            return new FileOutcome.NotOurs("the conversation is not linked");
        }
        Optional<Channel> channel = channel(event.at(), record.get(), run.set());
        if (channel.isEmpty()) {
            return new FileOutcome.NotOurs("the conversation's team is not known any more");
        }
        List<SharedFile> shared = run.files().of(channel.get(), event.at().thread(), event.message(), event.files());
        if (shared.isEmpty()) {
            return new FileOutcome.Brought(0);
        }
        Member by = member(run, channel.get());
        return by.standing() == Member.Standing.BOT
                ? new FileOutcome.NotOurs("a bot shared them")
                : relay(run, new Post(record.get(), channel.get(), by), shared);
    }

    /** Whom the platform does not show is nobody whose files are taken, once there is no other way. */
    private Member member(Run run, Channel channel) {
        ChatUser user = run.event().by();
        try {
            return members.member(run.chat().people(), user, channel.id(), Optional.empty());
        } catch (Rejected e) {
            if (run.isLast()) {
                return new Member(user, Member.Standing.STRANGER, "", Optional.empty());
            }
            throw e;
        }
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

    /** Of one that may not be looked at, as the word of it called it. */
    private static SharedFile named(SharedFile found, FileEvent.Shared event) {
        FileEvent.Told told = event.told().get(found.id());
        return told == null || found.file().bytes() >= 0
                ? found
                : found.as(new NamedFile(FileName.of(told.name()), found.file().type(), told.bytes()));
    }

    private FileOutcome relay(Run run, Post post, List<SharedFile> shared) {
        List<Duration> open = new ArrayList<>();
        InTurn each = new InTurn();
        for (SharedFile found : shared) {
            SharedFile file = named(found, run.event());
            ContentId id = attach.id(run, post, file.id());
            each.run(() -> once.bring(id, transfer -> attach.attach(run, post, file, transfer))
                    .ifPresent(open::add));
        }
        each.end();
        return open.stream()
                .min(Comparator.naturalOrder())
                .<FileOutcome>map(left -> new FileOutcome.Later("a file is not brought yet", Optional.of(left)))
                .orElseGet(() -> new FileOutcome.Brought(shared.size()));
    }
}
