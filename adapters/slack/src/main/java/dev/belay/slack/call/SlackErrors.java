package dev.belay.slack.call;

import java.util.Set;

/**
 * Slack's error codes by what they mean; one that is not listed is final: a retry gets the same answer (the common errors of docs.slack.dev/reference/methods).
 */
final class SlackErrors {
    private static final Set<String> RATE_LIMITS = Set.of("ratelimited", "rate_limited");
    private static final Set<String> TEMPORARY =
            Set.of("service_unavailable", "team_added_to_org", "org_login_required");
    private static final Set<String> OUTCOME_UNKNOWN = Set.of("fatal_error", "internal_error", "request_timeout");
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

    static boolean isRateLimit(String error) {
        return RATE_LIMITS.contains(error);
    }

    /** Nothing happened, and a retry later will help. */
    static boolean isTemporary(String error) {
        return TEMPORARY.contains(error);
    }

    /** "Some aspect of the operation may have succeeded." */
    static boolean isOutcomeUnknown(String error) {
        return OUTCOME_UNKNOWN.contains(error);
    }

    /** Our token is expired, revoked, or of the wrong kind. */
    static boolean isOfToken(String error) {
        return TOKENS.contains(error);
    }
}
