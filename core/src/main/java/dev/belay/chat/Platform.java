package dev.belay.chat;

/** The chat platforms. A word that was ever stored is never changed. */
public enum Platform {
    SLACK("slack", "Slack");

    private final String word;
    private final String label;

    Platform(String word, String label) {
        this.word = word;
        this.label = label;
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
