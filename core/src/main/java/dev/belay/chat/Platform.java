package dev.belay.chat;

/** The chat platforms. A word that was ever stored is never changed. */
public enum Platform {
    SLACK("slack", "Slack", 80),
    TEAMS("teams", "Microsoft Teams", 50);

    private final String word;
    private final String label;
    private final int longestChannelName;

    Platform(String word, String label, int longestChannelName) {
        this.word = word;
        this.label = label;
        this.longestChannelName = longestChannelName;
    }

    /** The word in queues, tables and settings. */
    public String word() {
        return word;
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

    /**
     * @throws IllegalArgumentException when no platform has this word
     */
    public static Platform of(String word) {
        for (Platform platform : values()) {
            if (platform.word.equals(word)) {
                return platform;
            }
        }
        throw new IllegalArgumentException("no chat platform is called '" + word + "'");
    }
}
