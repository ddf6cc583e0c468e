package dev.belay.file;

import java.time.Duration;

/** Why a file is not brought to the other side: a link to it is, instead. The names are stored and counted. */
public enum FileRefusal {
    TOO_LARGE("it is larger than what is taken there"),
    TYPE("files of its type are not taken there"),
    UPLOADS_DISABLED("uploads are switched off there"),
    STORAGE_FULL("there is no room for it there"),
    TOO_SLOW("bringing it over takes longer than we may run"),
    /** It is stored outside the conversation: who shared it may see it, and we must not show it to others. */
    ELSEWHERE("it is kept outside this conversation"),
    /** It is made and read in the chat alone, such as a canvas, a code snippet or a part that many edit. */
    NO_FILE("it is something of the chat's own that is no file"),
    /** A workspace without a paid plan shows what is recent. */
    HIDDEN("the workspace's plan does not show it any more"),
    OUTSIDER("whoever shared it is a guest here or belongs to another organization"),
    DEACTIVATED("whoever shared it is not active there any more"),
    /** A right is missing, or the platform shows a log-in page in place of the file. */
    UNREADABLE("the app may not read it"),
    /** A right is missing. */
    UNWRITABLE("the app may not put it there"),
    EMPTY("it is empty"),
    TOO_MANY("there are more of them in one message than are brought over"),
    /** A new channel has none for some minutes (learn.microsoft.com/graph/api/channel-get-filesfolder). */
    NOT_READY("the folder of the channel is not there yet", Duration.ofMinutes(15)),
    CHANGED("it changed on the way", Duration.ofMinutes(15)),
    /** One to log in, or that the system is being worked on. */
    PAGE("a page came in its place", Duration.ofHours(1)),
    /** What was uploaded of it is gone. */
    BROKEN_OFF("its upload was not kept there", Duration.ofHours(1)),
    /** Each answer to attaching it was lost, and it is not seen there. */
    UNCERTAIN("it could not be made sure that it arrived there"),
    GIVEN_UP("bringing it over was given up"),
    REFUSED("it is refused there");

    private final String words;
    private final Duration patience;

    FileRefusal(String words) {
        this(words, Duration.ZERO);
    }

    FileRefusal(String words, Duration patience) {
        this.words = words;
        this.patience = patience;
    }

    /** What to say of it after "because". */
    public String words() {
        return words;
    }

    /** For how long another try may help, from when the file was taken up first. */
    Duration patience() {
        return patience;
    }

    /** Whether those who run this must mend a right. */
    public boolean isOfRights() {
        return this == UNREADABLE || this == UNWRITABLE;
    }
}
