package dev.belay.address;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The one rule of where a token or a secret may be sent: nobody on the way can read it. */
public final class SafeAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    /** Whether what is sent there is encrypted or stays on this machine. */
    public static boolean isSafe(URI address) {
        return address.getHost() != null
                && (hasScheme("https", address) || (hasScheme("http", address) && isLoopback(address)));
    }

    /** Whether what is sent there stays on this machine. */
    public static boolean isLoopback(URI address) {
        String host = address.getHost();
        return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean hasScheme(String scheme, URI address) {
        return scheme.equalsIgnoreCase(address.getScheme());
    }
}
