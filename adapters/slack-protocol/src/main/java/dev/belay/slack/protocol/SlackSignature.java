package dev.belay.slack.protocol;

import dev.belay.signature.HmacSha256;
import dev.belay.signature.HmacSignature;
import dev.belay.signature.HmacSignature.Encoding;
import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a request comes from Slack and is fresh (docs.slack.dev/authentication/verifying-requests-from-slack). Slack
 * names no overlap when a signing secret is regenerated, so two may hold.
 */
public final class SlackSignature {
    /** When the request was signed, in seconds. */
    public static final String TIMESTAMP_HEADER = "x-slack-request-timestamp";

    /** {@code v0=<hex>}. */
    public static final String SIGNATURE_HEADER = "x-slack-signature";

    private static final HmacSignature FORMAT = new HmacSignature("v0", Encoding.HEX);

    private final List<HmacSha256> secrets;

    /**
     * @param secrets the signing secrets that hold
     * @throws IllegalArgumentException when there is none, or an empty one: nothing is ever let in unproved
     */
    public SlackSignature(List<String> secrets) {
        if (secrets.isEmpty() || secrets.contains("")) {
            throw new IllegalArgumentException("there is no signing secret to prove requests with");
        }
        this.secrets = new ArrayList<>(secrets.size());
        for (String secret : secrets) {
            this.secrets.add(new HmacSha256(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /**
     * Checks a request.
     *
     * @param now in seconds
     */
    public Proof prove(SignedRequest request, long now) {
        return FORMAT.prove(request, secrets, now);
    }

    /**
     * Whether it looks as Slack's requests do, with whatever secret it is signed: the signature's form, and a body that is an event or
     * the form of a press or a command. The body is not parsed, since nobody proved it.
     */
    public static boolean isInItsWay(SignedRequest request) {
        if (!FORMAT.isWellFormed(request.signature())) {
            return false;
        }
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return body.startsWith("{")
                ? body.contains("\"type\"")
                : body.contains("payload=") || body.contains("command=");
    }
}
