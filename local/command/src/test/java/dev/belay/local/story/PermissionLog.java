package dev.belay.local.story;

import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.call.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps which permissions each function needed while tests and stories played, a line each: function, action, resource without
 * the stack's name. The template's permissions are compared with all of them.
 */
final class PermissionLog {
    private static final Path FOLDER = Path.of("target", "permissions");

    /** Which fields of ServiceNow were written, a line each, such as {@code incident.state}. */
    private static final Path WRITTEN = Path.of("target", "servicenow-writes");

    private static final String STACK = "(s\\d+|belay-(local|slack-teams|slack|teams))";
    private static final Pattern BEFORE = Pattern.compile("^" + STACK + "[-/]");
    private static final Pattern BEHIND = Pattern.compile("/" + STACK + "$");

    private PermissionLog() {}

    static void keep(SimulatedAws aws) {
        Set<String> lines = new TreeSet<>();
        for (Map.Entry<String, Set<Permission>> function : aws.takeUsed().entrySet()) {
            for (Permission needed : function.getValue()) {
                lines.add(function.getKey() + " " + needed.action() + " " + withoutStack(needed.resource()));
            }
        }
        keep(FOLDER, lines);
    }

    /** What the integration user wrote; the application's rules of access are compared with all of it. */
    static void keepWritten(Set<String> fields) {
        keep(WRITTEN, new TreeSet<>(fields));
    }

    private static void keep(Path folder, Set<String> lines) {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(UUID.nameUUIDFromBytes(text) + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutStack(String resource) {
        String tail = BEFORE.matcher(resource).replaceFirst("");
        return BEHIND.matcher(tail).replaceFirst("");
    }
}
