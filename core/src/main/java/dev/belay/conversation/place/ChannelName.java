package dev.belay.conversation.place;

import dev.belay.chat.Platform;
import dev.belay.record.RecordSnapshot;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The name that a record's channel is to have: {@code inc0010023-checkout-down}. It is for people to read; the binding never
 * depends on it. Lower-case letters, digits and hyphens, which every platform takes.
 */
public final class ChannelName {
    /** What people still read in a list of channels. */
    private static final int READABLE = 60;

    /** A hyphen and the longest part of a sys_id that is added to a name that is taken. */
    private static final int SUFFIX = 13;

    /** A hyphen and the number of a later conversation. */
    private static final int COUNT = 4;

    private ChannelName() {}

    /**
     * The names to try, in order: a later one only when the one before it belongs to somebody else.
     *
     * @param count 1 for the record's first conversation there, 2 for its second
     */
    public static List<String> candidates(RecordSnapshot record, Platform platform, int count) {
        String name = name(record, platform, count);
        String id = record.ref().sysId().value();
        return List.of(name, name + "-" + id.substring(0, 4), name + "-" + id.substring(0, 12));
    }

    /** An archived channel keeps its name, so that the next one's says which it is: {@code inc0010023-checkout-down-2}. */
    public static String name(RecordSnapshot record, Platform platform, int count) {
        return count > 1
                ? name(record, platform.longestChannelName() - SUFFIX - COUNT) + "-" + count
                : name(record, platform);
    }

    public static String name(RecordSnapshot record, Platform platform) {
        return name(record, platform.longestChannelName() - SUFFIX);
    }

    private static String name(RecordSnapshot record, int most) {
        int longest = Math.min(READABLE, most);
        String words = Normalizer.normalize(record.number() + " " + record.shortDescription(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words.length() && name.length() <= longest; i++) {
            char c = words.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                name.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !name.isEmpty()
                    && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        return trimmed(name.length() > longest ? cut(name, longest) : name);
    }

    /** At the end of a word, where one ends in the second half of what fits. */
    private static StringBuilder cut(StringBuilder name, int longest) {
        int wordEnd = name.lastIndexOf("-", longest);
        name.setLength(wordEnd > longest / 2 ? wordEnd : longest);
        return name;
    }

    private static String trimmed(StringBuilder name) {
        while (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
            name.setLength(name.length() - 1);
        }
        return name.toString();
    }
}
