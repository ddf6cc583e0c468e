package dev.belay.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of secret: what each is named beneath the stack's name, and what its document holds. */
public enum SecretKind {
    /** What Slack signs its requests with: one for the app. */
    SLACK_SIGNING("slack-signing", false, "slack", "{\"signing_secret\": \"…\", \"previous_signing_secret\"?: \"…\"}"),
    /** What the app renews tokens with that rotate: one for the app. */
    SLACK_APP("slack-app", false, "slack", "{\"client_id\": \"…\", \"client_secret\": \"…\"}"),
    /** The app's bot token: one for each workspace, named by its id. */
    SLACK_TOKENS(
            "slack",
            true,
            "slack",
            "{\"bot_token\": \"xoxb-…\"}, with token rotation {\"bot_token\": \"xoxe.xoxb-…\", \"refresh_token\": \"xoxe-…\","
                    + " \"expires_at\": \"2027-01-31T12:00:00Z\"}"),
    /** What the app registration proves itself with: one for each tenant, named by its id. */
    TEAMS(
            "teams",
            true,
            "entra",
            "{\"client_secret\": \"…\", \"expires_on\"?: \"2027-11-01\"} or {\"certificate\": \"<PEM>\", \"private_key\":"
                    + " \"<PEM>\", \"expires_on\"?: \"2027-11-01\"}"),
    /** The OAuth client: one for each instance, named as it is. */
    SERVICENOW_CLIENT("servicenow", true, "servicenow", "{\"client_id\": \"…\", \"client_secret\": \"…\"}"),
    /** What the instance signs its events with: one for each instance. */
    SERVICENOW_EVENTS(
            "servicenow-events",
            true,
            "servicenow",
            "{\"key_id\": \"…\", \"key\": \"<base64>\", \"previous_key_id\"?: \"…\", \"previous_key\"?: \"<base64>\"}"),
    /** What pages people: the API token or signing key of each pager, by the name that the settings give it. */
    PAGERS("pagers", false, "pager", "{\"<pager>\": \"<API token or signing key>\"}");

    private final String folder;
    private final boolean owned;
    private final String system;
    private final String document;

    SecretKind(String folder, boolean owned, String system, String document) {
        this.folder = folder;
        this.owned = owned;
        this.system = system;
        this.document = document;
    }

    /** Which system takes it, in one word. */
    public String system() {
        return system;
    }

    /** Whether there is one for each workspace, tenant or instance. */
    public boolean isOwned() {
        return owned;
    }

    /** What its document looks like; a question mark follows what may be left out. */
    public String document() {
        return document;
    }

    /**
     * The name of the secret beneath the stack's, such as {@code slack/T01ACME}.
     *
     * @param owner the workspace, tenant or instance; not used where there is one for all
     */
    public String name(String owner) {
        return owned ? folder + "/" + owner : folder;
    }

    /** The kind of the secret that is named so beneath the stack's name. */
    public static Optional<SecretKind> named(String name) {
        int slash = name.indexOf('/');
        boolean owned = slash > 0 && slash < name.length() - 1;
        String folder = owned ? name.substring(0, slash) : name;
        for (SecretKind kind : values()) {
            if (kind.folder.equals(folder) && kind.owned == owned) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * What is wrong with a document of this kind, in sentences without a full stop, so that the secret cannot be used. They never
     * hold a value.
     */
    public List<String> problems(Map<String, ?> document) {
        return switch (this) {
            case SLACK_SIGNING -> SlackSigningShape.problems(document);
            case SLACK_APP -> SlackAppShape.problems(document);
            case SLACK_TOKENS -> SlackTokenShape.problems(document);
            case TEAMS -> TeamsShape.problems(document);
            case SERVICENOW_CLIENT -> ServiceNowClientShape.problems(document);
            case SERVICENOW_EVENTS -> ServiceNowEventsShape.problems(document);
            case PAGERS -> PagerShape.problems(document);
        };
    }

    /** What is hardly meant in a document that can be used. */
    public List<String> remarks(Map<String, ?> document) {
        return switch (this) {
            case SLACK_SIGNING -> Members.unknown(document, "signing_secret", "previous_signing_secret");
            case SLACK_TOKENS -> SlackTokenShape.remarks(document);
            case TEAMS -> TeamsShape.remarks(document);
            case SLACK_APP, SERVICENOW_CLIENT -> Members.unknown(document, "client_id", "client_secret");
            case SERVICENOW_EVENTS -> Members.unknown(document, "key_id", "key", "previous_key_id", "previous_key");
            case PAGERS -> List.of();
        };
    }
}
