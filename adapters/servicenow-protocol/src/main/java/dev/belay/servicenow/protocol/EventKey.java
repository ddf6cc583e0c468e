package dev.belay.servicenow.protocol;

import dev.belay.signature.HmacSha256;

/**
 * A key that the business rule signs with.
 *
 * @param id the name under which it is sent along
 */
public record EventKey(String id, byte[] key) {
    public EventKey {
        if (id.isEmpty() || key.length < 16) {
            throw new IllegalArgumentException("a key for events has a name and at least 16 bytes");
        }
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    HmacSha256 hmac() {
        return new HmacSha256(key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EventKey[" + id + "]";
    }
}
