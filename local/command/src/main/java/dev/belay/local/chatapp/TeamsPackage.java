package dev.belay.local.chatapp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The Teams app's package of a deployment: the manifest, filled, and its icons. The same as Maven makes in {@code infra/teams}, for whoever
 * has no Maven at hand.
 */
public final class TeamsPackage {
    private static final String FOLDER = "infra/teams/";

    /** The first that a zip can say, so that the same values give the same bytes. */
    private static final LocalDateTime SAME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TeamsPackage() {}

    /**
     * The zip's bytes.
     *
     * @param appId of the registration in Entra ID
     * @param host of the ServiceNow instance, without a scheme
     * @throws IllegalStateException when the manifest has a place that none of these fills
     */
    public static byte[] zip(Checkout checkout, String appId, String host) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("manifest.json", manifest(checkout, appId, host).getBytes(StandardCharsets.UTF_8));
        files.put("color.png", checkout.bytes(FOLDER + "color.png"));
        files.put("outline.png", checkout.bytes(FOLDER + "outline.png"));
        return zipped(files);
    }

    private static String manifest(Checkout checkout, String appId, String host) {
        String filled = checkout.text(FOLDER + "manifest.json")
                .replace("${teams.app.id}", appId)
                .replace("${servicenow.host}", host)
                .replace("${project.version}", checkout.version());
        if (filled.contains("${")) {
            throw new IllegalStateException(FOLDER + "manifest.json has a place that is not filled");
        }
        return filled;
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(SAME_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
