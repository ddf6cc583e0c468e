package dev.belay.ingress;

import dev.belay.chat.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the template tells ingress. Secrets are not in it, only where they are.
 *
 * @param slackSecretArn where {@code {"signing_secret", "previous_signing_secret"?}} is; where Slack is a platform
 * @param slackTokensArn where the bot tokens are that dialogs are opened with, as {@link dev.belay.secret.SecretIds} reads it; where
 *     Slack is a platform
 * @param slackApi where Slack's methods are, with a slash at the end
 * @param teams what is to be known of Teams; where Teams is a platform
 * @param eventSecretArn where {@code {"key_id", "key", "previous_key_id"?, "previous_key"?}} is, keys in base64
 * @param recordsQueueUrls where hints about records and notices about places go: each platform's own queue
 * @param actionsQueueUrls where people's presses go: each platform's own queue
 * @param filesQueueUrl where word of files goes, whatever the platform
 * @param messagesQueueUrls where people's messages go, and hints that something was noted on a record: each platform's own queue
 * @param instance the ServiceNow instance whose events are let in
 */
record IngressSettings(
        @Nullable String slackSecretArn,
        @Nullable String slackTokensArn,
        String slackApi,
        @Nullable TeamsDoorSettings teams,
        String eventSecretArn,
        Map<Platform, String> recordsQueueUrls,
        Map<Platform, String> actionsQueueUrls,
        String filesQueueUrl,
        Map<Platform, String> messagesQueueUrls,
        String instance) {
    /** The names, each with what it holds. */
    enum Name {
        /** The ARN or name of the secret with Slack's signing secrets; where Slack is a platform. */
        BELAY_SLACK_SIGNING_SECRET_ARN,
        /** Where the bot tokens are, which open dialogs: a secret for each workspace, or for several; where Slack is a platform. */
        BELAY_SLACK_TOKENS_SECRET_ARN,
        /** Where Slack's methods are, where it is not {@code https://slack.com/api/}. */
        BELAY_SLACK_API_URL,
        /** The ARN or name of the secret with the keys of ServiceNow's events. */
        BELAY_SERVICENOW_EVENT_SECRET_ARN,
        /** The URL of the FIFO queue for hints about records; where Slack is a platform. */
        BELAY_SLACK_RECORDS_QUEUE_URL,
        /** The URL of the FIFO queue for presses; where Slack is a platform. */
        BELAY_SLACK_ACTIONS_QUEUE_URL,
        /** The URL of the queue for word of files. */
        BELAY_FILES_QUEUE_URL,
        /** The URL of the FIFO queue for messages; where Slack is a platform. */
        BELAY_SLACK_MESSAGES_QUEUE_URL,
        /** The ServiceNow instance's name, e.g. {@code acme}. */
        BELAY_SERVICENOW_INSTANCE,
        /** The chat platforms, separated by commas, e.g. {@code slack,teams}. */
        BELAY_PLATFORMS,
        /** The URL of the FIFO queue for hints about records and events of teams; where Teams is a platform, as all that follow. */
        BELAY_TEAMS_RECORDS_QUEUE_URL,
        /** The URL of the FIFO queue for presses. */
        BELAY_TEAMS_ACTIONS_QUEUE_URL,
        /** The URL of the FIFO queue for messages. */
        BELAY_TEAMS_MESSAGES_QUEUE_URL,
        /** The id of our app in Entra ID. */
        BELAY_TEAMS_APP_ID,
        /** The ids of the tenants that are let in, separated by commas. */
        BELAY_TEAMS_TENANTS,
        /** Which of Microsoft's clouds: {@code public}, {@code gcc}, {@code gcc-high}, {@code dod} or {@code china}. */
        BELAY_TEAMS_CLOUD,
        /** The Bot Connector's OpenID metadata, where it is not the cloud's. */
        BELAY_TEAMS_OPENID_URL,
        /** The hosts of the Bot Connector, separated by commas, where they are not the cloud's. */
        BELAY_TEAMS_SERVICE_HOSTS
    }

    IngressSettings {
        recordsQueueUrls = new EnumMap<>(recordsQueueUrls);
        actionsQueueUrls = new EnumMap<>(actionsQueueUrls);
        messagesQueueUrls = new EnumMap<>(messagesQueueUrls);
    }

    private static Map<Platform, String> queueUrls(
            List<Platform> platforms, String suffix, Function<String, @Nullable String> environment) {
        Map<Platform, String> urls = new EnumMap<>(Platform.class);
        for (Platform platform : platforms) {
            urls.put(platform, require(environment, Name.valueOf("BELAY_" + platform.name() + suffix)));
        }
        return urls;
    }

    /** Where a platform's presses go. */
    String actionsQueueUrl(Platform platform) {
        return known(actionsQueueUrls.get(platform));
    }

    /** Where a platform's messages go. */
    String messagesQueueUrl(Platform platform) {
        return known(messagesQueueUrls.get(platform));
    }

    /** Where a platform's notices about places go. */
    String recordsQueueUrl(Platform platform) {
        return known(recordsQueueUrls.get(platform));
    }

    private static String known(@Nullable String url) {
        if (url == null) {
            throw new IllegalStateException("the platform is not deployed");
        }
        return url;
    }

    /** The variables of this process. */
    static Function<String, @Nullable String> process() {
        // not a method reference: a cold function would pay for linking it
        return new Function<>() {
            @Override
            public @Nullable String apply(String name) {
                return System.getenv(name);
            }
        };
    }

    /**
     * @throws IllegalStateException when a variable is missing or wrong; the message names it
     */
    static IngressSettings of(Function<String, @Nullable String> environment) {
        List<Platform> platforms = platforms(require(environment, Name.BELAY_PLATFORMS));
        return new IngressSettings(
                platforms.contains(Platform.SLACK) ? require(environment, Name.BELAY_SLACK_SIGNING_SECRET_ARN) : null,
                platforms.contains(Platform.SLACK) ? require(environment, Name.BELAY_SLACK_TOKENS_SECRET_ARN) : null,
                slackApi(environment.apply(Name.BELAY_SLACK_API_URL.name())),
                platforms.contains(Platform.TEAMS) ? TeamsDoorSettings.of(environment) : null,
                require(environment, Name.BELAY_SERVICENOW_EVENT_SECRET_ARN),
                queueUrls(platforms, "_RECORDS_QUEUE_URL", environment),
                queueUrls(platforms, "_ACTIONS_QUEUE_URL", environment),
                require(environment, Name.BELAY_FILES_QUEUE_URL),
                queueUrls(platforms, "_MESSAGES_QUEUE_URL", environment),
                require(environment, Name.BELAY_SERVICENOW_INSTANCE));
    }

    private static String slackApi(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return "https://slack.com/api/";
        }
        return url.endsWith("/") ? url : url + "/";
    }

    static String require(Function<String, @Nullable String> environment, Name name) {
        String value = environment.apply(name.name());
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name.name() + " is not set");
        }
        return value;
    }

    static IllegalStateException invalid(Name name, String what) {
        return new IllegalStateException("the environment variable " + name.name() + " is wrong: " + what);
    }

    /** The parts between commas, without the blanks around them. */
    static List<String> splitAtCommas(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            parts.add(text.substring(from, end).strip());
            from = end + 1;
        }
        return parts;
    }

    private static List<Platform> platforms(String text) {
        List<Platform> platforms = new ArrayList<>();
        for (String id : splitAtCommas(text)) {
            platforms.add(platform(id));
        }
        return platforms;
    }

    private static Platform platform(String id) {
        try {
            return Platform.of(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + Name.BELAY_PLATFORMS.name() + " is wrong: " + e.getMessage(), e);
        }
    }
}
