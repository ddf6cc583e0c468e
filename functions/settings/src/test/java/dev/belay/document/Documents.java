package dev.belay.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Settings documents to test with: the published example, and a corpus of files whose names say what they are. */
final class Documents {
    private static final Path INFRA = Path.of("../../infra");
    private static final Path CORPUS = Path.of("src/test/resources/dev/belay/document");

    private Documents() {}

    static String example() {
        return text(INFRA.resolve("settings.example.json"));
    }

    static String schema() {
        return text(INFRA.resolve("settings.schema.json"));
    }

    /** The example with one thing replaced. */
    static String exampleWith(String old, String replacement) {
        String example = example();
        if (!example.contains(old)) {
            throw new IllegalArgumentException("the example does not say " + old);
        }
        return example.replace(old, replacement);
    }

    /** One that is accepted, by its name. */
    static String accepted(String name) {
        return text(CORPUS.resolve("accepted").resolve(name + ".json"));
    }

    static List<Path> corpus(String folder) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
