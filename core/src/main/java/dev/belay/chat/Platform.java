package dev.belay.chat;

import java.util.Set;

/** The chat platforms. An id that was ever stored is never changed. */
public enum Platform {
    SLACK("slack", "Slack", 80),
    TEAMS("teams", "Microsoft Teams", 50);

    private final String id;
    private final String label;
    private final int longestChannelName;

    Platform(String id, String label, int longestChannelName) {
        this.id = id;
        this.label = label;
        this.longestChannelName = longestChannelName;
    }

    /** The id in queues, tables and settings. */
    public String id() {
        return id;
    }

    /** The name that people know. */
    public String label() {
        return label;
    }

    /**
     * In characters (docs.slack.dev, conversations.create; learn.microsoft.com/microsoftteams/limits-specifications-teams).
     */
    public int longestChannelName() {
        return longestChannelName;
    }

    /** What is asked where the platform is asked, as failures call it: Microsoft Entra ID gives the tokens for Teams. */
    public Set<String> systems() {
        return switch (this) {
            case SLACK -> Set.of(id);
            case TEAMS -> Set.of(id, "entra");
        };
    }

    /**
     * @throws IllegalArgumentException when no platform has this id
     */
    public static Platform of(String id) {
        for (Platform platform : values()) {
            if (platform.id.equals(id)) {
                return platform;
            }
        }
        throw new IllegalArgumentException("no chat platform is called '" + id + "'");
    }
}
