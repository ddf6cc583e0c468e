package dev.belay.file;

/** Why a file is not brought to the other side: a link to it is, instead. The names are stored and counted. */
public enum FileRefusal {
    TOO_LARGE("it is larger than what is taken there"),
    TYPE("files of its type are not taken there"),
    UPLOADS_DISABLED("uploads are switched off there"),
    STORAGE_FULL("there is no room for it there"),
    TOO_SLOW("bringing it over takes longer than we may run"),
    /** It is stored outside the conversation: who shared it may see it, and we must not show it to others. */
    ELSEWHERE("it is kept outside this conversation"),
    OUTSIDER("whoever shared it is a guest here or belongs to another organization"),
    /** A right is missing, or the platform shows a log-in page in place of the file. */
    UNREADABLE("the app may not read it"),
    EMPTY("it is empty"),
    CHANGED("it changed on the way"),
    REFUSED("it is refused there");

    private final String words;

    FileRefusal(String words) {
        this.words = words;
    }

    /** What to say of it after "because". */
    public String words() {
        return words;
    }
}
