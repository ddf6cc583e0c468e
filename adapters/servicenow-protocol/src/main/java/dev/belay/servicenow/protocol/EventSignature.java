package dev.belay.servicenow.protocol;

import dev.belay.signature.HmacSha256;
import dev.belay.signature.HmacSignature;
import dev.belay.signature.HmacSignature.Encoding;
import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that an event comes from our business rule and is fresh: the signature is in base64, as
 * {@code CertificateEncryption.generateMac} writes it. During a rotation two keys hold, told apart by their ids.
 */
public final class EventSignature {
    /** When the event was signed, in seconds. */
    public static final String TIMESTAMP_HEADER = "x-belay-timestamp";

    /** {@code v1=<base64>}. */
    public static final String SIGNATURE_HEADER = "x-belay-signature";

    /** Which key signed. */
    public static final String KEY_ID_HEADER = "x-belay-key-id";

    /** The property of ServiceNow's application that names the credential with the key; beneath the application's scope, which is not known here. */
    public static final String CREDENTIAL_PROPERTY = "event.credential";

    static final HmacSignature FORMAT = new HmacSignature("v1", Encoding.BASE64);

    private final List<EventKey> keys;

    /**
     * @throws IllegalArgumentException when there is no key: nothing is ever let in unproved
     */
    public EventSignature(List<EventKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key to prove events with");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * Checks a request.
     *
     * @param keyId the header that says which key signed; null where there is none
     * @param now in seconds
     */
    public Proof prove(SignedRequest request, @Nullable String keyId, long now) {
        if (keyId == null) {
            return Proof.UNSIGNED;
        }
        List<HmacSha256> named = named(keyId);
        Proof proof = FORMAT.prove(request, named, now);
        return proof == Proof.FORGED && named.isEmpty() ? Proof.UNKNOWN_KEY : proof;
    }

    /** Whether it is signed in the way of our business rule, with whatever key. */
    public static boolean isInItsWay(SignedRequest request, @Nullable String keyId) {
        return keyId != null && FORMAT.isWellFormed(request.signature()) && startsObject(request.body());
    }

    private static boolean startsObject(byte[] body) {
        return body.length > 0 && body[0] == '{';
    }

    private List<HmacSha256> named(String keyId) {
        List<HmacSha256> named = new ArrayList<>();
        for (EventKey key : keys) {
            if (key.id().equals(keyId)) {
                named.add(key.hmac());
            }
        }
        return named;
    }
}
