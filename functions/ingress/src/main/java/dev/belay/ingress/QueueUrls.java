package dev.belay.ingress;

import dev.belay.chat.Platform;
import dev.belay.ingress.IngressSettings.Name;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The queues that ingress sends to, by their URLs.
 *
 * @param records where hints about records and notices about places go: each platform's own queue
 * @param actions where people's presses go: each platform's own queue
 * @param messages where people's messages go, and hints that something was noted on a record: each platform's own queue
 * @param files where word of files goes, whatever the platform
 */
record QueueUrls(
        Map<Platform, String> records, Map<Platform, String> actions, Map<Platform, String> messages, String files) {
    QueueUrls {
        records = new EnumMap<>(records);
        actions = new EnumMap<>(actions);
        messages = new EnumMap<>(messages);
    }

    /**
     * @throws IllegalStateException when a variable is missing; the message names it
     */
    static QueueUrls of(List<Platform> platforms, Function<String, @Nullable String> environment) {
        return new QueueUrls(
                each(platforms, "_RECORDS_QUEUE_URL", environment),
                each(platforms, "_ACTIONS_QUEUE_URL", environment),
                each(platforms, "_MESSAGES_QUEUE_URL", environment),
                IngressSettings.require(environment, Name.BELAY_FILES_QUEUE_URL));
    }

    private static Map<Platform, String> each(
            List<Platform> platforms, String suffix, Function<String, @Nullable String> environment) {
        Map<Platform, String> urls = new EnumMap<>(Platform.class);
        for (Platform platform : platforms) {
            urls.put(platform, IngressSettings.require(environment, Name.valueOf("BELAY_" + platform.name() + suffix)));
        }
        return urls;
    }

    /** Where a platform's presses go. */
    String actions(Platform platform) {
        return known(actions.get(platform));
    }

    /** Where a platform's messages go. */
    String messages(Platform platform) {
        return known(messages.get(platform));
    }

    /** Where a platform's notices about places go. */
    String records(Platform platform) {
        return known(records.get(platform));
    }

    private static String known(@Nullable String url) {
        if (url == null) {
            throw new IllegalStateException("the platform is not deployed");
        }
        return url;
    }
}
