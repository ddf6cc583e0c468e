package dev.belay.local.world;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.cardaction.CardActionHandler;
import dev.belay.conversationfile.ConversationFileHandler;
import dev.belay.conversationmessage.ConversationMessageHandler;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.ingress.IngressHandler;
import dev.belay.linkaudit.LinkAuditHandler;
import dev.belay.reconciliation.ReconciliationHandler;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.tokenhealthcheck.TokenHealthCheckHandler;
import dev.belay.wiring.Wiring;
import dev.belay.wiring.settings.Environment;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a person who deploys sets up: secrets, the settings document, and each function with its environment and its role. */
public final class Installation implements AutoCloseable {
    /** The key that ServiceNow signs its events with. */
    public static final String EVENT_KEY_ID = "local-1";

    static final byte[] EVENT_KEY = "local-event-key-of-the-simulated-servicenow".getBytes(StandardCharsets.US_ASCII);

    private static final String SETTINGS = "/belay/local/settings";

    private final SimulatedAws aws;
    private final Stack stack;
    private final Clock clock;
    private final Chats chats;
    private final JsonObject settings;
    private final List<Wiring> workers = new ArrayList<>();
    private final Printed printed = new Printed();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private boolean primes;
    private @Nullable URI events;

    Installation(SimulatedAws aws, Stack stack, URI serviceNow, Chats chats, Pagers pagers, Clock clock) {
        this.aws = aws;
        this.stack = stack;
        this.clock = clock;
        this.chats = chats;
        printTo(aws.metrics().log());
        this.settings = FirstSettings.of(serviceNow, chats, pagers.section());
        FirstSecrets.of(chats, pagers, clock)
                .forEach((name, value) -> aws.putSecret(beneath(name), JsonWriter.string(value)));
        changeSettings(unchanged -> {});
    }

    /** What functions print from now on, metrics and what ingress logs, goes here; before, CloudWatch reads it. */
    public void printTo(OutputStream stream) {
        printed.to(stream);
    }

    /** Functions that start from now on are primed, as before a snapshot of them is taken. */
    public void primes() {
        primes = true;
    }

    /** Functions that start from now on know that ServiceNow sends its events there. */
    public void eventsArriveAt(URI address) {
        events = address;
    }

    /** Changes the settings document; functions that run see it within a minute. */
    public void changeSettings(Consumer<JsonObject> change) {
        change.accept(settings);
        aws.putParameter(parameter(), JsonWriter.string(settings));
    }

    /** Puts another document in the place of the settings, as it is. */
    public void replaceSettings(String document) {
        aws.putParameter(parameter(), document);
    }

    List<String> platforms() {
        return chats.platformNames();
    }

    /** A fresh instance of {@code ingress}, as after a cold start. */
    public IngressHandler ingress() {
        return ingress(Map.of());
    }

    /** The same where the stack was given something else. */
    public IngressHandler ingress(Map<String, String> other) {
        Map<String, String> environment = common("ingress");
        environment.put("BELAY_SERVICENOW_EVENT_SECRET_ARN", beneath(FirstSecrets.EVENTS));
        putForEach(environment, "RECORDS_QUEUE_URL", stack::recordsQueue);
        putForEach(environment, "ACTIONS_QUEUE_URL", stack::actionsQueue);
        environment.put("BELAY_FILES_QUEUE_URL", Stack.queueUrl(aws, stack.filesQueue()));
        putForEach(environment, "MESSAGES_QUEUE_URL", stack::messagesQueue);
        environment.put("BELAY_SERVICENOW_INSTANCE", Acme.INSTANCE);
        environment.put("BELAY_PLATFORMS", String.join(",", chats.platformNames()));
        chats.slack().ifPresent(slack -> {
            environment.put("BELAY_SLACK_SIGNING_SECRET_ARN", beneath("slack-signing"));
            environment.put("BELAY_SLACK_TOKENS_SECRET_ARN", beneath("slack/*"));
            environment.put("BELAY_SLACK_API_URL", slack.api().toString());
        });
        chats.teams().ifPresent(teams -> {
            environment.put("BELAY_TEAMS_APP_ID", teams.app());
            environment.put("BELAY_TEAMS_TENANTS", teams.tenant());
            environment.put("BELAY_TEAMS_CLOUD", "public");
            environment.put("BELAY_TEAMS_OPENID_URL", teams.openId().toString());
            environment.put("BELAY_TEAMS_SERVICE_HOSTS", String.join(",", teams.serviceHosts()));
        });
        environment.putAll(other);
        return new IngressHandler(environment::get, clock, out);
    }

    /** A fresh instance of {@code incident-opened}. */
    public IncidentOpenedHandler incidentOpened() {
        return new IncidentOpenedHandler(
                wiring("incident-opened", worker("incident-opened", stack::recordsQueue, stack::recordsDeadLetters)));
    }

    /** A fresh instance of {@code card-action}. */
    public CardActionHandler cardAction() {
        Map<String, String> environment = worker("card-action", stack::actionsQueue, stack::actionsDeadLetters);
        environment.put(Environment.Name.BELAY_USER_MAP_TABLE.name(), stack.userTable());
        environment.put(Environment.Name.BELAY_PAGERS_SECRET_ARN.name(), beneath("pagers"));
        putForEach(environment, "RECORDS_QUEUE_URL", stack::recordsQueue);
        return new CardActionHandler(wiring("card-action", environment));
    }

    /** A fresh instance of {@code conversation-file}. */
    public ConversationFileHandler conversationFile() {
        Map<String, String> environment = reading("conversation-file");
        environment.put(Environment.Name.BELAY_USER_MAP_TABLE.name(), stack.userTable());
        environment.put(Environment.Name.BELAY_FILES_QUEUE_URL.name(), Stack.queueUrl(aws, stack.filesQueue()));
        environment.put(Environment.Name.BELAY_FILES_DLQ_URL.name(), Stack.queueUrl(aws, stack.filesDeadLetters()));
        return new ConversationFileHandler(wiring("conversation-file", environment));
    }

