package dev.belay.local.setup;

import dev.belay.local.secrets.Terminal;
import dev.belay.local.setup.SetupReport.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts a text where it belongs. What stands there is replaced without a question where setup wrote it, and else only where a person says
 * so.
 */
final class Placement {
    private final WrittenTexts written;
    private final SetupReport report;
    private final Terminal terminal;
    private final boolean replaces;

    /** @param replaces whether what others wrote is replaced without a question */
    Placement(WrittenTexts written, SetupReport report, Terminal terminal, boolean replaces) {
        this.written = written;
        this.report = report;
        this.terminal = terminal;
        this.replaces = replaces;
    }

    /** Puts a text in a file, and says what became of it; what others wrote is kept beside it. */
    Verb file(Path file, byte[] wanted) {
        return part(file, file.toString(), standing(file), wanted, wanted);
    }

    /**
     * The same of a part of a file that others write too.
     *
     * @param name of the part, as a person knows it
     * @param whole the file with the wanted part in it
     */
    Verb part(Path file, String name, Optional<byte[]> standing, byte[] wanted, byte[] whole) {
        return place(name, standing, wanted, replaced -> {
            try {
                Path parent = file.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                if (replaced == Replaced.OF_OTHERS) {
                    Files.write(file.resolveSibling(file.getFileName() + ".before"), Files.readAllBytes(file));
                }
                Files.write(file, whole);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        });
    }

    /** What a file holds; none where there is none. */
    static Optional<byte[]> standing(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** What a text takes the place of. */
    enum Replaced {
        NOTHING,
        OUR_OWN,
        OF_OTHERS
    }

    /**
     * Puts a text in its place, and says what became of it.
     *
     * @param name of the place, as a person knows it
     * @param write puts it there
     */
    Verb place(String name, Optional<byte[]> standing, byte[] wanted, Consumer<Replaced> write) {
        if (standing.isEmpty()) {
            return write(name, wanted, Replaced.NOTHING, write);
        }
        if (Arrays.equals(standing.get(), wanted)) {
            written.remember(name, wanted);
            return report.tell(Verb.STANDS, name);
        }
        if (written.isOwn(name, standing.get())) {
            return write(name, wanted, Replaced.OUR_OWN, write);
        }
        if (replaces || isMeant(name)) {
            return write(name, wanted, Replaced.OF_OTHERS, write);
        }
        return report.tell(
                Verb.KEPT,
                name + ": it differs from what these answers give, and setup did not write it; --replace replaces it");
    }

    private boolean isMeant(String name) {
        return terminal.isInteractive()
                && terminal.ask(
                                name
                                        + " differs from what these answers give, and setup did not write it. Replace it? [y/N] ")
                        .strip()
                        .matches("(?i)y|yes");
    }

    private Verb write(String name, byte[] wanted, Replaced replaced, Consumer<Replaced> write) {
        write.accept(replaced);
        written.remember(name, wanted);
        return report.tell(replaced == Replaced.NOTHING ? Verb.NEW : Verb.CHANGED, name);
    }
}
