package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.teams.signing.ActivityTokens;
import dev.belay.simulator.teams.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts an activity under a token, as the Bot Connector does, and under another one again. */
final class Signer {
    private final Tenant tenant;
    private final ActivityTokens tokens;

    Signer(Tenant tenant, ActivityTokens tokens) {
        this.tenant = tenant;
        this.tokens = tokens;
    }

    SignedRequest sign(JsonObject activity) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)");
        headers.put("x-ms-conversation-id", activity.getObject("conversation").getString("id"));
        headers.put("x-ms-tenant-id", tenant.id());
        headers.put("Authorization", "Bearer " + tokens.token(activity.getString("serviceUrl", "")));
        return new SignedRequest(headers, JsonWriter.string(activity).getBytes(StandardCharsets.UTF_8));
    }

    /** The same bytes under a token of now. */
    SignedRequest signAgain(SignedRequest request) {
        return request.withToken(tokens.token(request.activity().getString("serviceUrl", "")));
    }

    /**
     * The same activity as Teams sends it again after a while: with new times, and under a new id (github.com/microsoft/botbuilder-dotnet/issues/5005).
     * The id of a message is the message's own, by which it is answered, changed and read, and stays.
     */
    SignedRequest signAnew(SignedRequest request) {
        JsonObject activity = request.activity();
        if (activity.getString("id", "").startsWith(Envelope.OF_REQUEST)) {
            activity.put("id", Envelope.OF_REQUEST + tenant.identifiers().unique());
        }
        Envelope.putTimes(activity, tenant.clock().instant());
        return sign(activity);
    }
}
