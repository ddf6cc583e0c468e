package dev.belay.slack;

import dev.belay.chat.Platform;
import dev.belay.file.Files;
import dev.belay.health.Counters;
import dev.belay.message.ReactedMessages;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.ChatSettings;
import dev.belay.slack.call.FileStreams;
import dev.belay.slack.call.ResponseUrls;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackTokens;
import java.time.Clock;
import java.util.Optional;

/** Slack as a chat platform: each capability over the same calls. Its channels stand in no teams. */
public final class SlackPlatform {
    private SlackPlatform() {}

    /** The files of Slack's conversations, for the one function that brings them. */
    public static Files files(
            SlackClient client, SlackTokens tokens, RateLimitStore limits, Counters counters, Clock clock) {
        return new SlackFiles(
                new SlackCalls(client, tokens, limits, counters, clock), new FileStreams(client, limits, clock));
    }

    /** What reads the messages that people react to, for the one function that records them. */
    public static ReactedMessages reactedMessages(
            SlackClient client, SlackTokens tokens, RateLimitStore limits, Counters counters, Clock clock) {
        return new SlackReactedMessages(new SlackCalls(client, tokens, limits, counters, clock));
    }

    /**
     * @param settings whose people are ours
     * @param limits the rate limits that all workers share
     */
    public static ChatPlatform of(
            SlackClient client,
            SlackTokens tokens,
            ChatSettings settings,
            RateLimitStore limits,
            Counters counters,
            Clock clock) {
        SlackCalls calls = new SlackCalls(client, tokens, limits, counters, clock);
        Bots bots = new Bots(calls);
        OwnMessages own = new OwnMessages(calls, bots);
        SlackInvitations invitations = new SlackInvitations(calls, bots);
        return new ChatPlatform(
                Platform.SLACK,
                new SlackChannels(calls, client.address(), bots, invitations),
                new SlackCards(calls, own),
                new SlackLines(calls, own),
                new SlackMessages(calls, new ResponseUrls(client, limits, clock)),
                new SlackPeople(calls, settings, invitations),
                Optional.empty(),
                new SlackSurvey(calls, bots));
    }
}
