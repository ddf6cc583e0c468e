package dev.belay.simulator.slack.workspace;

import java.util.List;

/**
 * What a token allows.
 *
 * @param user whom a caller with this token acts as
 * @param byApp whether it is the app's bot token; otherwise it is a person's own
 */
public record Grant(String user, boolean byApp, List<String> scopes, Standing standing) {
    /** Whether a token still works, and what Slack calls it when it does not. */
    public enum Standing {
        VALID(""),
        REVOKED("token_revoked"),
        INACTIVE("account_inactive"),
        EXPIRED("token_expired"),
        /** One that was replaced long ago, or never given out. */
        UNKNOWN("invalid_auth");

        private final String error;

        Standing(String error) {
            this.error = error;
        }

        public String error() {
            return error;
        }
    }

    public Grant {
        scopes = List.copyOf(scopes);
    }

    public Grant with(Standing other) {
        return new Grant(user, byApp, scopes, other);
    }

    public Grant with(List<String> others) {
        return new Grant(user, byApp, others, standing);
    }
}
