package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Installation;
import dev.belay.chat.Installations;
import dev.belay.chat.TeamView;
import dev.belay.event.Hints;
import dev.belay.event.PlaceNotice;
import dev.belay.event.PlaceNotice.Kind;
import dev.belay.event.RecordHint;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what is known of teams and channels true to what stands there. Notices come late, again and in any order: each is a reason
 * to look, and only where we cannot look is it taken at its word.
 */
public final class HeedNotice {
    /** How long what stands may lag behind what was said of it. */
    static final Duration LAG = Duration.ofMinutes(2);

    private static final Duration SHORTLY = Duration.ofSeconds(20);
    private static final System.Logger LOG = System.getLogger(HeedNotice.class.getName());

    private final ConversationLinks links;
    private final Installations installations;
    private final Hints hints;
    private final Supplier<Settings> settings;
    private final Clock clock;

    /**
     * @param hints take word of the records whose conversation is back: what happened to them meanwhile was shown nowhere
     */
    public HeedNotice(
            ConversationLinks links,
            Installations installations,
            Hints hints,
            Supplier<Settings> settings,
            Clock clock) {
        this.links = links;
        this.installations = installations;
        this.hints = hints;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Repeating it changes nothing more.
     *
     * @param again whether an earlier run may have been killed over it
     * @param view what the notice's team shows; none where the platform does not let us look
     * @throws Unavailable when a young notice and what stands contradict each other: whichever is late will have come soon
     */
    public void heed(PlaceNotice notice, boolean again, Optional<TeamView> view) {
        view.ifPresentOrElse(stands -> compare(notice, stands), () -> believe(notice));
        if (again) {
            concerned(notice).stream()
                    .filter(link -> link.state() == LinkState.READY)
                    .forEach(link -> hint(notice, link));
        }
    }

    private void compare(PlaceNotice notice, TeamView view) {
        if (contradicts(notice, view)
                && clock.instant().isBefore(notice.acceptedAt().plus(LAG))) {
            throw new Unavailable(
                    notice.platform().word(), notice.kind() + " is not what stands there", Optional.of(SHORTLY));
        }
        switch (view) {
            case TeamView.Without() -> removed(notice);
            case TeamView.Within seen -> agree(notice, seen);
        }
    }

    private List<ConversationLink> concerned(PlaceNotice notice) {
        return notice.channel().isPresent()
                ? about(notice)
                : notice.team().map(team -> in(notice, team)).orElseGet(List::of);
    }

    private void hint(PlaceNotice notice, ConversationLink link) {
        String id = notice.noticeId() + ":" + link.record();
        Instant at = notice.acceptedAt();
        hints.send(new RecordHint(id, link.platform(), RecordHint.Type.UPDATED, link.record(), at, at));
    }

    private static boolean contradicts(PlaceNotice notice, TeamView view) {
        if (!(view instanceof TeamView.Within seen)) {
            return notice.kind() != Kind.REMOVED;
        }
        String channel = notice.channel().orElse("");
        return switch (notice.kind()) {
            case INSTALLED -> false;
            case REMOVED -> true;
            case CHANNEL_DELETED -> seen.has(channel);
            case CHANNEL_RESTORED -> !seen.has(channel);
            case CHANNEL_RENAMED ->
                notice.name()
                        .filter(name -> name.equals(seen.channels().get(channel)))
                        .isEmpty();
        };
    }

    /** What is ready in the team stays so: nobody said that it is not. */
    private void agree(PlaceNotice notice, TeamView.Within seen) {
        switch (notice.kind()) {
            case INSTALLED, REMOVED ->
                notice.team().ifPresent(team -> {
                    installations.put(installation(notice, team));
                    in(notice, team).stream()
                            .filter(link -> link.state() != LinkState.READY)
                            .forEach(link -> agree(notice, link, seen));
                });
            case CHANNEL_DELETED, CHANNEL_RESTORED, CHANNEL_RENAMED ->
                about(notice).forEach(link -> agree(notice, link, seen));
        }
    }

    private void agree(PlaceNotice notice, ConversationLink link, TeamView.Within seen) {
        Channel channel = link.channel().orElseThrow();
        LinkState now = seen.has(channel.id()) ? LinkState.READY : LinkState.GONE;
        LinkState other = now == LinkState.READY ? LinkState.GONE : LinkState.READY;
        turn(notice, link, other, now);
        turn(notice, link, LinkState.CUT_OFF, now);
        String name = seen.channels().getOrDefault(channel.id(), "");
        if (!name.isBlank() && !name.equals(channel.name())) {
            links.renamed(link.record(), link.platform(), name);
        }
    }

    private void believe(PlaceNotice notice) {
        switch (notice.kind()) {
            case INSTALLED -> installed(notice);
            case REMOVED -> removed(notice);
            case CHANNEL_DELETED -> about(notice).forEach(link -> turn(notice, link, LinkState.READY, LinkState.GONE));
            case CHANNEL_RESTORED -> about(notice).forEach(link -> turn(notice, link, LinkState.GONE, LinkState.READY));
            case CHANNEL_RENAMED ->
                notice.name().ifPresent(name -> about(notice)
                        .forEach(link -> links.renamed(link.record(), link.platform(), name)));
        }
    }

    private void installed(PlaceNotice notice) {
        notice.team().ifPresent(team -> {
            installations.put(installation(notice, team));
            in(notice, team).forEach(link -> turn(notice, link, LinkState.CUT_OFF, LinkState.READY));
        });
    }

    private void removed(PlaceNotice notice) {
        Optional<Installation> known =
                installations.find(notice.platform(), notice.workspace(), notice.teamConversation());
        Optional<String> team = notice.team().or(() -> known.map(Installation::team));
        team.ifPresent(id -> in(notice, id).forEach(link -> turn(notice, link, LinkState.READY, LinkState.CUT_OFF)));
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

    /** A card that is back may be old by now. */
    private void turn(PlaceNotice notice, ConversationLink link, LinkState from, LinkState to) {
        if (link.state() == from && links.turn(link.record(), link.platform(), from, to)) {
            LOG.log(System.Logger.Level.WARNING, "the conversation of {0} is {1} now", link.record(), to);
            if (to == LinkState.READY) {
                hint(notice, link);
            }
        }
    }
}
