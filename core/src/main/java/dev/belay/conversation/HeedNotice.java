package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Installation;
import dev.belay.chat.Installations;
import dev.belay.event.PlaceNotice;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps what is known of teams and channels true to what the platform says of them. */
public final class HeedNotice {
    private static final System.Logger LOG = System.getLogger(HeedNotice.class.getName());

    private final ConversationLinks links;
    private final Installations installations;
    private final Supplier<Settings> settings;

    public HeedNotice(ConversationLinks links, Installations installations, Supplier<Settings> settings) {
        this.links = links;
        this.installations = installations;
        this.settings = settings;
    }

    /** Repeating it changes nothing more. */
    public void heed(PlaceNotice notice) {
        switch (notice.kind()) {
            case INSTALLED -> installed(notice);
            case REMOVED -> removed(notice);
            case CHANNEL_DELETED -> about(notice).forEach(link -> turn(link, LinkState.READY, LinkState.GONE));
            case CHANNEL_RESTORED -> about(notice).forEach(link -> turn(link, LinkState.GONE, LinkState.READY));
            case CHANNEL_RENAMED ->
                notice.name().ifPresent(name -> about(notice)
                        .forEach(link -> links.renamed(link.record(), link.platform(), name)));
        }
    }

    private void installed(PlaceNotice notice) {
        notice.team().ifPresent(team -> {
            installations.put(installation(notice, team));
            in(notice, team).forEach(link -> turn(link, LinkState.CUT_OFF, LinkState.READY));
        });
    }

    private void removed(PlaceNotice notice) {
        Optional<Installation> known =
                installations.find(notice.platform(), notice.workspace(), notice.teamConversation());
        Optional<String> team = notice.team().or(() -> known.map(Installation::team));
        team.ifPresent(id -> in(notice, id).forEach(link -> turn(link, LinkState.READY, LinkState.CUT_OFF)));
        team.ifPresent(id -> installations.remove(installation(notice, id)));
    }

    private static Installation installation(PlaceNotice notice, String team) {
        return new Installation(
                notice.platform(), notice.workspace(), team, notice.teamConversation(), notice.service());
    }

    private List<ConversationLink> in(PlaceNotice notice, String team) {
        return links.within(notice.platform(), notice.workspace()).stream()
                .filter(link -> link.channel()
                        .flatMap(Channel::team)
                        .filter(team::equals)
                        .isPresent())
                .toList();
    }

    /** A channel of its own is bound to one record; a shared one has a thread for each of many. */
    private List<ConversationLink> about(PlaceNotice notice) {
        String channel = notice.channel().orElse("");
        Optional<ConversationLink> own = links.recordOf(
                        new ConversationId(notice.platform(), notice.workspace(), channel, Optional.empty()))
                .flatMap(record -> links.find(record, notice.platform()));
        if (own.isPresent() || !isShared(notice, channel)) {
            return own.stream().toList();
        }
        return links.within(notice.platform(), notice.workspace()).stream()
                .filter(link -> link.channel()
                        .filter(there -> there.id().equals(channel))
                        .isPresent())
                .toList();
    }

    private boolean isShared(PlaceNotice notice, String channel) {
        return settings.get().routes().stream()
                .filter(route -> route.platform() == notice.platform())
                .anyMatch(route -> route.sharedChannel().filter(channel::equals).isPresent());
    }

    private void turn(ConversationLink link, LinkState from, LinkState to) {
        if (links.turn(link.record(), link.platform(), from, to)) {
            LOG.log(System.Logger.Level.WARNING, "the conversation of {0} is {1} now", link.record(), to);
        }
    }
}
