package dev.belay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences as they are sent, one under another in a golden file; what is not seen in a text is written as its code. */
public final class GoldenText {
    private final List<String> lines = new ArrayList<>();

    /** Begins the texts of one case. */
    public void begin(String name) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(name);
    }

    /** A text of the case, and what it is. */
    public void add(String what, String text) {
        lines.add("  " + what + ": " + visible(text));
    }

    /** Compares with the file, which is rewritten with {@code -Dbelay.golden=write}. */
    public void expect(Path file) {
        try {
            if ("write".equals(System.getProperty("belay.golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, lines);
            }
            assertThat(lines).isEqualTo(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String visible(String text) {
        return text.codePoints().mapToObj(GoldenText::visible).collect(Collectors.joining());
    }

    private static String visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> "\\u{%04X}".formatted(point);
            case Character.SPACE_SEPARATOR -> point == ' ' ? " " : "\\u{%04X}".formatted(point);
            default -> Character.toString(point);
        };
    }
}
