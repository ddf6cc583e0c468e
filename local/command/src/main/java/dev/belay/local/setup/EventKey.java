package dev.belay.local.setup;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that ServiceNow signs its events with: 32 random bytes. It has to come into ServiceNow too, and so it is written into a file that
 * only its owner may read, to be handed over and deleted. It is never printed.
 */
final class EventKey {
    private static final int BYTES = 32;
    private static final Pattern COUNTED = Pattern.compile("k([0-9]{1,6})");
    private static final Pattern WRITTEN =
            Pattern.compile("User name: (k[0-9]{1,6})\\nPassword: +([A-Za-z0-9+/]{1,200}=*)\\n");

    private final String id;
    private final String key;

    private EventKey(String id, String key) {
        this.id = id;
        this.key = key;
    }

    /**
     * A new key.
     *
     * @param random that nobody can guess
     * @param before the secret's document before it; empty where there was none
     */
    static EventKey generate(RandomGenerator random, Map<String, String> before) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Matcher counted = COUNTED.matcher(before.getOrDefault("key_id", "k0"));
        int next = counted.matches() ? Integer.parseInt(counted.group(1)) + 1 : 1;
        return new EventKey("k" + next, Base64.getEncoder().encodeToString(bytes));
    }

    /** The key that a file of {@link #write} holds; none where there is no such file. */
    static Optional<EventKey> in(Path file) {
        try {
            Matcher written = WRITTEN.matcher(Files.exists(file) ? Files.readString(file) : "");
            return written.find() ? Optional.of(new EventKey(written.group(1), written.group(2))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The key that a secret's document says to sign with; none where it says none. */
    static Optional<EventKey> current(Map<String, String> document) {
        String id = document.get("key_id");
        String key = document.get("key");
        return id == null || key == null ? Optional.empty() : Optional.of(new EventKey(id, key));
    }

    String id() {
        return id;
    }

    /** Whether a secret's document says to sign with this key. */
    boolean isCurrent(Map<String, String> document) {
        return id.equals(document.get("key_id")) && key.equals(document.get("key"));
    }

    /** Whether a secret's document has a key of this id. */
    boolean isNamedIn(Map<String, String> document) {
        return id.equals(document.get("key_id")) || id.equals(document.get("previous_key_id"));
    }

    /** The secret's document. Events that are signed with the key before it are taken meanwhile. */
    JsonObject document(Map<String, String> before) {
        JsonObject document =
                JsonObject.builder().value("key_id", id).value("key", key).done();
        if (before.containsKey("key_id") && before.containsKey("key")) {
            document.put("previous_key_id", before.get("key_id"));
            document.put("previous_key", before.get("key"));
        }
        return document;
    }

    /**
     * Writes the file for ServiceNow's administrator, with mode 0600 from the beginning.
     *
     * @throws UncheckedIOException when it cannot be written so
     */
    void write(Path file) {
        write(file, WrittenTexts.bytes("""
                The key that ServiceNow signs its events to Belay with. Enter it in ServiceNow, then delete this file.

                Connections & Credentials > Credentials > New > Basic Auth Credentials, Name: Belay events
                User name: %s
                Password:  %s
                """.formatted(id, key)));
    }

    /** The same with a text that such a file held. */
    static void write(Path file, byte[] text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, text);
        } catch (UnsupportedOperationException e) {
            throw new UncheckedIOException(
                    file + " cannot be written so that only you may read it: give --out, a folder on a file system with"
                            + " permissions",
                    new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    @Override
    public String toString() {
        return "EventKey[" + id + "]";
    }
}
