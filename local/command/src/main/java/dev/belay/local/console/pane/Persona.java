package dev.belay.local.console.pane;

import com.grack.nanojson.JsonObject;
import dev.belay.local.console.web.Refused;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody whom one may be at the console, with what each system knows them as.
 *
 * @param may what they may do with records, in a few words
 * @param serviceNow their user name
 * @param slack their user id
 * @param slackToken with which they read Slack
 * @param teams their object id
 */
public record Persona(
        String id,
        String name,
        Role role,
        String may,
        Optional<String> serviceNow,
        Optional<String> slack,
        Optional<String> slackToken,
        Optional<String> teams) {
    /** What a person may do, in a word. */
    public enum Role {
        COMMANDER,
        /** A member who lacks the role. */
        RESPONDER,
        GUEST,
        /** Of a connected workspace, or another tenant. */
        CONNECTED,
        /** Whom ServiceNow does not know as exactly one user. */
        UNMAPPED
    }

    /** As whom they look at ServiceNow: an administrator where they have no user there. */
    String serviceNowUser() {
        return serviceNow.orElse("admin");
    }

    /**
     * As whom they change something in ServiceNow.
     *
     * @throws Refused where they have no user there
     */
    String serviceNowWriter() {
        return serviceNow.orElseThrow(() -> new Refused(
                403, name + " has no user in ServiceNow and looks only. Be somebody else to change something there."));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("name", name);
        json.put("role", role.name().toLowerCase(Locale.ROOT));
        json.put("may", may);
        json.put("servicenow", serviceNow.orElse(null));
        json.put("slack", slack.orElse(null));
        json.put("teams", teams.orElse(null));
        return json;
    }
}
