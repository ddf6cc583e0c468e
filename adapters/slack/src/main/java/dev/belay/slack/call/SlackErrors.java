package dev.belay.slack.call;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** Slack's codes are such words; what is none was said by something between us, in words that may be anybody's. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,79}");

    private static final Pattern SCOPES = Pattern.compile("[a-z:._, -]{1,1000}");

    /** What those who run this can do about a refusal (docs.slack.dev, each method's errors). */
    private static final Map<String, String> FIXES = Map.ofEntries(
            Map.entry("not_in_channel", "invite the app there with /invite @Belay"),
            Map.entry(
                    "channel_not_found",
                    "correct the channel's id in the settings, or invite the app there if it is private"),
            Map.entry("is_archived", "unarchive the channel, or name another one in the settings"),
            Map.entry("missing_scope", "give the app the scopes of infra/slack/manifest.yaml and install it again"),
            Map.entry("restricted_action", "let the app do this in the workspace's permissions"),
            Map.entry("user_not_found", "correct the ids of the responders in the settings"),
            Map.entry("user_is_restricted", "name responders who are full members in the settings"));

    private SlackErrors() {}

    /** Whether this is a code as Slack writes them, which may be logged. */
    static boolean isCode(String error) {
        return CODE.matcher(error).matches();
    }

    /** Names of scopes, as Slack lists them. */
    static String scopes(@Nullable String listed) {
        return listed != null && SCOPES.matcher(listed).matches() ? listed : "(not told)";
    }

    /** What to do about it, where that follows from the error alone. */
    static Optional<String> fix(String error) {
        return Optional.ofNullable(FIXES.get(error));
    }

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
