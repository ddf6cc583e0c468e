package dev.belay.local.command.run;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.front.HostRoute;
import dev.belay.local.front.ServerKey;
import dev.belay.local.world.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stack needs that is deployed elsewhere: settings, secrets and the trust store, as files.
 *
 * @param settings the settings document
 * @param trust the trust store of {@link ServerKey}
 * @param secrets the file of each secret, by its name beneath the stack's
 */
record OutsideFiles(Path settings, Path trust, Map<String, Path> secrets) {
    /** Writes them; who may read the secrets is the owner alone. */
    static OutsideFiles write(Path folder, Outside outside, ServerKey key) {
        try {
            Path settings = Files.writeString(folder.resolve("settings.json"), indented(outside.settings()));
            Path trust = folder.resolve("trust.p12");
            key.writeTrust(trust);
            Map<String, Path> secrets = new LinkedHashMap<>();
            for (Map.Entry<String, JsonObject> secret : outside.secrets().entrySet()) {
                Path file = folder.resolve("secrets").resolve(secret.getKey() + ".json");
                Files.createDirectories(file.getParent());
                Files.deleteIfExists(file);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, JsonWriter.string(secret.getValue()));
                secrets.put(secret.getKey(), file);
            }
            return new OutsideFiles(settings, trust, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    private static String indented(JsonObject document) {
        return JsonWriter.indent("  ").string().object(document).done() + "\n";
    }

    /** The hosts that must lead here, each once. */
    static List<String> hosts(Outside outside) {
        return outside.routes().stream().map(HostRoute::host).distinct().toList();
    }
}
