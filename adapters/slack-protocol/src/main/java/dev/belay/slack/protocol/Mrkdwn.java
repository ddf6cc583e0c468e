package dev.belay.slack.protocol;

import dev.belay.message.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes Slack's own syntax out of a message's text: people, channels, groups, dates and links stand between angle brackets, and three
 * characters as entities (docs.slack.dev/messaging/formatting-message-text). Signs of emphasis are read as they are.
 */
final class Mrkdwn {
    private static final String GROUP = "subteam^";

    private Mrkdwn() {}

    static List<TextPart> parts(String text) {
        List<TextPart> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('<', from);
            int close = open < 0 ? -1 : text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            addWords(parts, text.substring(from, open));
            add(parts, text.substring(open + 1, close));
            from = close + 1;
        }
        addWords(parts, text.substring(Math.min(from, text.length())));
        return parts;
    }

    private static void addWords(List<TextPart> parts, String escaped) {
        if (!escaped.isEmpty()) {
            parts.add(new TextPart.Words(read(escaped)));
        }
    }

    private static String read(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static void add(List<TextPart> parts, String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : read(inside.substring(bar + 1));
        if (target.startsWith("@")) {
            addPerson(parts, target.substring(1), label);
        } else if (target.startsWith("#")) {
            parts.add(new TextPart.Words("#" + (label.isEmpty() ? target.substring(1) : label)));
        } else if (target.startsWith("!")) {
            parts.add(new TextPart.Words(special(target.substring(1), label)));
        } else {
            parts.add(new TextPart.Link(read(target), label));
        }
    }

    private static void addPerson(List<TextPart> parts, String id, String label) {
        try {
            parts.add(new TextPart.Mention(
                    Json.checked(id, "mention"), label.isBlank() ? Optional.empty() : Optional.of(label)));
        } catch (MalformedRequest e) {
            parts.add(new TextPart.Words("@" + read(id)));
        }
    }

    /**
     * Everybody, a group, or a date, which says in words what it is. A group without a label keeps its id: else nobody knows who was
     * called.
     */
    private static String special(String what, String label) {
        if (!label.isEmpty()) {
            return label;
        }
        if (what.startsWith(GROUP)) {
            return "@" + read(what.substring(GROUP.length()));
        }
        int end = what.indexOf('^');
        return "@" + read(end < 0 ? what : what.substring(0, end));
    }
}
