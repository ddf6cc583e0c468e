package dev.belay.servicenow.table;

import java.util.Set;
import java.util.TreeSet;

/**
 * What ServiceNow says of our OAuth client, of its token, and of the rights of its user. What each does here is in
 * {@code docs/credentials.md}, one by one.
 */
public final class ServiceNowErrors {
    /**
     * The token endpoint's words. It tells no reason: {@code server_error} with {@code access_denied} is its answer to most
     * (seen in the field); the others are the standard's (RFC 6749, section 5.2). Each is a refusal of the client.
     */
    private static final Set<String> OF_TOKEN_ENDPOINT = Set.of(
            "access_denied",
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_scope",
            "unauthorized_client",
            "unsupported_grant_type");

    /** The Table API's words with 401: the token is not taken. */
    static final String UNAUTHENTICATED = "User Not Authenticated";

    /** The Table API's words with 403: the token is taken, and its user lacks a right. */
    static final Set<String> OF_RIGHTS = Set.of(
            "ACL Exception Update Failed due to security constraints",
            "Insufficient rights to query records",
            "Insufficient rights to update records",
            "User Not Authorized");

    private ServiceNowErrors() {}

    /** All words that are about a credential or a right. */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>(OF_TOKEN_ENDPOINT);
        known.add(UNAUTHENTICATED);
        known.addAll(OF_RIGHTS);
        return known;
    }

    /** A word of the token endpoint as it may be logged; whatever else it says may be anybody's. */
    static String word(String error) {
        return OF_TOKEN_ENDPOINT.contains(error) || error.equals("server_error") ? error : "an error of its own";
    }
}
