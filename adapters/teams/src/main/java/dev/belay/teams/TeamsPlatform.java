package dev.belay.teams;

import dev.belay.chat.Platform;
import dev.belay.file.Files;
import dev.belay.health.Counters;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.team.Installations;
import dev.belay.teams.call.AppAccess;
import dev.belay.teams.call.Credentials;
import dev.belay.teams.call.FileParts;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.TeamsEndpoints;
import dev.belay.teams.endpoint.TeamsSettings;
import dev.belay.teams.file.TeamsFiles;
import dev.belay.teams.message.ChannelThreads;
import dev.belay.teams.message.TeamsCards;
import dev.belay.teams.message.TeamsLines;
import dev.belay.teams.message.TeamsMessages;
import dev.belay.teams.person.Roster;
import dev.belay.teams.person.TeamsInvitations;
import dev.belay.teams.person.TeamsPeople;
import java.time.Clock;
import java.util.Optional;

/** Microsoft Teams as a chat platform: each capability over the same calls. */
public final class TeamsPlatform {
    private TeamsPlatform() {}

    /**
     * @param settings which app is ours
     * @param services where Microsoft's services are
     * @param installations the teams that our app is installed in
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
        TeamsCalls calls = new TeamsCalls(credentials, access(settings, services), limits, counters, clock);
        TeamsEndpoints endpoints = new TeamsEndpoints(settings, services, installations, clock);
        ChannelList channels = new ChannelList(calls, endpoints);
        ChannelThreads threads = new ChannelThreads(calls, endpoints);
        TeamsPeople people = new TeamsPeople(calls, endpoints);
        TeamsChannelSetup setup = new TeamsChannelSetup(calls, endpoints, services, threads, people);
        TeamsInvitations invitations =
                new TeamsInvitations(calls, endpoints, services, new Roster(calls, endpoints, people));
        return new ChatPlatform(
                Platform.TEAMS,
                new TeamsChannels(calls, endpoints, channels, setup, invitations),
                new TeamsCards(calls, endpoints, threads),
                new TeamsLines(threads, people),
                new TeamsMessages(calls, endpoints, threads),
                people,
                Optional.of(new TeamsTeams(calls, endpoints, channels)),
                new TeamsSurvey(calls, endpoints, channels, services, installations));
    }

    /** The files of conversations in Teams, for the one function that brings them. */
    public static Files files(
            Credentials credentials,
            ChatSettings settings,
            TeamsSettings services,
            Installations installations,
            RateLimitStore limits,
            Counters counters,
            Clock clock) {
        TeamsCalls calls = new TeamsCalls(credentials, access(settings, services), limits, counters, clock);
        TeamsEndpoints endpoints = new TeamsEndpoints(settings, services, installations, clock);
        TeamsLines lines = new TeamsLines(new ChannelThreads(calls, endpoints), new TeamsPeople(calls, endpoints));
        return new TeamsFiles(calls, endpoints, lines, new FileParts(services.graph()));
    }

    static AppAccess access(ChatSettings settings, TeamsSettings services) {
        return new AppAccess(
                settings.app(), services.login(), services.scope(), services.graphScope(), services.serviceHosts());
    }
}
