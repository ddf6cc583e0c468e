package dev.belay.wiring;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the template tells a worker. Secrets are not in it, only where they are. */
public final class Environment {
    /** The names, each with what it holds. */
    public enum Name {
        /** The name of the SSM parameter that holds the settings document. */
        BELAY_SETTINGS_PARAMETER,
        /** The table {@code u_chat_conversation_link}. */
        BELAY_LINK_TABLE,
        /** The table {@code u_chat_user_map}. */
        BELAY_USER_MAP_TABLE,
        /** The table of handled events and known limits. */
        BELAY_EVENTS_TABLE,
        /** The ARN of the secret {@code {"client_id", "client_secret"}} of ServiceNow's OAuth client. */
        BELAY_SERVICENOW_SECRET_ARN,
        /** The ARN of the secret {@code {"<team id>": {"bot_token"}}} with Slack's bot tokens. */
        BELAY_SLACK_TOKENS_SECRET_ARN,
        /** The URL of the queue that the worker is fed from. */
        BELAY_QUEUE_URL,
        /** The URL of that queue's dead-letter queue. */
        BELAY_DLQ_URL
    }

    private final Function<String, @Nullable String> variables;

    private Environment(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /** The environment of this process. */
    public static Environment process() {
        return new Environment(System::getenv);
    }

    public static Environment of(Function<String, @Nullable String> variables) {
        return new Environment(variables);
    }

    /** A variable without which the worker cannot start. */
    public String need(Name name) {
        return find(name.name())
                .orElseThrow(() -> new IllegalStateException("the environment variable " + name + " is not set"));
    }

    /** A variable that AWS sets, or that points the worker at another endpoint. */
    Optional<String> find(String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }
}
