package dev.belay.signature;

import org.jspecify.annotations.Nullable;

/**
 * A request as far as its signature covers it.
 *
 * @param timestamp the header that says when it was signed, in seconds; null where there is none
 * @param signature the header with the signature; null where there is none
 * @param body as it came, byte by byte
 */
public record SignedRequest(
        @Nullable String timestamp, @Nullable String signature, byte[] body) {}
