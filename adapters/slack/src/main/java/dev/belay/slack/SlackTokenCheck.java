package dev.belay.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.belay.chat.Platform;
import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import dev.belay.slack.call.SlackScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks Slack whose a workspace's token is and what it may do: one {@code auth.test}, which needs no scope and changes nothing. An
 * organization's token is also shown for the workspace, since that may not have been granted.
 */
public final class SlackTokenCheck {
    private final SlackCalls calls;

    public SlackTokenCheck(SlackCalls calls) {
        this.calls = calls;
    }

    /**
     * Checks the token of a workspace.
     *
     * @param rotatesAt when the token ends, where it is one that rotates: it is replaced before, so that this is no end of the credential
     * @throws CredentialsRefused when Slack refuses it, it is no bot's, or it is another workspace's
     * @throws dev.belay.failure.Unavailable when Slack does not answer
     */
    public Finding check(String workspace, Optional<Instant> rotatesAt) {
        AuthTestResponse answer = calls.call(workspace, SlackMethod.AUTH_TEST, client -> client.authTest(r -> r));
        String team = String.valueOf(answer.isEnterpriseInstall() ? answer.getEnterpriseId() : answer.getTeamId());
        if (!answer.isEnterpriseInstall() && !workspace.equals(team)) {
            throw refused("the token of workspace " + workspace + " belongs to " + team);
        }
        if (answer.getBotId() == null) {
            throw refused("the token of workspace " + workspace + " is not a bot's");
        }
        Optional<Set<String>> granted = SlackCalls.granted(answer);
        List<SlackScope> lacking = granted.map(SlackScope::lacking).orElseGet(List::of);
        List<SlackScope> required =
                lacking.stream().filter(SlackScope::isRequired).toList();
        if (!required.isEmpty()) {
            return new Finding.Refused(
                    "Slack accepts it for " + team + ", and it lacks what no conversation can do without: "
                            + SlackScope.listed(required)
                            + ". Give the app the scopes of infra/slack/manifest.yaml, install it again and store its"
                            + " token");
        }
        if (answer.isEnterpriseInstall()) {
            showFor(workspace);
        }
        return new Finding.Taken(proof(team, granted, rotatesAt), Optional.empty(), remarks(granted, lacking));
    }

    /** One channel at most, of those that the bot is in (docs.slack.dev/reference/methods/users.conversations). */
    private void showFor(String workspace) {
        calls.call(
                workspace,
                SlackMethod.OWN_CHANNELS,
                client -> client.usersConversations(r -> r.teamId(workspace).limit(1)));
    }

    private static String proof(String team, Optional<Set<String>> granted, Optional<Instant> rotatesAt) {
        return "Slack accepts it for " + team
                + granted.map(scopes -> ", with the scopes "
                                + String.join(", ", scopes.stream().sorted().toList()))
                        .orElse("")
                + rotatesAt
                        .map(at -> "; it rotates: this token is good until " + at
                                + " and is replaced before, by its refresh token")
                        .orElse("");
    }

    private static List<String> remarks(Optional<Set<String>> granted, List<SlackScope> lacking) {
        List<String> remarks = new ArrayList<>();
        if (granted.isEmpty()) {
            remarks.add("Slack did not say which scopes it has");
        }
        lacking.forEach(scope -> remarks.add(
                "it lacks the scope " + scope.id() + ": " + scope.lost().orElseThrow()));
        return remarks;
    }

    private static CredentialsRefused refused(String said) {
        return new CredentialsRefused(Platform.SLACK.id(), said);
    }
}
