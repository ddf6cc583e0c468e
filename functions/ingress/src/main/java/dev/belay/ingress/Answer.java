package dev.belay.ingress;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is answered, and what the log says of it.
 *
 * @param status of HTTP
 * @param body JSON, or nothing
 * @param outcome what was done with the request, in one word
 * @param reason why, for the log only
 */
record Answer(
        int status, String body, String outcome, @Nullable String reason) {
    /** The outcome of what is its sender's in all but its key. */
    static final String MISMATCHED = "mismatched";

    /** The outcome of what cannot be proved before a secret is stored. */
    static final String NOT_SET_UP = "not set up yet";

    /** It is stored, or needs nothing; Slack wants an empty body then. */
    static Answer done(String outcome, String reason) {
        return new Answer(200, "", outcome, reason);
    }

    /** It is stored. */
    static Answer accepted(String reason) {
        return new Answer(202, "{\"accepted\":true}", "stored", reason);
    }

    /** It is counted, and nothing is to be stored. */
    static Answer counted(String reason) {
        return new Answer(202, "{\"accepted\":true}", "counted", reason);
    }

    /** It is well formed, and nothing is done about it: sending it again changes nothing. */
    static Answer ignored(String reason) {
        return new Answer(202, "{\"accepted\":false}", "ignored", reason);
    }

    /** The answer to Slack's question whether the address is ours. */
    static Answer challenge(String challenge) {
        String body =
                JsonWriter.string().object().value("challenge", challenge).end().done();
        return new Answer(200, body, "answered", "url_verification");
    }

    /**
     * Nothing was stored.
     *
     * @param error what the sender is told: a word that tells nothing of our inside
     */
    static Answer refused(int status, String error, @Nullable String reason) {
        return new Answer(status, "{\"error\":\"" + error + "\"}", "refused", reason);
    }

    /** It was not proved where it comes from. */
    static Answer unauthorized(String reason) {
        return refused(401, "unauthorized", reason);
    }

    /** It is in all but its key as its sender's are: counted, since a secret or an id may be wrong. */
    static Answer mismatched(String reason) {
        return mismatched(401, "unauthorized", reason);
    }

    static Answer mismatched(int status, String error, String reason) {
        return new Answer(status, "{\"error\":\"" + error + "\"}", MISMATCHED, reason);
    }

    /** A secret is still to be stored: the sender should send it again, and a person who reads the answer sees what to do. */
    static Answer notSetUp(String sentence) {
        String body = JsonWriter.string()
                .object()
                .value("error", NOT_SET_UP)
                .value("message", sentence)
                .end()
                .done();
        return new Answer(503, body, NOT_SET_UP, sentence);
    }

    /** It is proved, and cannot be read. */
    static Answer malformed(@Nullable String reason) {
        return refused(400, "malformed", reason);
    }

    /** Perhaps it was not stored: the sender should send it again. */
    static Answer unavailable(@Nullable String reason) {
        return new Answer(503, "{\"error\":\"unavailable\"}", "unavailable", reason);
    }

    /** As API Gateway reads it. */
    byte[] bytes() {
        JsonStringWriter json = JsonWriter.string().object().value("statusCode", status);
        if (!body.isEmpty()) {
            json.object("headers").value("content-type", "application/json");
            if (status == 405) {
                json.value("allow", "POST");
            }
            json.end();
        }
        return json.value("body", body)
                .value("isBase64Encoded", false)
                .end()
                .done()
                .getBytes(StandardCharsets.UTF_8);
    }
}
