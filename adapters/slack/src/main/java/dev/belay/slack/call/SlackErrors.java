package dev.belay.slack.call;

import java.util.Set;

/**
 * Slack's error words by what they mean; a word that is not listed is a no for good
 * (the common errors of docs.slack.dev/reference/methods).
 */
final class SlackErrors {
    private static final Set<String> LIMITS = Set.of("ratelimited", "rate_limited");
    private static final Set<String> PASSING = Set.of("service_unavailable", "team_added_to_org", "org_login_required");
    private static final Set<String> UNKNOWN = Set.of("fatal_error", "internal_error", "request_timeout");
    private static final Set<String> TOKENS = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "not_allowed_token_type",
            "access_denied",
            "two_factor_setup_required");

    private SlackErrors() {}

    static boolean isLimit(String error) {
        return LIMITS.contains(error);
    }

    /** Nothing happened, and asking later will help. */
    static boolean isPassing(String error) {
        return PASSING.contains(error);
    }

    /** "Some aspect of the operation may have succeeded." */
    static boolean isUnknown(String error) {
        return UNKNOWN.contains(error);
    }

    static boolean isOfToken(String error) {
        return TOKENS.contains(error);
    }
}
