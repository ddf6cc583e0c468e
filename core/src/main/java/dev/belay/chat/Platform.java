package dev.belay.chat;

/** The chat platforms. A word that was ever stored is never changed. */
public enum Platform {
    SLACK("slack");

    private final String word;

    Platform(String word) {
        this.word = word;
    }

    /** The word in queues, tables and settings. */
    public String word() {
        return word;
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
