package dev.belay.credential;

import java.util.Arrays;
import java.util.Optional;

/**
 * One credential of an installation.
 *
 * @param owner the workspace, tenant, instance or pager that it is for, such as {@code T01ACME}
 */
public record CredentialId(Kind kind, String owner) {
    /** Which system takes a credential. */
    public enum Kind {
        /** A workspace's bot token. */
        SLACK("slack", "Slack"),
        /** What our app registration proves itself with in a tenant. */
        TEAMS("teams", "Microsoft Teams"),
        /** The OAuth client of an instance. */
        SERVICENOW("servicenow", "ServiceNow"),
        /** What an instance calls us with, and that it does. */
        SERVICENOW_EVENTS("servicenow-events", "ServiceNow's calls to us"),
        /** An API token or signing key of what pages people. */
        PAGER("pager", "the pager");

        private final String id;
        private final String label;

        Kind(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** The stored word. */
        public String id() {
            return id;
        }

        /** As people know it. */
        public String label() {
            return label;
        }
    }

    /** As it is stored, counted and logged, such as {@code slack/T01ACME}. */
    @Override
    public String toString() {
        return kind.id + "/" + owner;
    }

    /** The name beneath the stack's under which its secret is stored. */
    public String secret() {
        return kind == Kind.PAGER ? "pagers" : toString();
    }

    /** What {@link #toString} wrote. */
    public static Optional<CredentialId> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 1 || slash == text.length() - 1
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.id.equals(text.substring(0, slash)))
                        .findFirst()
                        .map(kind -> new CredentialId(kind, text.substring(slash + 1)));
    }
}
