package dev.belay.infra.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of README's section Deploy, in their order. The proof types each of them, as it stands there, and no other. */
final class Walkthrough {
    private static final Path README = Path.of("../README.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Deploy$(.*?)^## ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    private final Deque<String> left;

    private Walkthrough(List<String> commands) {
        this.left = new ArrayDeque<>(commands);
    }

    static Walkthrough ofReadme() {
        try {
            return new Walkthrough(commands(Files.readString(README)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the blocks of shell in that section, without what is remarked behind them. */
    static List<String> commands(String readme) {
        Matcher section = SECTION.matcher(readme);
        if (!section.find()) {
            throw new AssertionError("README has no section Deploy");
        }
        return BLOCK.matcher(section.group(1))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * The next command.
     *
     * @param expected what the proof is written for
     * @throws AssertionError when README says something else
     */
    String next(String expected) {
        String next = left.isEmpty() ? "nothing" : left.remove();
        if (!next.equals(expected)) {
            throw new AssertionError("README says " + next + " where the proof types " + expected);
        }
        return next;
    }

    /** What was not typed yet. */
    List<String> left() {
        return List.copyOf(left);
    }
}
