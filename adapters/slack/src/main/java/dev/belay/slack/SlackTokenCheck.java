package dev.belay.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks Slack whose a workspace's token is: one {@code auth.test}, which needs no scope and changes nothing. */
public final class SlackTokenCheck {
    private final SlackCalls calls;

    public SlackTokenCheck(SlackCalls calls) {
        this.calls = calls;
    }

    /**
     * What Slack knows of the token.
     *
     * @param team the workspace or organization that it is for
     * @param scopes what it may do, where Slack says it (the header {@code x-oauth-scopes})
     */
    public record Accepted(String team, Optional<Set<String>> scopes) {}

    /**
     * Checks the token of a workspace.
     *
     * @throws CredentialsRefused when Slack refuses it, it is no bot's, or it is another workspace's
     * @throws dev.belay.failure.Unavailable when Slack does not answer
     */
    public Accepted check(String workspace) {
        AuthTestResponse answer = calls.call(workspace, SlackMethod.AUTH_TEST, client -> client.authTest(r -> r));
        String team = String.valueOf(answer.isEnterpriseInstall() ? answer.getEnterpriseId() : answer.getTeamId());
        if (!answer.isEnterpriseInstall() && !workspace.equals(team)) {
            throw new CredentialsRefused(
                    Platform.SLACK.id(), "the token of workspace " + workspace + " belongs to " + team);
        }
        if (answer.getBotId() == null) {
            throw new CredentialsRefused(
                    Platform.SLACK.id(), "the token of workspace " + workspace + " is not a bot's");
        }
        return new Accepted(team, scopes(answer));
    }

    private static Optional<Set<String>> scopes(AuthTestResponse answer) {
        return Optional.ofNullable(answer.getHttpResponseHeaders())
                .map(headers -> headers.getOrDefault("x-oauth-scopes", List.of()))
                .flatMap(values -> values.stream().findFirst())
                .map(line -> new TreeSet<>(Arrays.asList(line.split(",\\s*", -1))));
    }
}
