package dev.belay.local.command.run;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens an address in a person's browser, with what their system has for that. */
final class Browser {
    private Browser() {}

    /** @return what went wrong, in a sentence; nothing where it was opened */
    static Optional<String> open(URI address) {
        return open(command(System.getProperty("os.name", ""), address), address);
    }

    static Optional<String> open(List<String> command, URI address) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("No browser was opened: there is no " + command.getFirst() + " here. Open " + address
                    + " yourself.");
        }
    }

    /** @param system the name of the operating system, as Java has it */
    static List<String> command(String system, URI address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open", address.toString());
        }
        return name.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of("xdg-open", address.toString());
    }
}
