package dev.belay.infra;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The Teams app as it stands in the source, and the zip that Maven makes of it. */
final class TeamsApp {
    private static final Path FOLDER = Path.of("teams");

    /** What an installation called Acme would give for the placeholders. */
    private static final Map<String, String> ACME = Map.of(
            "${project.version}", "0.1.0",
            "${teams.app.id}", "0d2c4a1e-7a43-4b0e-8f11-2f0b6a9b1c11",
            "${servicenow.host}", "acme.service-now.com");

    private TeamsApp() {}

    static String manifest() {
        return read("manifest.json");
    }

    static String filledManifest() {
        String filled = manifest();
        for (Map.Entry<String, String> value : ACME.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    static String readme() {
        return read("README.md");
    }

    static InputStream icon(String name) throws IOException {
        return new ByteArrayInputStream(Files.readAllBytes(FOLDER.resolve(name)));
    }

    /** The zips that were built: one that is not filled, and one that is if it was asked for. */
    static List<Path> zips() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }

    /** What a zip holds, by name, in its order. */
    static Map<String, byte[]> contents(Path zip) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                contents.put(Objects.requireNonNull(entry).getName(), in.readAllBytes());
            }
        }
        return contents;
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
