package dev.belay.wiring.settings;

import dev.belay.aws.AwsAccess;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the template tells a worker. Secrets are not in it, only where they are. */
public final class Environment {
    /** The names, each with what it holds. */
    public enum Name {
        /** The stack's name, which metrics bear. */
        BELAY_STACK,
        /** The name of the SSM parameter that holds the settings document. */
        BELAY_SETTINGS_PARAMETER,
        /** The table {@code u_chat_conversation_link}. */
        BELAY_LINK_TABLE,
        /** The table {@code u_chat_user_map}. */
        BELAY_USER_MAP_TABLE,
        /** The table of handled events and known limits. */
        BELAY_EVENTS_TABLE,
        /** The ARN or name of the secret {@code {"client_id", "client_secret"}} of ServiceNow's OAuth client. */
        BELAY_SERVICENOW_SECRET_ARN,
        /** Where Slack's bot tokens are, as {@link dev.belay.secret.SecretIds} reads it: a secret for each workspace, or for several. */
        BELAY_SLACK_TOKENS_SECRET_ARN,
        /** Where {@code {"client_secret"}} or {@code {"certificate", "private_key"}} of the app in Teams is for each tenant. */
        BELAY_TEAMS_SECRET_ARN,
        /** The ARN or name of the secret {@code {"<pager>": "<token or signing key>"}} of the pagers that the settings name. */
        BELAY_PAGERS_SECRET_ARN,
        /** The ARN or name of the secret {@code {"client_id", "client_secret"}} of the Slack app, which renews tokens that rotate. */
        BELAY_SLACK_APP_SECRET_ARN,
        /** Where ServiceNow sends its events: the address of ingress for them. */
        BELAY_SERVICENOW_EVENT_URL,
        /** The ARN of the SNS topic that alarms and notices of credentials go to; none where nobody listens. */
        BELAY_ALARM_TOPIC_ARN,
        /** The URL of the queue that word of files comes from. */
        BELAY_FILES_QUEUE_URL,
        /** The URL of that queue's dead-letter queue. */
        BELAY_FILES_DLQ_URL,
        /** The URL of Slack's FIFO queue for hints about records. */
        BELAY_SLACK_RECORDS_QUEUE_URL,
        /** The URL of Slack's FIFO queue for people's messages and notes. */
        BELAY_SLACK_MESSAGES_QUEUE_URL,
        /** The URL of the queue that Slack's messages come from. */
        BELAY_SLACK_QUEUE_URL,
        /** The URL of that queue's dead-letter queue. */
        BELAY_SLACK_DLQ_URL,
        /** The URL of Teams' FIFO queue for hints about records. */
        BELAY_TEAMS_RECORDS_QUEUE_URL,
        /** The URL of Teams' FIFO queue for people's messages and notes. */
        BELAY_TEAMS_MESSAGES_QUEUE_URL,
        /** The URL of the queue that Teams' messages come from. */
        BELAY_TEAMS_QUEUE_URL,
        /** The URL of that queue's dead-letter queue. */
        BELAY_TEAMS_DLQ_URL
    }

    /** The queues that each platform has of its own, where it is deployed. */
    public enum QueueRole {
        /** Hints about records go there. */
        RECORDS_QUEUE_URL,
        /** People's messages go there, and hints that something was noted on a record. */
        MESSAGES_QUEUE_URL,
        /** The worker is fed from there. */
        QUEUE_URL,
        /** What can never be processed goes there. */
        DLQ_URL;

        private Name of(Platform platform) {
            return Name.valueOf("BELAY_" + platform.name() + "_" + name());
        }
    }

    private final Function<String, @Nullable String> variables;
    private final boolean ofProcess;

    private Environment(Function<String, @Nullable String> variables, boolean ofProcess) {
        this.variables = variables;
        this.ofProcess = ofProcess;
    }

    /** The environment of this process. */
    public static Environment process() {
        return new Environment(System::getenv, true);
    }

    public static Environment of(Function<String, @Nullable String> variables) {
        return new Environment(variables, false);
    }

    /** The same for a person's command: where no keys are given, they are found by AWS's own chain. */
    public static Environment ofCommand(Function<String, @Nullable String> variables) {
        Environment given = new Environment(variables, false);
        return given.find("AWS_ACCESS_KEY_ID").isPresent() ? given : new Environment(variables, true);
    }

