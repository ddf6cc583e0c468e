package dev.belay.local.chatapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that Belay is installed from.
 *
 * @param root where {@code template.yaml} is
 */
public record Checkout(Path root) {
    /** The project's own, before which no other stands at this depth. */
    private static final Pattern VERSION = Pattern.compile("(?m)^  <version>([0-9.]+)</version>$");

    private static final String TEMPLATE = "template.yaml";

    /**
     * The one of this script, as it says itself, else the one around the working directory.
     *
     * @throws UncheckedIOException when there is none
     */
    public static Checkout here() {
        Path here = Path.of("").toAbsolutePath();
        Optional<Path> said = Optional.ofNullable(System.getProperty("belay.template"))
                .map(file -> Path.of(file).toAbsolutePath().getParent());
        return said.or(() -> Stream.iterate(here, folder -> folder != null, Path::getParent)
                        .filter(folder -> Files.exists(folder.resolve(TEMPLATE)))
                        .findFirst())
                .map(Checkout::new)
                .orElseThrow(() -> new UncheckedIOException(
                        "there is no " + TEMPLATE + " in " + here + " or above it", new NoSuchFileException(TEMPLATE)));
    }

    /**
     * The text of a file in it.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(root.resolve(file) + " cannot be read", e);
        }
    }

    /**
     * The version that stands in it.
     *
     * @throws IllegalStateException when none does
     */
    public String version() {
        Matcher version = VERSION.matcher(text("pom.xml"));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml has no version");
        }
        return version.group(1);
    }

    /**
     * The bytes of a file in it.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(root.resolve(file) + " cannot be read", e);
        }
    }
}
