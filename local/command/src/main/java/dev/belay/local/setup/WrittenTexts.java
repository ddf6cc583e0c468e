package dev.belay.local.setup;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What setup wrote itself, by the SHA-256 of each text, so that it never takes what a person changed for its own. */
final class WrittenTexts {
    private final Path file;
    private final JsonObject digests;

    private WrittenTexts(Path file, JsonObject digests) {
        this.file = file;
        this.digests = digests;
    }

    /** Those that this file remembers; where it cannot be read as that, none are, and so nothing is taken for setup's own. */
    static WrittenTexts in(Path file) {
        try {
            return new WrittenTexts(
                    file, Files.exists(file) ? JsonParser.object().from(Files.readString(file)) : new JsonObject());
        } catch (JsonParserException e) {
            return new WrittenTexts(file, new JsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Whether setup wrote what stands there. */
    boolean isOwn(String name, byte[] standing) {
        return digest(standing).equals(digests.getString(name));
    }

    void remember(String name, byte[] text) {
        digests.put(name, digest(text));
        try {
            Files.writeString(
                    file, JsonWriter.indent("  ").string().object(digests).done() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
