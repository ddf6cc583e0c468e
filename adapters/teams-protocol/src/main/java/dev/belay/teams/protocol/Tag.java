package dev.belay.teams.protocol;

import java.util.Locale;

/**
 * A tag of HTML, or what stands in its place.
 *
 * @param name in lower case
 * @param inside all that stands in it
 */
record Tag(String name, boolean closes, String inside) {
    static Tag of(String inside) {
        boolean closes = inside.startsWith("/");
        int begin = closes ? 1 : 0;
        int end = begin;
        while (end < inside.length() && Character.isLetterOrDigit(inside.charAt(end))) {
            end++;
        }
        return new Tag(inside.substring(begin, end).toLowerCase(Locale.ROOT), closes, inside);
    }

    /** Where the next begins; -1 where none does. */
    static int next(String html, int from) {
        int open = html.indexOf('<', from);
        while (open >= 0 && open + 1 < html.length() && !begins(html.charAt(open + 1))) {
            open = html.indexOf('<', open + 1);
        }
        return open + 1 < html.length() ? open : -1;
    }

    private static boolean begins(char c) {
        return c == '/' || c == '!' || c == '?' || Character.isLetter(c);
    }

    /** Where one that begins there ends, whatever stands between quotation marks in it; -1 where it does not. */
    static int end(String html, int open) {
        char quote = 0;
        for (int i = open + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        return quote == 0 ? -1 : html.indexOf('>', open);
    }

    /** As it stands there, in quotation marks of either kind; empty where it is not there. */
    String attribute(String attribute) {
        String sought = attribute + "=";
        int at = inside.indexOf(sought);
        while (at > 0 && !Character.isWhitespace(inside.charAt(at - 1))) {
            at = inside.indexOf(sought, at + 1);
        }
        int begin = at + sought.length();
        if (at <= 0 || begin >= inside.length()) {
            return "";
        }
        char quote = inside.charAt(begin);
        int end = quote == '"' || quote == '\'' ? inside.indexOf(quote, begin + 1) : -1;
        return end < 0 ? "" : inside.substring(begin + 1, end);
    }
}
