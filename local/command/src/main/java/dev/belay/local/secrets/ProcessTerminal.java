package dev.belay.local.secrets;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The terminal of this process, where it has one. */
final class ProcessTerminal implements Terminal {
    private final Optional<Console> console =
            Optional.ofNullable(System.console()).filter(Console::isTerminal);

    @Override
    public boolean isInteractive() {
        return console.isPresent();
    }

    @Override
    public String askHidden(String prompt) {
        return new String(console.map(there -> there.readPassword("%s", prompt)).orElse(new char[0]));
    }

    @Override
    public String ask(String prompt) {
        return console.map(there -> there.readLine("%s", prompt)).orElse("");
    }

    @Override
    public String piped() {
        try {
            if (isTyped()) {
                throw new IOException("the secret would be seen as it is typed: do not redirect the output");
            }
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A terminal whose output is redirected is no console to Java, and yet somebody types. */
    private static boolean isTyped() throws IOException {
        try {
            return new ProcessBuilder("test", "-t", "0")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
