package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./belay settings check FILE}: tells whether a settings document would be obeyed, and if not, all that is wrong with it. */
final class CheckSettings {
    private final PrintStream out;
    private final PrintStream errors;

    CheckSettings(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Returns 0 when the document is good, 1 when it is not or cannot be read. */
    int check(Path file) {
        return text(file).map(json -> check(file, json)).orElse(1);
    }

    private int check(Path file, String json) {
        try {
            out.println(
                    file + " is good: " + summary(SettingsDocument.read(json).settings()));
            return 0;
        } catch (InvalidSettings e) {
            errors.println(file + " is not good:");
            e.problems().forEach(problem -> errors.println("  " + problem));
            return 1;
        }
    }

    private Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return unreadable(file, "does not exist");
        } catch (MalformedInputException e) {
            return unreadable(file, "is not a text in UTF-8");
        } catch (IOException e) {
            return unreadable(file, Files.isDirectory(file) ? "is a directory" : "cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> unreadable(Path file, String why) {
        errors.println(file + " " + why);
        return Optional.empty();
    }

    private static String summary(Settings settings) {
        return "records of " + settings.serviceNow().instance() + " opened from " + settings.startAt() + " on, "
                + routes(settings)
                + (settings.pauseOutbound() ? "; everything outbound is paused" : "");
    }

    private static String routes(Settings settings) {
        return Arrays.stream(Platform.values())
                .filter(settings.chats()::containsKey)
                .map(platform -> routes(settings, platform))
                .collect(Collectors.joining(", "));
    }

    private static String routes(Settings settings, Platform platform) {
        long count = settings.routes().stream()
                .filter(route -> route.platform() == platform)
                .count();
        return count + (count == 1 ? " route to " : " routes to ") + platform.label();
    }
}
