package dev.belay.ingress;

import dev.belay.chat.Platform;
import java.util.ArrayList;
import java.util.List;
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
 * @param queues where what is let in goes
 * @param instance the ServiceNow instance whose events are let in
 * @param stack the stack's name, which metrics bear
 */
record IngressSettings(
        @Nullable String slackSecretArn,
        @Nullable String slackTokensArn,
        String slackApi,
        @Nullable TeamsDoorSettings teams,
        String eventSecretArn,
        QueueUrls queues,
        String instance,
        String stack) {
    /** The names, each with what it holds. */
    enum Name {
        /** The stack's name. */
        BELAY_STACK,
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
                QueueUrls.of(platforms, environment),
                require(environment, Name.BELAY_SERVICENOW_INSTANCE),
                require(environment, Name.BELAY_STACK));
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
