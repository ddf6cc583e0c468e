package dev.belay.slack.call;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Slack's error codes by what they mean; one that is not listed is final: a retry gets the same answer (the common errors of
 * docs.slack.dev/reference/methods). What those that are about our token do is in {@code docs/credentials.md}, one by one.
 */
public final class SlackErrors {
    /** What a code says. */
    enum Kind {
        /** Too many calls. */
        RATE_LIMIT,
        /** Nothing happened, and a retry later will help. */
        TEMPORARY,
        /** Nothing happened: nobody may call until the workspace is ready, or people have logged in to it again. */
        NOT_NOW,
        /** "Some aspect of the operation may have succeeded." */
        OUTCOME_UNKNOWN,
        /** Our token is expired, revoked, of the wrong kind, or not taken from where we are: whatever is called, it is refused. */
        TOKEN,
        /** The token is good, and this call is more than it may. */
        RIGHT,
        /** Anything else that is final. */
        FINAL
    }

    static final String MISSING_SCOPE = "missing_scope";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("ratelimited", Kind.RATE_LIMIT),
            Map.entry("rate_limited", Kind.RATE_LIMIT),
            Map.entry("service_unavailable", Kind.TEMPORARY),
            Map.entry("team_added_to_org", Kind.NOT_NOW),
            Map.entry("org_login_required", Kind.NOT_NOW),
            Map.entry("fatal_error", Kind.OUTCOME_UNKNOWN),
            Map.entry("internal_error", Kind.OUTCOME_UNKNOWN),
            Map.entry("request_timeout", Kind.OUTCOME_UNKNOWN),
            Map.entry("invalid_auth", Kind.TOKEN),
            Map.entry("not_authed", Kind.TOKEN),
            Map.entry("account_inactive", Kind.TOKEN),
            Map.entry("token_revoked", Kind.TOKEN),
            Map.entry("token_expired", Kind.TOKEN),
            Map.entry("not_allowed_token_type", Kind.TOKEN),
            Map.entry("access_denied", Kind.TOKEN),
            Map.entry("two_factor_setup_required", Kind.TOKEN),
            Map.entry("accesslimited", Kind.TOKEN),
            Map.entry("team_access_not_granted", Kind.TOKEN),
            Map.entry(MISSING_SCOPE, Kind.RIGHT),
            Map.entry("no_permission", Kind.RIGHT),
            Map.entry("restricted_action", Kind.RIGHT),
            Map.entry("ekm_access_denied", Kind.RIGHT),
            Map.entry("enterprise_is_restricted", Kind.RIGHT));

    /** Slack's codes are such words; what is none was said by something between us, in words that may be anybody's. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,79}");

    private static final Pattern SCOPES = Pattern.compile("[a-z:._, -]{1,1000}");

    /** What those who run this can do about a refusal (docs.slack.dev, each method's errors). */
    private static final Map<String, String> FIXES = Map.ofEntries(
            Map.entry("not_in_channel", "invite the app there with /invite @Belay"),
            Map.entry(
                    "channel_not_found",
                    "correct the channel's id in the settings, or invite the app there if it is private"),
            Map.entry(
                    "cant_archive_general",
                    "no record belongs into the workspace's general channel: it is never archived"),
            Map.entry(
                    "cant_archive_required",
                    "an administrator has made everybody a member: the channel is never archived"),
            Map.entry("is_archived", "unarchive the channel, or name another one in the settings"),
            Map.entry(MISSING_SCOPE, "give the app the scopes of infra/slack/manifest.yaml and install it again"),
            Map.entry("restricted_action", "let the app do this in the workspace's permissions"),
            Map.entry("ekm_access_denied", "an administrator has suspended posting with the organization's own keys"),
            Map.entry("enterprise_is_restricted", "install the app in the workspace, not in the organization"),
            Map.entry("no_permission", "let the app do this in the workspace's permissions"),
            Map.entry("accesslimited", "let the functions' addresses in, among the workspace's and the app's"),
            Map.entry(
                    "invalid_auth",
                    "store the bot token again; if the app has allowed addresses, let the functions in"),
            Map.entry("account_inactive", "install the app again, and store its new bot token"),
            Map.entry("token_revoked", "install the app again, and store its new bot token"),
            Map.entry("token_expired", "install the app again, and store its new token with its refresh_token"),
            Map.entry("not_allowed_token_type", "store the bot token, which begins with xoxb-"),
            Map.entry("team_access_not_granted", "let an organization's administrator grant the app this workspace"),
            Map.entry("two_factor_setup_required", "let whoever installed the app set up two-factor authentication"),
            Map.entry("user_not_found", "correct the ids of the responders in the settings"),
            Map.entry("user_is_restricted", "name responders who are full members in the settings"));

    private SlackErrors() {}

    /** The codes that are about our token: what it is, what it may do, and whether it is let in now. */
    public static Set<String> aboutTokens() {
        return KINDS.entrySet().stream()
                .filter(entry -> switch (entry.getValue()) {
                    case TOKEN, RIGHT, NOT_NOW -> true;
                    case RATE_LIMIT, TEMPORARY, OUTCOME_UNKNOWN, FINAL -> false;
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a code says. */
    static Kind kind(String error) {
        return KINDS.getOrDefault(error, Kind.FINAL);
    }

    /** Whether this is a code as Slack writes them, which may be logged. */
    static boolean isCode(String error) {
        return CODE.matcher(error).matches();
    }

    /** Whether these are names of scopes, as Slack lists them. */
    static boolean areScopes(@Nullable String listed) {
        return listed != null && SCOPES.matcher(listed).matches();
    }

    /** Names of scopes, as Slack lists them. */
    static String scopes(@Nullable String listed) {
        return listed != null && areScopes(listed) ? listed : "(not told)";
    }

    /** What to do about it, where that follows from the error alone. */
    static Optional<String> fix(String error) {
        return Optional.ofNullable(FIXES.get(error));
    }
}
