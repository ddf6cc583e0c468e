package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.teams.protocol.ConnectorSigner;
import dev.belay.teams.protocol.RecordedActivity;
import java.time.Instant;

/** An installation with Teams, what the Bot Connector would send it, and what others would. */
final class TeamsIngress implements AutoCloseable {
    static final String APP = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0099";
    static final String SERVICE = "http://localhost:56150/_connector";
    static final Instant NOW = Instant.ofEpochSecond(1_795_336_131);
    static final ConnectorSigner SIGNER = new ConnectorSigner("the-key");

    final StubConnector connector = new StubConnector();
    final Ingress ingress;

    TeamsIngress(String platforms) {
        connector.keys.add(SIGNER.published("msteams", "skype"));
        ingress = new Ingress(platforms, connector.url() + StubConnector.METADATA);
    }

    static JsonObject submit() {
        return RecordedActivity.body("message_action_submit");
    }

    static JsonObject execute() {
        return RecordedActivity.body("invoke_action_execute");
    }

    static JsonObject installation() {
        return RecordedActivity.body("installation_update_team");
    }

    static JsonObject claims() {
        return ConnectorSigner.claims(APP, SERVICE, NOW);
    }

    static String token() {
        return "Bearer " + SIGNER.token(claims());
    }

    JsonObject event(String path, String authorization, String body) {
        JsonObject headers = new JsonObject();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", authorization);
        return Ingress.event(path, headers, body);
    }

    Ingress.Reply send(String authorization, JsonObject activity) {
        return ingress.send(event("/teams/messages", authorization, JsonWriter.string(activity)));
    }

    /** With the token that the Bot Connector sends. */
    Ingress.Reply send(JsonObject activity) {
        return send(token(), activity);
    }

    @Override
    public void close() {
        ingress.close();
        connector.close();
    }
}
