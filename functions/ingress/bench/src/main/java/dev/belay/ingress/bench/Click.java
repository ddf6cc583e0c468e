package dev.belay.ingress.bench;

import com.grack.nanojson.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A press on a button of a card, as Slack signs and API Gateway hands it over. */
enum Click {
    /** It is stored for a worker. */
    ACKNOWLEDGE("ack"),
    /** It opens a dialog. */
    HAND_OVER("hand-over");

    static final String SECRET = "test-signing-secret";

    private static final String PAYLOAD = """
            {"type":"block_actions","api_app_id":"A01BELAY","token":"verification-token",\
            "team":{"id":"T01ACME","domain":"acme"},"is_enterprise_install":false,\
            "user":{"id":"U01ALICE","username":"alice","name":"alice","team_id":"T01ACME"},\
            "container":{"type":"message","message_ts":"1795336131.000001","channel_id":"C01GEN","is_ephemeral":false},\
            "trigger_id":"3361319821.3361319822.4fc783fa49d347f49f837919","channel":{"id":"C01GEN","name":"general"},\
            "message":{"type":"message","ts":"1795336131.000001","channel":"C01GEN","user":"U0BELAY",\
            "bot_id":"B0BELAY","app_id":"A01BELAY","text":"INC0010023","blocks":[\
            {"type":"section","text":{"type":"mrkdwn","text":"*INC0010023* P1 checkout down"}},\
            {"type":"actions","block_id":"incident","elements":[\
            {"type":"button","action_id":"ack","style":"primary","text":{"type":"plain_text","text":"Acknowledge"},\
            "value":VALUE},\
            {"type":"button","action_id":"postmortem","text":{"type":"plain_text","text":"Attach postmortem"},\
            "value":VALUE}]}]},"state":{"values":{}},\
            "response_url":"https://hooks.slack.com/actions/T01ACME/3361319821/74737bd057c447718fb5",\
            "actions":[{"type":"button","action_id":"PRESSED","block_id":"incident","value":VALUE,\
            "action_ts":"1795336131.983"}]}""";
    private static final String VALUE =
            "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"PRESSED\"}";

    private final String action;

    Click(String action) {
        this.action = action;
    }

    /** The form that Slack posts. */
    String body() {
        return "payload="
                + URLEncoder.encode(
                        PAYLOAD.replace("VALUE", JsonWriter.string(VALUE)).replace("PRESSED", action),
                        StandardCharsets.UTF_8);
    }

    static String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed now. API Gateway encodes a form in base64. */
    String event() {
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        String body = body();
        return JsonWriter.string()
                .object()
                .value("version", "2.0")
                .value("routeKey", "POST /slack/events")
                .value("rawPath", "/slack/events")
                .value("rawQueryString", "")
                .object("headers")
                .value("accept", "*/*")
                .value("content-length", Integer.toString(body.length()))
                .value("content-type", "application/x-www-form-urlencoded")
                .value("host", "id.execute-api.eu-central-1.amazonaws.com")
                .value("user-agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .value("x-forwarded-for", "192.0.2.1")
                .value("x-slack-request-timestamp", timestamp)
                .value("x-slack-signature", signature(timestamp, body))
                .end()
                .object("requestContext")
                .value("requestId", "id")
                .value("stage", "$default")
                .object("http")
                .value("method", "POST")
                .value("path", "/slack/events")
                .end()
                .end()
                .value("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                .value("isBase64Encoded", true)
                .end()
                .done();
    }
}
