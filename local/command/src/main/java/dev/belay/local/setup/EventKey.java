package dev.belay.local.setup;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
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

    String id() {
        return id;
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
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, """
                    The key that ServiceNow signs its events to Belay with. Enter it in ServiceNow, then delete this file.

                    Connections & Credentials > Credentials > New > Basic Auth Credentials, Name: Belay events
                    User name: %s
                    Password:  %s
                    """.formatted(id, key));
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