    /** A fresh instance of {@code conversation-message}. */
    public ConversationMessageHandler conversationMessage() {
        Map<String, String> environment =
                worker("conversation-message", stack::messagesQueue, stack::messagesDeadLetters);
        environment.put(Environment.Name.BELAY_USER_MAP_TABLE.name(), stack.userTable());
        return new ConversationMessageHandler(wiring("conversation-message", environment));
    }

    /** A fresh instance of {@code token-health-check}. */
    public TokenHealthCheckHandler tokenHealthCheck() {
        Map<String, String> environment = reading("token-health-check");
        environment.put(Environment.Name.BELAY_PAGERS_SECRET_ARN.name(), beneath("pagers"));
        environment.put(Environment.Name.BELAY_ALARM_TOPIC_ARN.name(), alarmTopic());
        environment.put(Environment.Name.BELAY_SERVICENOW_EVENT_URL.name(), String.valueOf(events));
        chats.slack()
                .ifPresent(
                        _ -> environment.put(Environment.Name.BELAY_SLACK_APP_SECRET_ARN.name(), beneath("slack-app")));
        return new TokenHealthCheckHandler(wiring("token-health-check", environment));
    }

    /** A fresh instance of {@code reconciliation}. */
    public ReconciliationHandler reconciliation() {
        Map<String, String> environment = common("reconciliation");
        environment.put(Environment.Name.BELAY_SETTINGS_PARAMETER.name(), parameter());
        environment.put(Environment.Name.BELAY_LINK_TABLE.name(), stack.linkTable());
        environment.put(Environment.Name.BELAY_EVENTS_TABLE.name(), stack.eventTable());
        environment.put(Environment.Name.BELAY_SERVICENOW_SECRET_ARN.name(), beneath(FirstSecrets.CLIENT));
        putForEach(environment, "RECORDS_QUEUE_URL", stack::recordsQueue);
        putForEach(environment, "MESSAGES_QUEUE_URL", stack::messagesQueue);
        environment.put(Environment.Name.BELAY_FILES_QUEUE_URL.name(), Stack.queueUrl(aws, stack.filesQueue()));
        return new ReconciliationHandler(wiring("reconciliation", environment));
    }

    /** A fresh instance of {@code link-audit}. */
    public LinkAuditHandler linkAudit() {
        return new LinkAuditHandler(wiring("link-audit", reading("link-audit")));
    }

    /** The name of the parameter that holds the settings document. */
    public String settingsParameter() {
        return parameter();
    }

    /** The ARN of the topic that whoever is on call hears of. */
    public String alarmTopic() {
        return aws.createTopic(stack.name() + "-alarms");
    }

    private Wiring wiring(String function, Map<String, String> environment) {
        Wiring wiring = new Wiring(function, Environment.of(environment::get), clock, out);
        if (primes) {
            wiring.prime();
        }
        synchronized (workers) {
            workers.add(wiring);
        }
        return wiring;
    }

    private Map<String, String> worker(
            String function, UnaryOperator<String> queue, UnaryOperator<String> deadLetters) {
        Map<String, String> environment = reading(function);
        putForEach(environment, "QUEUE_URL", queue);
        putForEach(environment, "DLQ_URL", deadLetters);
        return environment;
    }

    /** Settings, tables, and the secrets of those that are called. */
    private Map<String, String> reading(String function) {
        Map<String, String> environment = common(function);
        environment.put(Environment.Name.BELAY_SETTINGS_PARAMETER.name(), parameter());
        environment.put(Environment.Name.BELAY_LINK_TABLE.name(), stack.linkTable());
        environment.put(Environment.Name.BELAY_EVENTS_TABLE.name(), stack.eventTable());
        environment.put(Environment.Name.BELAY_SERVICENOW_SECRET_ARN.name(), beneath(FirstSecrets.CLIENT));
        chats.slack()
                .ifPresent(_ ->
                        environment.put(Environment.Name.BELAY_SLACK_TOKENS_SECRET_ARN.name(), beneath("slack/*")));
        chats.teams()
                .ifPresent(_ -> environment.put(Environment.Name.BELAY_TEAMS_SECRET_ARN.name(), beneath("teams/*")));
        return environment;
    }

    /** A queue's URL for each platform that is deployed. */
    private void putForEach(Map<String, String> environment, String name, UnaryOperator<String> queue) {
        for (String platform : chats.platformNames()) {
            environment.put(
                    "BELAY_" + platform.toUpperCase(Locale.ROOT) + "_" + name,
                    Stack.queueUrl(aws, queue.apply(platform)));
        }
    }

    /** What every function is told: by Lambda itself, and the name of its stack. */
    private Map<String, String> common(String function) {
        Credentials role = aws.credentialsFor(function);
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", SimulatedAws.REGION);
        environment.put("AWS_ENDPOINT_URL", aws.url().toString());
        environment.put("AWS_ACCESS_KEY_ID", role.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", role.secretAccessKey());
        role.sessionToken().ifPresent(token -> environment.put("AWS_SESSION_TOKEN", token));
        environment.put("BELAY_STACK", stack.name());
        return environment;
    }

    /** A secret's name, or that of one for each workspace or tenant, as the template gives it. */
    private String beneath(String name) {
        return stack.name() + "/" + name;
    }

    private String parameter() {
        return SETTINGS + "/" + stack.name();
    }

    /** Ends the workers that were started. */
    @Override
    public void close() {
        synchronized (workers) {
            workers.forEach(Wiring::close);
        }
    }
}
