package dev.belay.team;

import dev.belay.chat.Channel;
import dev.belay.event.EventOutcome;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.event.TeamEvent.Kind;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is known of teams and channels true to what is there. Events come late, again and in any order: each is a reason to
 * look (level-triggered), and only where we cannot look is it taken at its word. Idempotent.
 */
public final class ApplyTeamEvent {
    private static final System.Logger LOG = System.getLogger(ApplyTeamEvent.class.getName());

    private final ConversationLinks links;
    private final LinksInChannel inChannel;
    private final Installations installations;
    private final Hints hints;
    private final Clock clock;

    /**
     * @param hints take word of the records whose conversation is back, since what happened to them meanwhile was shown nowhere, and of
     *     those whose channel is gone
     */
    public ApplyTeamEvent(ConversationLinks links, Installations installations, Hints hints, Clock clock) {
        this.links = links;
        this.inChannel = new LinksInChannel(links);
        this.installations = installations;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * @param again whether an earlier run may have been killed over it
     * @param status what the event's team shows; none where the platform does not let us look
     */
    public EventOutcome apply(TeamEvent event, Optional<TeamStatus> status, Settings settings, boolean again) {
        if (status.filter(now -> isTooEarly(event, now)).isPresent()) {
            return new EventOutcome.RetryAfter(EventOutcome.LOOK_AGAIN);
        }
        Run run = new Run(event, settings);
        status.ifPresentOrElse(run::compare, run::believe);
        if (again) {
            run.hintAll();
        }
        return new EventOutcome.Applied();
    }

    private boolean isTooEarly(TeamEvent event, TeamStatus status) {
        return contradicts(event, status) && EventOutcome.mayLag(event.acceptedAt(), clock.instant());
    }

    private static boolean contradicts(TeamEvent event, TeamStatus status) {
        return switch (status) {
            case TeamStatus.AppMissing() -> event.kind() != Kind.APP_REMOVED;
            case TeamStatus.AppInstalled seen -> contradicts(event, seen);
        };
    }

    private static boolean contradicts(TeamEvent event, TeamStatus.AppInstalled seen) {
        String channel = event.channel().orElse("");
        return switch (event.kind()) {
            case APP_INSTALLED -> false;
            case APP_REMOVED -> true;
            case CHANNEL_DELETED -> seen.has(channel);
            case CHANNEL_RESTORED -> !seen.has(channel);
            case CHANNEL_RENAMED ->
                event.name()
                        .filter(name -> name.equals(seen.channels().get(channel)))
                        .isEmpty();
        };
    }

    /** One event, with the settings as they were when it was taken up. */
    private final class Run {
        private final TeamEvent event;
        private final Settings settings;

        Run(TeamEvent event, Settings settings) {
            this.event = event;
            this.settings = settings;
        }

        void compare(TeamStatus status) {
            switch (status) {
                case TeamStatus.AppMissing() -> appRemoved();
                case TeamStatus.AppInstalled seen -> agree(seen);
            }
        }

        /** What is ready in the team stays so: nobody said that it is not. */
        private void agree(TeamStatus.AppInstalled seen) {
            switch (event.kind()) {
                case APP_INSTALLED, APP_REMOVED ->
                    event.team().ifPresent(team -> {
                        installations.put(installation(team));
                        inTeam(team).stream()
                                .filter(link -> link.status() != LinkStatus.READY)
                                .forEach(link -> agree(link, seen));
                    });
                case CHANNEL_DELETED ->
                    inChannel().forEach(link -> {
                        agree(link, seen);
                        if (!seen.has(link.conversation().channel().id())) {
                            transition(link, LinkStatus.ARCHIVED, LinkStatus.CHANNEL_DELETED);
                        }
                    });
                case CHANNEL_RESTORED, CHANNEL_RENAMED -> inChannel().forEach(link -> agree(link, seen));
            }
        }

        private void agree(Made link, TeamStatus.AppInstalled seen) {
            Channel channel = link.conversation().channel();
            LinkStatus now = seen.has(channel.id()) ? LinkStatus.READY : LinkStatus.CHANNEL_DELETED;
            LinkStatus other = now == LinkStatus.READY ? LinkStatus.CHANNEL_DELETED : LinkStatus.READY;
            transition(link, other, now);
            transition(link, LinkStatus.APP_REMOVED, now);
            String name = seen.channels().getOrDefault(channel.id(), "");
            if (!name.isBlank() && !name.equals(channel.name())) {
                links.renamed(link, name);
            }
        }

        void believe() {
            switch (event.kind()) {
                case APP_INSTALLED -> appInstalled();
                case APP_REMOVED -> appRemoved();
                case CHANNEL_DELETED ->
                    inChannel().forEach(link -> {
                        transition(link, LinkStatus.READY, LinkStatus.CHANNEL_DELETED);
                        transition(link, LinkStatus.ARCHIVED, LinkStatus.CHANNEL_DELETED);
                    });
                case CHANNEL_RESTORED ->
                    inChannel().forEach(link -> transition(link, LinkStatus.CHANNEL_DELETED, LinkStatus.READY));
                case CHANNEL_RENAMED ->
                    event.name().ifPresent(name -> inChannel().forEach(link -> links.renamed(link, name)));
            }
        }

        private void appInstalled() {
            event.team().ifPresent(team -> {
                installations.put(installation(team));
                inTeam(team).forEach(link -> transition(link, LinkStatus.APP_REMOVED, LinkStatus.READY));
            });
        }

        private void appRemoved() {
            Optional<Installation> known =
                    installations.find(event.platform(), event.workspace(), event.teamConversation());
            event.team().or(() -> known.map(Installation::team)).ifPresent(team -> {
                inTeam(team).forEach(link -> transition(link, LinkStatus.READY, LinkStatus.APP_REMOVED));
                installations.remove(installation(team));
            });
        }

        private Installation installation(String team) {
            return new Installation(
                    event.platform(), event.workspace(), team, event.teamConversation(), event.address());
        }

        private List<Made> inTeam(String team) {
            return links.inWorkspace(event.platform(), event.workspace()).stream()
                    .filter(link -> link.conversation()
                            .channel()
                            .team()
                            .filter(team::equals)
                            .isPresent())
                    .toList();
        }

        private List<Made> inChannel() {
            return inChannel.find(
                    event.platform(), event.workspace(), event.channel().orElse(""), settings);
        }

        /** A card that is back may be old by now; of one that is gone, it is decided anew where the conversation goes on. */
        private void transition(Made link, LinkStatus from, LinkStatus to) {
            if (link.status() == from && links.transition(link, from, to)) {
                LOG.log(System.Logger.Level.WARNING, "the conversation of {0} is {1}", link.record(), to.inWords());
                if (isHinted(to)) {
                    hint(link);
                }
            }
        }

        /** A killed run may have moved a link and sent no hint. */
        void hintAll() {
            List<Made> concerned = event.channel().isPresent()
                    ? inChannel()
                    : event.team().map(this::inTeam).orElseGet(List::of);
            concerned.stream().filter(link -> isHinted(link.status())).forEach(this::hint);
        }

        private static boolean isHinted(LinkStatus status) {
            return status == LinkStatus.READY || status == LinkStatus.CHANNEL_DELETED;
        }

        private void hint(Made link) {
            String id = event.eventId() + ":" + link.record();
            Instant at = event.acceptedAt();
            hints.send(new RecordHint(id, link.platform(), RecordHint.Type.UPDATED, link.record(), at, at));
        }
    }
}
