package dev.belay.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a secret's document. Written without lambdas and regular expressions: ingress reads secrets in a cold start.
 */
final class Members {
    private static final int GUID = 36;

    private Members() {}

    /** The text of this name; null where there is none or it is empty. */
    static @Nullable String text(Map<String, ?> document, String name) {
        return document.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    /** What is wrong with any text that is sent to another system: it is missing, or was copied with what stands around it. */
    static @Nullable String flaw(Map<String, ?> document, String name) {
        String text = text(document, name);
        if (text == null) {
            return document.containsKey(name) ? name + " is empty or is no text" : name + " is missing";
        }
        return blemish(name, text);
    }

    static @Nullable String blemish(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || Character.isWhitespace(c) || c == 0xa0) {
                return name + " has a blank or a line break in it: copy it again, without what stands around it";
            }
            if (c > 0x7e) {
                return name + " has a character in it that is not ASCII: copy it again, without what stands around it";
            }
        }
        return isQuoted(text) ? name + " stands in quotation marks: leave them out" : null;
    }

    /** What is wrong with a key that its owner chose, which may hold any character: it was copied with what stands around it. */
    static @Nullable String edges(String name, String text) {
        return text.equals(text.strip()) && text.indexOf('\n') < 0
                ? null
                : name
                        + " has a blank or a line break around it or in it: copy it again, without what stands around it";
    }

    private static boolean isQuoted(String text) {
        char first = text.charAt(0);
        return (first == '"' || first == '\'') && text.length() > 1 && text.charAt(text.length() - 1) == first;
    }

    static boolean isGuid(String text) {
        if (text.length() != GUID) {
            return false;
        }
        for (int i = 0; i < GUID; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isUrl(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    /** A remark where the document holds what nobody reads; its name is not told, for it may be a secret that stands in the wrong place. */
    static List<String> unknown(Map<String, ?> document, String... known) {
        List<String> names = List.of(known);
        List<String> remarks = new ArrayList<>();
        if (!names.containsAll(document.keySet())) {
            remarks.add("it holds something beside " + String.join(", ", names) + ", which is not read");
        }
        return remarks;
    }
}
