package dev.belay.teams;

import dev.belay.chat.Platform;
import dev.belay.health.Counters;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.team.Installations;
import dev.belay.teams.call.Credentials;
import dev.belay.teams.call.TeamsCalls;
import java.time.Clock;
import java.util.Optional;

/** Microsoft Teams as a chat platform: each capability over the same calls. */
public final class TeamsPlatform {
    private TeamsPlatform() {}

    /**
     * @param settings which app is ours
     * @param services where Microsoft's services are
     * @param limits the rate limits that all workers share
     */
    public static ChatPlatform of(
            Credentials credentials,
            ChatSettings settings,
            TeamsSettings services,
            Installations installations,
            RateLimitStore limits,
            Counters counters,
            Clock clock) {
        TeamsCalls calls = new TeamsCalls(credentials, settings.app(), services, limits, counters, clock);
        TeamsEndpoints endpoints = new TeamsEndpoints(settings, services, installations, clock);
        TeamsCards cards = new TeamsCards(calls, endpoints);
        TeamsPeople people = new TeamsPeople(calls, endpoints);
        TeamsChannelSetup setup = new TeamsChannelSetup(calls, endpoints, services, cards, people);
        TeamsChannels channels = new TeamsChannels(calls, endpoints, setup);
        return new ChatPlatform(
                Platform.TEAMS,
                channels,
                cards,
                new TeamsMessages(calls, endpoints, cards),
                people,
                Optional.of(new InstalledTeams(calls, endpoints, channels)));
    }
}
