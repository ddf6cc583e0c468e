package dev.belay.dialog;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a page that people may be led to. */
public final class WebAddress {
    private static final int LONGEST = 2_000;

    private WebAddress() {}

    /** What is wrong with it, as a sentence for whoever entered it; empty where nothing is. */
    static String problem(String address) {
        if (address.length() > LONGEST) {
            return "This address is longer than " + LONGEST + " characters.";
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return "This is not a web address. Paste it whole, as in https://example.com/page.";
        }
        String scheme = uri.getScheme();
        if (scheme == null || !scheme.equalsIgnoreCase("https")) {
            return "The address must begin with https://.";
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return "This is not a web address. Paste it whole, as in https://example.com/page.";
        }
        return "";
    }

    public static boolean isOne(String address) {
        return problem(address).isEmpty();
    }
}
