package dev.belay.local.command;

import dev.belay.chat.Platform;
import dev.belay.document.InvalidSettings;
import dev.belay.document.Problem;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./belay settings check FILE}: tells whether a settings document would be obeyed, and if not, all that is wrong with it; if
 * so, what it hardly means.
 */
final class CheckSettings {
    private final PrintStream out;
    private final PrintStream errors;

    CheckSettings(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * Returns 0 when the document is good, with warnings or without; 1 when it is not or cannot be read.
     *
     * @param deployed the platforms that the stack has, where that is known
     */
    int check(Path file, Optional<Set<Platform>> deployed) {
        return text(file).map(json -> check(file, json, deployed)).orElse(1);
    }

    private int check(Path file, String json, Optional<Set<Platform>> deployed) {
        try {
            SettingsDocument document = SettingsDocument.read(json);
            out.println(file + " is good: " + summary(document.settings()));
            Stream.concat(
                            document.warnings().stream().map(Problem::toString),
                            deployed.stream().flatMap(stack -> undeployed(document.settings(), stack)))
                    .forEach(warning -> out.println("  warning: " + warning));
            return 0;
        } catch (InvalidSettings e) {
            errors.println(file + " is not good:");
            e.problems().forEach(problem -> errors.println("  " + problem));
            return 1;
        }
    }

    /** The platforms of the document that the stack has not, and the other way round. */
    private static Stream<String> undeployed(Settings settings, Set<Platform> stack) {
        return Arrays.stream(Platform.values())
                .filter(platform -> settings.chats().containsKey(platform) != stack.contains(platform))
                .map(platform -> stack.contains(platform)
                        ? platform.id() + " is deployed, and the document has no section of that name: no conversation"
                                + " is opened in it"
                        : platform.id() + " is not deployed: give the stack " + parameters(platform)
                                + ", or take the section and its routes out");
    }

    /** As {@code template.yaml} names them. */
    private static String parameters(Platform platform) {
        return switch (platform) {
            case SLACK -> "SlackSigningSecretArn and SlackTokensSecretArn";
            case TEAMS -> "TeamsAppId, TeamsTenants and TeamsSecretArn";
        };
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
