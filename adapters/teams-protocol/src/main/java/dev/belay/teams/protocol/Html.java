package dev.belay.teams.protocol;

import dev.belay.message.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the words and the links of a message that Teams hands on as HTML; whatever else its tags say is left out. */
final class Html {
    private static final String[][] ENTITIES = {
        {"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}
    };

    private final List<TextPart> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private String address = "";

    private Html() {}

    static List<TextPart> parts(String html) {
        Html reading = new Html();
        int from = 0;
        while (from < html.length()) {
            int open = html.indexOf('<', from);
            int close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                break;
            }
            reading.words.append(read(html.substring(from, open)));
            reading.tag(html.substring(open + 1, close).strip());
            from = close + 1;
        }
        reading.words.append(read(html.substring(Math.min(from, html.length()))));
        reading.endWords();
        return reading.parts;
    }

    private void tag(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        if (name.startsWith("a ")) {
            endWords();
            address = attribute(tag, "href");
        } else if (name.equals("/a")) {
            endLink();
        } else if (name.startsWith("br") || name.equals("/p") || name.equals("/div") || name.equals("/li")) {
            words.append('\n');
        } else if (name.startsWith("at ")) {
            words.append('@');
        }
    }

    private void endLink() {
        String label = words.toString();
        words.setLength(0);
        if (address.startsWith("http://") || address.startsWith("https://")) {
            parts.add(new TextPart.Link(address, label));
        } else {
            words.append(label);
        }
        address = "";
    }

    private void endWords() {
        if (!words.isEmpty()) {
            parts.add(new TextPart.Words(words.toString()));
            words.setLength(0);
        }
    }

    private static String attribute(String tag, String name) {
        int from = tag.indexOf(name + "=\"");
        int begin = from + name.length() + 2;
        int end = from < 0 ? -1 : tag.indexOf('"', begin);
        return end < 0 ? "" : read(tag.substring(begin, end));
    }

    private static String read(String text) {
        String read = text;
        for (String[] entity : ENTITIES) {
            read = read.replace(entity[0], entity[1]);
        }
        return read;
    }
}
