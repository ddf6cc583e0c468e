package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An activity as it came, and what every kind says of itself: whose it is and where it comes from. */
public final class InboundActivity {
    /** The channel of the Bot Connector that Teams is. */
    static final String TEAMS = "msteams";

    private static final String BOT = "28:";

    private final JsonObject activity;

    private InboundActivity(JsonObject activity) {
        this.activity = activity;
    }

    /**
     * @throws MalformedActivity when it is not a JSON object
     */
    public static InboundActivity of(byte[] body) throws MalformedActivity {
        return new InboundActivity(Json.object(body));
    }

    /** Whether its sender waits for more than a status. */
    public boolean isInvoke() {
        return type().equals("invoke");
    }

    /**
     * Why it is not allowed in; null when it is of one of these tenants and comes from one of these hosts.
     *
     * @param tenants in lower case
     */
    public @Nullable AuthFailure authFailure(Set<String> tenants, ServiceHosts hosts) {
        String tenant = tenant();
        String conversation = Json.child(activity, "conversation").getString("tenantId", "");
        if (!tenants.contains(tenant) || !(conversation.isEmpty() || conversation.equalsIgnoreCase(tenant))) {
            return AuthFailure.OTHER_TENANT;
        }
        return hosts.allow(serviceUrl()) ? null : AuthFailure.OTHER_HOST;
    }

    /** In lower case, as it is stored. It stands in two places; where both name one, it must be the same. */
    String tenant() {
        String id = Json.child(Json.child(activity, "channelData"), "tenant").getString("id", "");
        String tenant = id.isEmpty() ? Json.child(activity, "conversation").getString("tenantId", "") : id;
        return tenant.toLowerCase(Locale.ROOT);
    }

    /** The same each time this activity is delivered; one without an id is told apart by when it came. */
    String eventId(Conversation conversation, Instant acceptedAt) throws MalformedActivity {
        Optional<String> id = Json.optionalId(activity, "id");
        return "teams:" + conversation.key() + ":" + (id.isPresent() ? id.get() : "at" + acceptedAt.toEpochMilli());
    }

    /** Our app, which it is for. */
    String app() throws MalformedActivity {
        String id = Json.id(Json.child(activity, "recipient"), "id");
        String app = id.startsWith(BOT) ? id.substring(BOT.length()) : id;
        return Json.checked(app, "recipient").toLowerCase(Locale.ROOT);
    }

    /** Whether a person sent it: a bot has no id in the directory. */
    boolean isOfPerson() {
        return !Json.child(activity, "from").getString("aadObjectId", "").isEmpty();
    }

    /** A bot has no id in the directory: under the id that it has with us, nobody will be found. */
    String sender() throws MalformedActivity {
        JsonObject from = Json.child(activity, "from");
        Optional<String> person = Json.optionalId(from, "aadObjectId");
        return person.isPresent() ? person.get().toLowerCase(Locale.ROOT) : Json.id(from, "id");
    }

    Optional<String> senderTenant() throws MalformedActivity {
        Optional<String> tenant = Json.optionalId(Json.child(activity, "from"), "tenantId");
        return tenant.isPresent() ? Optional.of(tenant.get().toLowerCase(Locale.ROOT)) : tenant;
    }

    String serviceUrl() {
        return activity.getString("serviceUrl", "");
    }

    String channelId() {
        return activity.getString("channelId", "");
    }

    String type() {
        return activity.getString("type", "");
    }

    JsonObject activity() {
        return activity;
    }
}
