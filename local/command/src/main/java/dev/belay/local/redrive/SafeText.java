package dev.belay.local.redrive;

import java.util.regex.Pattern;

/**
 * A text of another system as it may be shown at a terminal. Workers write no address and no token into a reason; should one stand there
 * all the same, it is not shown.
 */
final class SafeText {
    private static final int LONGEST = 400;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final Pattern MAIL = Pattern.compile("[^\\s<>\"'(),;:=]+@[^\\s<>\"'(),;:]+");
    private static final Pattern URL = Pattern.compile("(https?://)(?:[^\\s/@]*@)?([^\\s/?#\"'<>)]+)[^\\s\"'<>)]*");

    /** Slack's, JSON web tokens, and whatever is as long and as mixed as a token. */
    private static final Pattern TOKEN = Pattern.compile("xox[a-z]+[-.][\\w-]+|xapp-[\\w-]+|eyJ[\\w-]+\\.[\\w.-]+"
            + "|(?<=[Bb]earer )\\S+|(?=[\\w+~-]*[0-9])(?=[\\w+~-]*[a-z])(?=[\\w+~-]*[A-Z])[\\w+~-]{24,}={0,2}");

    private SafeText() {}

    static String of(String text) {
        String plain = CONTROL.matcher(text).replaceAll(" ").strip();
        String addressed = URL.matcher(plain).replaceAll("$1$2/…");
        String named = MAIL.matcher(addressed).replaceAll("<address>");
        String safe = TOKEN.matcher(named).replaceAll("<token>");
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
    }
}
