package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.TeamEvent;
import dev.belay.event.TeamEvent.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to our app in a team, and to the team's channels
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events).
 */
final class Lifecycle {
    private static final int LONGEST_NAME = 256;

    private Lifecycle() {}

    static TeamsActivity read(InboundActivity inbound, Instant acceptedAt) throws MalformedActivity {
        JsonObject activity = inbound.activity();
        JsonObject data = Json.child(activity, "channelData");
        Kind kind = inbound.type().equals("installationUpdate")
                ? installation(activity.getString("action", ""))
                : channel(data.getString("eventType", ""));
        JsonObject team = Json.child(data, "team");
        if (kind == null || team.getString("id", "").isEmpty()) { // in a person's own chat there is no team
            return TeamsActivity.notForUs(inbound.type());
        }
        boolean whole = kind == Kind.APP_INSTALLED || kind == Kind.APP_REMOVED;
        JsonObject channel = Json.child(data, "channel");
        return new TeamsActivity.Noticed(new TeamEvent(
                inbound.eventId(Conversation.of(activity), acceptedAt),
                Platform.TEAMS,
                kind,
                inbound.tenant(),
                directoryId(team),
                Json.id(team, "id"),
                whole ? Optional.empty() : Optional.of(Json.id(channel, "id")),
                whole ? Optional.empty() : name(channel),
                address(inbound),
                acceptedAt));
    }

    /** A new version comes as a removal of the old one and then as an installation: only the latter counts. */
    private static @Nullable Kind installation(String action) {
        if (action.equals("add") || action.equals("add-upgrade")) {
            return Kind.APP_INSTALLED;
        }
        return action.equals("remove") ? Kind.APP_REMOVED : null;
    }

    private static @Nullable Kind channel(String event) {
        if (event.equals("channelDeleted")) {
            return Kind.CHANNEL_DELETED;
        }
        if (event.equals("channelRestored")) {
            return Kind.CHANNEL_RESTORED;
        }
        return event.equals("channelRenamed") ? Kind.CHANNEL_RENAMED : null;
    }

    private static Optional<String> directoryId(JsonObject team) throws MalformedActivity {
        Optional<String> id = Json.optionalId(team, "aadGroupId");
        return id.isPresent() ? Optional.of(id.get().toLowerCase(Locale.ROOT)) : id;
    }

    private static ReplyAddress address(InboundActivity inbound) throws MalformedActivity {
        try {
            return new ReplyAddress(new URI(inbound.serviceUrl()).toString());
        } catch (URISyntaxException e) {
            throw new MalformedActivity("serviceUrl is not an address");
        }
    }

    private static Optional<String> name(JsonObject channel) {
        String name = channel.getString("name", "");
        return name.isEmpty() || name.length() > LONGEST_NAME ? Optional.empty() : Optional.of(name);
    }
}
