package dev.belay.teams.call;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The codes of the Bot Connector and of Graph that are about what our app may do
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, learn.microsoft.com/graph/errors). They
 * come with 403 or 400 and are about one team or one permission: the app's credential is good. With 401 it is refused, whatever the code.
 */
public final class TeamsErrors {
    private static final Map<String, String> ADVICE = Map.of(
            "BotNotInConversationRoster", "install the app in the team",
            "AccessDenied", "install the app in the team",
            "BotDisabledByAdmin", "an administrator has disabled the app",
            "Forbidden", "install the app's newest version, which asks for what is missing",
            "NotEnoughPermissions", "install the app's newest version, which asks for what is missing",
            "Authorization_RequestDenied", "let an administrator grant the app the permission in Graph",
            "InvalidBotApiHost", "set the cloud that the tenant is in");

    private TeamsErrors() {}

    /** All codes that mean something here. */
    public static Set<String> known() {
        return ADVICE.keySet();
    }

    static Optional<String> advice(String code) {
        return Optional.ofNullable(ADVICE.get(code));
    }
}
