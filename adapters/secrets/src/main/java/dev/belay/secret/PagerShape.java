package dev.belay.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code {"<pager>": "<API token or signing key>"}}, by the names that the settings give the pagers. */
public final class PagerShape {
    private PagerShape() {}

    /** What keeps any of them from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        if (document.isEmpty()) {
            problems.add("it holds no pager's token or key");
        }
        for (String pager : document.keySet()) {
            problems.addAll(problems(document, pager));
        }
        return problems;
    }

    /** What keeps one pager's from being used; another's mistake is not its own. */
    public static List<String> problems(Map<String, ?> document, String pager) {
        List<String> problems = new ArrayList<>();
        String name = isName(pager) ? pager : "an entry that is named like no pager";
        String text = Members.text(document, pager);
        if (text == null) {
            problems.add(name + (document.containsKey(pager) ? " is empty or is no text" : " is missing"));
            return problems;
        }
        String blemish = Members.edges(name, text);
        String kind = SlackToken.kind(text);
        if (blemish != null) {
            problems.add(blemish);
        } else if (kind != null) {
            problems.add(
                    name + " is " + kind + ": give the pager's API token, or the key that its webhook is signed with");
        }
        return problems;
    }

    /** What is no name may be the secret itself, in the wrong place. */
    private static boolean isName(String pager) {
        if (pager.isEmpty() || pager.length() > 40) {
            return false;
        }
        for (int i = 0; i < pager.length(); i++) {
            char c = pager.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }
}
