package dev.belay.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who we are in each workspace, asked once. */
final class Bots {
    /**
     * Our bot.
     *
     * @param team the workspace to name in calls, which only an app installed for a whole organization needs
     */
    record Bot(String user, Optional<String> bot, Optional<String> team) {}

    private final SlackCalls calls;
    private final Map<String, Bot> known = new ConcurrentHashMap<>();

    Bots(SlackCalls calls) {
        this.calls = calls;
    }

    Bot of(String workspace) {
        Bot bot = known.get(workspace);
        if (bot == null) {
            bot = ask(workspace);
            known.put(workspace, bot);
        }
        return bot;
    }

    private Bot ask(String workspace) {
        AuthTestResponse answer = calls.call(workspace, SlackMethod.AUTH_TEST, client -> client.authTest(r -> r));
        boolean organization = answer.isEnterpriseInstall();
        if (!organization && !workspace.equals(answer.getTeamId())) {
            throw new Rejected(
                    Platform.SLACK.id(), "the token of workspace " + workspace + " belongs to " + answer.getTeamId());
        }
        return new Bot(
                answer.getUserId(),
                Optional.ofNullable(answer.getBotId()),
                organization ? Optional.of(workspace) : Optional.empty());
    }
}
