package dev.belay.simulator.servicenow.event;

import java.net.URI;

/**
 * Where the business rule sends events, and the key that it signs them with.
 *
 * @param key the shared key's bytes
 * @param keyId which of the receiver's keys this is, so that keys can be rotated
 */
public record EventTarget(URI url, byte[] key, String keyId) {
    public EventTarget {
        if (key.length == 0) {
            throw new IllegalArgumentException("the key that events are signed with is empty");
        }
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "EventTarget[" + url + ", key " + keyId + "]";
    }
}
