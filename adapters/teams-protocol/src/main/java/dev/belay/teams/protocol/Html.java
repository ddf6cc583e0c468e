package dev.belay.teams.protocol;

import dev.belay.message.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words and the links of a message that Teams hands on as HTML: what stands in a block of its own in lines of its own, what
 * is quoted behind a sign, mentions by names, emoji as themselves. Whatever else its tags say is left out.
 */
final class Html {
    /** What begins a line and ends one. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "codeblock",
            "blockquote",
            "hr",
            "br");

    private static final String QUOTED = "> ";
    private static final int DEEPEST_QUOTE = 3;

    /** How Teams' own clients mark a mention (learn.microsoft.com/microsoftteams/platform/bots, "text/html"); Graph marks it by a tag. */
    private static final String MENTION = "schema.skype.com/Mention";

    /** What its clients call a pasted picture, which is a file. */
    private static final String PICTURE = "image";

    private final Map<String, String> names;
    private final List<TextPart> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable StringBuilder mention;
    private @Nullable String address;
    private String item = "";
    private int quotes;
    private int preformatted;
    private boolean begun;
    private boolean atLineStart = true;
    private boolean spaced;

    private Html(Map<String, String> names) {
        this.names = names;
    }

    /** @param names of mentioned people, by what stands there for them */
    static List<TextPart> parts(String html, Map<String, String> names) {
        Html reading = new Html(names);
        int from = 0;
        while (from < html.length()) {
            int open = Tag.next(html, from);
            int close = open < 0 ? -1 : Tag.end(html, open);
            if (close < 0) {
                break;
            }
            reading.text(html.substring(from, open));
            reading.tag(Tag.of(html.substring(open + 1, close)));
            from = close + 1;
        }
        reading.text(html.substring(Math.min(from, html.length())));
        reading.endMention();
        reading.endLink();
        reading.endWords();
        return reading.parts;
    }

    private void tag(Tag tag) {
        String name = tag.name();
        if (name.equals("a")) {
            link(tag);
        } else if (name.equals("at") || name.equals("span")) {
            mention(tag);
        } else if (name.equals("td") || name.equals("th")) {
            cell(tag);
        } else if (name.equals("emoji") || name.equals("customemoji") || name.equals("img")) {
            picture(tag);
        } else if (BLOCKS.contains(name)) {
            block(tag);
        }
    }

    private void block(Tag tag) {
        atLineStart = true;
        String name = tag.name();
        int step = tag.closes() ? -1 : 1;
        if (name.equals("blockquote")) {
            quotes = Math.max(0, quotes + step);
        } else if (name.equals("pre") || name.equals("codeblock")) {
            preformatted = Math.max(0, preformatted + step);
        }
        if (name.equals("li")) {
            item = tag.closes() ? "" : "- ";
        }
    }

    private void cell(Tag tag) {
        if (!tag.closes() && !atLineStart) {
            words.append(" |");
            spaced = true;
        }
    }

    private void picture(Tag tag) {
        String alt = tag.attribute("alt");
        if (!tag.closes() && !alt.equals(PICTURE)) {
            text(alt);
        }
    }

    private void mention(Tag tag) {
        endMention();
        if (!tag.closes()
                && (tag.name().equals("at") || tag.attribute("itemtype").contains(MENTION))) {
            mention = new StringBuilder();
        }
    }

    private void endMention() {
        if (mention != null) {
            String name = mention.toString().strip();
            mention = null;
            if (!name.isEmpty()) {
                begin();
                words.append('@').append(names.getOrDefault(name, name));
            }
        }
    }

    private void link(Tag tag) {
        endLink();
        String to = tag.closes() ? "" : Entities.read(tag.attribute("href"));
        if (to.startsWith("http://") || to.startsWith("https://")) {
            begin();
            endWords();
            address = to;
        }
    }

    private void endLink() {
        if (address != null) {
            parts.add(new TextPart.Link(address, words.toString()));
            words.setLength(0);
            address = null;
        }
    }

    private void text(String escaped) {
        String text = Entities.read(escaped);
        if (mention != null) {
            mention.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                atLineStart = true;
            } else if (preformatted > 0 && c != '\r') {
                begin();
                words.append(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced |= !atLineStart;
            } else {
                begin();
                words.append(c);
            }
        }
    }

    /** Before what is to be read: the line that it begins, or the space that stood before it. */
    private void begin() {
        if (atLineStart) {
            words.append(begun ? "\n" : "");
            words.append(QUOTED.repeat(Math.min(quotes, DEEPEST_QUOTE))).append(item);
            item = "";
        } else if (spaced) {
            words.append(' ');
        }
        begun = true;
        atLineStart = false;
        spaced = false;
    }

    private void endWords() {
        if (!words.isEmpty()) {
            parts.add(new TextPart.Words(words.toString()));
            words.setLength(0);
        }
    }
}
