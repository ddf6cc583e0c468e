package dev.belay.local.command.run;

import dev.belay.local.command.usage.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How {@code belay local --outside} is to run.
 *
 * @param gateway the address of the stack's API, without a slash at the end
 * @param front where the simulators answer under the names of the real systems
 * @param folder what the stack needs is written there
 */
record OutsideOptions(URI gateway, InetSocketAddress front, Path folder) {
    static final String OUTSIDE = "--outside";
    static final String BIND = "--bind";
    static final String FILES = "--files";
    private static final int HTTPS = 443;

    /**
     * What was typed.
     *
     * @param front address and port, of which either may be left out
     */
    record Typed(Optional<String> gateway, Optional<String> front, Optional<String> folder) {}

    /**
     * None where the stack is not elsewhere.
     *
     * @throws Usage when the options make no sense
     */
    static Optional<OutsideOptions> of(Typed typed) {
        if (typed.gateway().isEmpty()) {
            typed.front().ifPresent(_ -> alone(BIND));
            typed.folder().ifPresent(_ -> alone(FILES));
            return Optional.empty();
        }
        return Optional.of(new OutsideOptions(
                gateway(typed.gateway().get()),
                front(typed.front().orElse("127.0.0.1")),
                Path.of(typed.folder().orElse(".belay/outside"))));
    }

    private static void alone(String option) {
        throw new Usage(option + " belongs to " + OUTSIDE);
    }

    private static URI gateway(String text) {
        if (!text.matches("https?://[^/?#\\s\"<>\\\\^`{|}]+(/[^?#\\s\"<>\\\\^`{|}]*)?")) {
            throw new Usage(OUTSIDE + " is the address of the stack's API like"
                    + " https://abc123.execute-api.eu-central-1.amazonaws.com, not '" + text + "'");
        }
        return URI.create(text.replaceFirst("/+$", ""));
    }

    private static InetSocketAddress front(String text) {
        String sentence = BIND + " is an address of this machine like 172.17.0.1 or 172.17.0.1:443, not '" + text + "'";
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}(:\\d{1,5})?")) {
            throw new Usage(sentence);
        }
        String[] parts = text.split(":", 2);
        int port = parts.length == 1 ? HTTPS : Integer.parseInt(parts[1]);
        try {
            if (port <= 0xffff) {
                return new InetSocketAddress(InetAddress.getByName(parts[0]), port);
            }
        } catch (UnknownHostException e) {
            throw new Usage(sentence);
        }
        throw new Usage(sentence);
    }

    /**
     * The folder, made if it was not there.
     *
     * @throws Usage when nothing can be written there
     */
    Path madeFolder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Usage(FILES + " is a folder, and " + folder + " cannot be made");
        }
    }
}