    /** A variable without which the worker cannot start. */
    public String need(Name name) {
        return find(name.name())
                .orElseThrow(() -> new IllegalStateException("the environment variable " + name + " is not set"));
    }

    /**
     * The URLs of the queues of this role, by platform. A platform is deployed where the worker is fed from a queue of its own;
     * then none of its queues may be missing.
     *
     * @throws IllegalStateException when one is missing, or there is no platform at all; the message names the variable
     */
    public Map<Platform, String> queueUrls(QueueRole role) {
        Map<Platform, String> urls = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            if (isDeployed(platform)) {
                urls.put(platform, need(role.of(platform)));
            }
        }
        if (urls.isEmpty()) {
            throw new IllegalStateException(
                    "no platform has a queue: " + role.of(Platform.SLACK) + " and its like are not set");
        }
        return urls;
    }

    /**
     * The URLs of the queues of hints, by platform, of a function that no queue feeds.
     *
     * @throws IllegalStateException when there is none; the message names a variable
     */
    public Map<Platform, String> recordsQueueUrls() {
        Map<Platform, String> urls = given(QueueRole.RECORDS_QUEUE_URL);
        if (urls.isEmpty()) {
            throw new IllegalStateException("no platform has a queue of hints: "
                    + QueueRole.RECORDS_QUEUE_URL.of(Platform.SLACK) + " and its like are not set");
        }
        return urls;
    }

    /** The URLs of the queues of this role that there are, by platform. */
    public Map<Platform, String> given(QueueRole role) {
        Map<Platform, String> urls = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            find(role.of(platform)).ifPresent(url -> urls.put(platform, url));
        }
        return urls;
    }

    private boolean isDeployed(Platform platform) {
        return find(QueueRole.QUEUE_URL.of(platform).name()).isPresent()
                || find(QueueRole.DLQ_URL.of(platform).name()).isPresent();
    }

    /** A variable that only an installation with a certain platform, or a pager, has: where it is missing, it is missed when used. */
    public Supplier<String> whenUsed(Name name) {
        Optional<String> value = find(name.name());
        return () -> value.orElseThrow(
                () -> new Rejected("environment", name + " is not set: the settings name what was not deployed"));
    }

    /** A variable that an installation may do without. */
    public Optional<String> given(Name name) {
        return find(name.name());
    }

    /** The secrets of these kinds, where this function is told of them. */
    public SecretNames secretNames(Set<SecretKind> kinds) {
        Map<SecretKind, String> told = new EnumMap<>(SecretKind.class);
        kinds.forEach(kind -> given(nameOf(kind)).ifPresent(ids -> told.put(kind, ids)));
        return new SecretNames("not-deployed", told);
    }

    private static Name nameOf(SecretKind kind) {
        return switch (kind) {
            case SERVICENOW_CLIENT -> Name.BELAY_SERVICENOW_SECRET_ARN;
            case SLACK_TOKENS -> Name.BELAY_SLACK_TOKENS_SECRET_ARN;
            case SLACK_APP -> Name.BELAY_SLACK_APP_SECRET_ARN;
            case TEAMS -> Name.BELAY_TEAMS_SECRET_ARN;
            case PAGERS -> Name.BELAY_PAGERS_SECRET_ARN;
            case SLACK_SIGNING, SERVICENOW_EVENTS -> throw new IllegalArgumentException(kind + " is for ingress alone");
        };
    }

    public String region() {
        return find("AWS_REGION").orElseThrow(() -> new IllegalStateException("AWS_REGION is not set"));
    }

    /** Where AWS is; the keys are found by AWS's own chain where the environment is the process'. */
    public AwsAccess aws() {
        AwsAccess access = new AwsAccess(region(), find("AWS_ENDPOINT_URL").map(URI::create), Optional.empty());
        return ofProcess ? access : access.with(keys());
    }

    private AwsAccess.Keys keys() {
        return new AwsAccess.Keys(
                find("AWS_ACCESS_KEY_ID").orElse(""),
                find("AWS_SECRET_ACCESS_KEY").orElse(""),
                find("AWS_SESSION_TOKEN"));
    }

    /**
     * Whether this process is started to be snapshotted, and every environment of the function goes on from there
     * (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
     */
    public boolean isSnapshotted() {
        return find("AWS_LAMBDA_INITIALIZATION_TYPE")
                .filter("snap-start"::equals)
                .isPresent();
    }

    /** A variable that only some installations have. */
    Optional<String> find(Name name) {
        return find(name.name());
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }
}
