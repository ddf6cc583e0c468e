package dev.belay.message;

import dev.belay.chat.Platform;
import dev.belay.text.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a work note of what was said in chat. Each message begins with its time and its author; each further line of it with a stroke,
 * so that no line of a message passes for a line of ours or for a head of the journal. All times are UTC.
 */
final class NoteText {
    /** What one message may take in a note, in UTF-16 units. */
    static final int LONGEST = 6_000;

    private static final String FURTHER = "| ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm:ss 'UTC'", Locale.ROOT);
    private static final Pattern BREAK = Pattern.compile("\\R");

    /** A journal shows what stands between {@code [code]} tags as HTML, and {@code @[} begins a mention there. */
    private static final Pattern MARKUP = Pattern.compile("\\[(?=/?code)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MENTION = Pattern.compile("@(?=\\[)");

    private final StringBuilder note;
    private final Platform platform;
    private final LocalDate today;
    private boolean empty = true;

    /** @param now when the note is written: times of other days say their day */
    NoteText(Platform platform, Instant now) {
        this.platform = platform;
        this.note = new StringBuilder("Written in " + platform.label() + ":");
        this.today = day(now);
    }

    /** @param words what stands in the message, with people by their names */
    void written(ChatMessage message, Author author, String words) {
        add(time(message.writtenAt()) + " " + author.inWords() + ": ", words);
    }

    void edited(ChatMessage message, Author author, String words) {
        add(
                time(message.acceptedAt()) + " " + author.inWords() + " changed what was written "
                        + time(message.writtenAt()) + ", now: ",
                words);
    }

    void deleted(ChatMessage message, Author author) {
        add(
                time(message.acceptedAt()) + " What " + author.inWords() + " wrote " + time(message.writtenAt())
                        + " was deleted in " + platform.label() + ".",
                "");
    }

    void restored(ChatMessage message, Author author, String words) {
        add(
                time(message.acceptedAt()) + " What " + author.inWords() + " wrote " + time(message.writtenAt())
                        + " was restored in " + platform.label() + ", now: ",
                words);
    }

    boolean isEmpty() {
        return empty;
    }

    String text() {
        return note.toString();
    }

    private void add(String head, String words) {
        empty = false;
        List<String> lines = lines(words);
        note.append('\n').append(harmless(head));
        if (!lines.isEmpty()) {
            note.append(String.join("\n" + FURTHER, lines));
        }
    }

    private List<String> lines(String words) {
        boolean cut = words.length() > LONGEST;
        List<String> lines = new ArrayList<>();
        for (String line : BREAK.split(cut ? words.substring(0, LONGEST) : words, -1)) {
            String plain = harmless(PlainText.line(line));
            if (!plain.isEmpty()) {
                lines.add(plain);
            }
        }
        if (cut) {
            lines.add("… (cut here; the whole message stands in " + platform.label() + ")");
        }
        return lines;
    }

    private static String harmless(String line) {
        return MENTION.matcher(MARKUP.matcher(line).replaceAll("[ ")).replaceAll("@ ");
    }

    private String time(Instant at) {
        return (day(at).equals(today) ? TIME : DAY).format(at.atOffset(ZoneOffset.UTC));
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
