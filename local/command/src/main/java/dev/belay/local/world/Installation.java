package dev.belay.local.world;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.cardaction.CardActionHandler;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.ingress.IngressHandler;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.wiring.Environment;
import dev.belay.wiring.Wiring;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a person who deploys sets up: secrets, the settings document, and each function with its environment and its role. */
public final class Installation {
    /** The key that ServiceNow signs its events with. */
    public static final String EVENT_KEY_ID = "local-1";

    static final byte[] EVENT_KEY = "local-event-key-of-the-simulated-servicenow".getBytes(StandardCharsets.US_ASCII);

    private static final String SETTINGS = "/belay/local/settings";
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final SimulatedAws aws;
    private final Stack stack;
    private final Clock clock;
    private final JsonObject settings;
    private final Map<String, String> secrets = new HashMap<>();

    Installation(SimulatedAws aws, Stack stack, URI serviceNow, Slack slack, Clock clock) {
        this.aws = aws;
        this.stack = stack;
        this.clock = clock;
        this.settings = settings(serviceNow, slack);
        secret(
                "slack-signing",
                JsonObject.builder()
                        .value("signing_secret", slack.signingSecret())
                        .done());
        secret(
                "slack-tokens",
                JsonObject.builder().value(slack.team(), slack.botToken()).done());
        secret(
                "servicenow-events",
                JsonObject.builder()
                        .value("key_id", EVENT_KEY_ID)
                        .value("key", Base64.getEncoder().encodeToString(EVENT_KEY))
                        .done());
        secret(
                "servicenow-client",
                JsonObject.builder()
                        .value("client_id", Acme.CLIENT_ID)
                        .value("client_secret", Acme.CLIENT_SECRET)
                        .done());
        decide(unchanged -> {});
    }

    /** Changes the settings document; functions that run see it within a minute. */
    public void decide(Consumer<JsonObject> change) {
        change.accept(settings);
        aws.putParameter(parameter(), JsonWriter.string(settings));
    }

    /** Puts another document in the place of the settings, as it is. */
    public void settings(String document) {
        aws.putParameter(parameter(), document);
    }

    /** A fresh instance of {@code ingress}, as after a cold start. */
    public IngressHandler ingress() {
        Map<String, String> environment = common("ingress");
        environment.put("BELAY_SLACK_SIGNING_SECRET_ARN", arn("slack-signing"));
        environment.put("BELAY_SERVICENOW_EVENT_SECRET_ARN", arn("servicenow-events"));
        environment.put("BELAY_RECORDS_QUEUE_URL", Stack.queueUrl(aws, stack.recordsQueue()));
        environment.put("BELAY_ACTIONS_QUEUE_URL", Stack.queueUrl(aws, stack.actionsQueue()));
        environment.put("BELAY_SERVICENOW_INSTANCE", Acme.INSTANCE);
        environment.put("BELAY_PLATFORMS", "slack");
        return new IngressHandler(environment::get, clock, NOWHERE);
    }

    /** A fresh instance of {@code incident-opened}. */
    public IncidentOpenedHandler incidentOpened() {
        return new IncidentOpenedHandler(
                wiring("incident-opened", worker("incident-opened", stack.recordsQueue(), stack.recordsDeadLetters())));
    }

    /** A fresh instance of {@code card-action}. */
    public CardActionHandler cardAction() {
        Map<String, String> environment = worker("card-action", stack.actionsQueue(), stack.actionsDeadLetters());
        environment.put(Environment.Name.BELAY_USER_MAP_TABLE.name(), stack.userTable());
        environment.put(Environment.Name.BELAY_RECORDS_QUEUE_URL.name(), Stack.queueUrl(aws, stack.recordsQueue()));
        return new CardActionHandler(wiring("card-action", environment));
    }

    private Wiring wiring(String function, Map<String, String> environment) {
        return new Wiring(function, Environment.of(environment::get), clock, NOWHERE);
    }

    private Map<String, String> worker(String function, String queue, String deadLetters) {
        Map<String, String> environment = common(function);
        environment.put(Environment.Name.BELAY_SETTINGS_PARAMETER.name(), parameter());
        environment.put(Environment.Name.BELAY_LINK_TABLE.name(), stack.linkTable());
        environment.put(Environment.Name.BELAY_EVENTS_TABLE.name(), stack.eventTable());
        environment.put(Environment.Name.BELAY_SERVICENOW_SECRET_ARN.name(), arn("servicenow-client"));
        environment.put(Environment.Name.BELAY_SLACK_TOKENS_SECRET_ARN.name(), arn("slack-tokens"));
        environment.put(Environment.Name.BELAY_QUEUE_URL.name(), Stack.queueUrl(aws, queue));
        environment.put(Environment.Name.BELAY_DLQ_URL.name(), Stack.queueUrl(aws, deadLetters));
        return environment;
    }

    /** What Lambda itself puts into every environment. */
    private Map<String, String> common(String function) {
        Credentials role = aws.credentialsFor(function);
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", SimulatedAws.REGION);
        environment.put("AWS_ENDPOINT_URL", aws.url().toString());
        environment.put("AWS_ACCESS_KEY_ID", role.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", role.secretAccessKey());
        role.sessionToken().ifPresent(token -> environment.put("AWS_SESSION_TOKEN", token));
        return environment;
    }

    private void secret(String name, JsonObject value) {
        secrets.put(name, aws.putSecret(stack.name() + "/" + name, JsonWriter.string(value)));
    }

    private String arn(String name) {
        return java.util.Objects.requireNonNull(secrets.get(name), name);
    }

    private String parameter() {
        return SETTINGS + "/" + stack.name();
    }

    private static JsonObject settings(URI serviceNow, Slack slack) {
        JsonObject chat = JsonObject.builder()
                .value("team_id", slack.team())
                .array("responders", slack.responders())
                .done();
        slack.sharedChannel().ifPresent(channel -> chat.put("shared_channel", channel));
        JsonObject route = JsonObject.builder()
                .value("table", "incident")
                .array("priorities", slack.sharedChannel().isPresent() ? List.of(1, 2, 3, 4, 5) : List.of(1, 2))
                .value("slack", chat)
                .done();
        return JsonObject.builder()
                .value("schema", 1)
                .value("start_at", "2026-01-01T00:00:00Z")
                .value("pause_outbound", false)
                .object("servicenow")
                .value("instance", Acme.INSTANCE)
                .value("url", serviceNow.toString())
                .value("user", Acme.INTEGRATION_USER)
                .value("channel_field", "u_chat_channel")
                .end()
                .object("slack")
                .value("app_id", slack.app())
                .value("api_url", slack.api().toString())
                .array("workspaces", List.of(slack.team()))
                .end()
                .value("routes", JsonArray.from(route))
                .done();
    }
}
