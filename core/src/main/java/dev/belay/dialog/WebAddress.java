package dev.belay.dialog;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address of a page that people may be led to. */
public final class WebAddress {
    private static final int LONGEST = 2_000;
    private static final String NOT_ONE = "This is not a web address. Paste it whole, as in https://example.com/page.";

    private WebAddress() {}

    /**
     * What is wrong with it, as a sentence for whoever entered it; empty where nothing is.
     *
     * @param hosts those that it may lead to, in any case and spelling of international names; any where none is named. What stands
     *     below a host is another host
     */
    public static String problem(String address, Collection<String> hosts) {
        if (address.length() > LONGEST) {
            return "This address is longer than " + LONGEST + " characters.";
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return NOT_ONE;
        }
        String scheme = uri.getScheme();
        if (scheme == null || !scheme.equalsIgnoreCase("https")) {
            return "The address must begin with https://.";
        }
        String host = host(uri);
        if (host == null) {
            return NOT_ONE;
        }
        return isAllowed(host, hosts) ? "" : "The address must be on " + String.join(" or ", hosts) + ".";
    }

    public static boolean isOne(String address) {
        return problem(address, List.of()).isEmpty();
    }

    /** In one spelling; null where there is none, or a user's name beside it. */
    private static @Nullable String host(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null || authority.indexOf('@') >= 0) {
            return null;
        }
        String host = uri.getHost();
        return host == null ? international(authority) : spelled(host);
    }

    /** {@link URI} finds no host that is not written in ASCII. */
    private static @Nullable String international(String authority) {
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        for (int i = colon + 1; colon >= 0 && i < authority.length(); i++) {
            if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
                return null;
            }
        }
        return isAscii(host) ? null : spelled(host);
    }

    private static boolean isAllowed(String host, Collection<String> hosts) {
        for (String allowed : hosts) {
            if (host.equals(spelled(allowed))) {
                return true;
            }
        }
        return hosts.isEmpty();
    }

    /** In lower case and in ASCII, without the dot of the root; null where it is no host's name. */
    private static @Nullable String spelled(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (isAscii(bare)) {
            return bare.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
