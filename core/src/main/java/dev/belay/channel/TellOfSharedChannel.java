package dev.belay.channel;

import dev.belay.chat.Platform;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.event.TeamEvent;
import dev.belay.link.LinkStatus;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.team.LinksInChannel;
import dev.belay.team.TeamStatus;
import java.util.Optional;

/**
 * Tells those who run this, once, that a shared channel of a route is of no use any more: what belongs into it is shown nowhere until a
 * person mends that.
 */
public final class TellOfSharedChannel {
    private final TellOperators operators;

    public TellOfSharedChannel(TellOperators operators) {
        this.operators = operators;
    }

    /**
     * @param now how a conversation in it stands
     * @throws dev.belay.failure.ExternalFailure when it could not be said yet, and saying it later may help
     */
    void tell(Platform platform, String workspace, String channel, LinkStatus now, Settings settings) {
        if (now != LinkStatus.READY) {
            String subject = "shared-channel:" + platform.id() + ":" + workspace + ":" + channel + ":" + now;
            operators.surely(subject, sentence(platform, channel, now), settings);
        }
    }

    private static String sentence(Platform platform, String channel, LinkStatus now) {
        return "The channel " + channel + " in " + platform.label() + ", which a route shares among its records, is "
                + now.inWords() + ". They are shown nowhere until " + way(platform, now)
                + ", or the settings name another channel.";
    }

    private static String way(Platform platform, LinkStatus now) {
        return switch (now) {
            case ARCHIVED ->
                platform == Platform.SLACK
                        ? "somebody takes it out of the archive and invites the app with /invite @Belay"
                        : "somebody takes it out of the archive";
            case APP_REMOVED ->
                platform == Platform.SLACK
                        ? "somebody invites the app with /invite @Belay"
                        : "somebody installs the app in its team again";
            default -> platform == Platform.SLACK ? "there is one again" : "an owner of its team restores it";
        };
    }

    /**
     * Tells where an event of a team took a shared channel from us.
     *
     * @param status what the team shows; none where the platform does not let us look
     */
    public void heard(TeamEvent event, Optional<TeamStatus> status, Settings settings) {
        switch (event.kind()) {
            case CHANNEL_DELETED ->
                event.channel()
                        .filter(channel -> isShared(event, channel, settings) && !stands(status, channel))
                        .ifPresent(channel -> tell(event, channel, LinkStatus.CHANNEL_DELETED, settings));
            case APP_REMOVED -> {
                if (status.filter(TeamStatus.AppInstalled.class::isInstance).isEmpty()) {
                    event.team().ifPresent(team -> appRemoved(event, team, settings));
                }
            }
            case APP_INSTALLED, CHANNEL_RESTORED, CHANNEL_RENAMED -> {}
        }
    }

    private static boolean isShared(TeamEvent event, String channel, Settings settings) {
        return LinksInChannel.isShared(event.platform(), event.workspace(), channel, settings);
    }

    private static boolean stands(Optional<TeamStatus> status, String channel) {
        return status.filter(now -> now instanceof TeamStatus.AppInstalled seen && seen.has(channel))
                .isPresent();
    }

    private void appRemoved(TeamEvent event, String team, Settings settings) {
        settings.routes().stream()
                .filter(route -> route.platform() == event.platform()
                        && route.workspace().equals(event.workspace()))
                .filter(route -> route.teams().contains(team))
                .map(Route::sharedChannel)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(channel -> tell(event, channel, LinkStatus.APP_REMOVED, settings));
    }

    private void tell(TeamEvent event, String channel, LinkStatus now, Settings settings) {
        tell(event.platform(), event.workspace(), channel, now, settings);
    }
}
