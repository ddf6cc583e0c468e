package dev.belay.local.world;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.local.events.EventSourceMapping;
import dev.belay.local.events.Polling;
import dev.belay.local.events.Schedule;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.lambda.Invocation;
import dev.belay.local.lambda.Sandbox;
import dev.belay.local.lambda.TimedRun;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.servicenow.event.EventTarget;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A world at work: the gateway takes requests, the queues are polled, ServiceNow and the chat platforms know where to send. */
public final class Running implements AutoCloseable {
    /** Groups of one platform's queue that are worked on beside each other. */
    private static final int CONCURRENCY = 4;

    private final World world;
    private final HttpApi gateway;
    private final List<Polling> workers = new ArrayList<>();
    private final List<Schedule> schedules;

    private Running(World world, int port) {
        this.world = world;
        Installation installation = world.installation();
        this.gateway = gateway(world, port);
        var incidentOpened = new Sandbox<>(installation::incidentOpened);
        var cardAction = new Sandbox<>(installation::cardAction);
        var conversationMessage = new Sandbox<>(installation::conversationMessage);
        for (String platform : world.platforms()) {
            workers.add(incidentOpenedMapping(world, platform, incidentOpened).start(CONCURRENCY));
            workers.add(cardActionMapping(world, platform, cardAction).start(CONCURRENCY));
            workers.add(conversationMessageMapping(world, platform, conversationMessage)
                    .start(CONCURRENCY));
        }
        workers.add(conversationFileMapping(world, new Sandbox<>(installation::conversationFile))
                .start(CONCURRENCY));
        world.installApp();
        var tokenHealthCheck = new Sandbox<>(installation::tokenHealthCheck);
        var reconciliation = new Sandbox<>(installation::reconciliation);
        var linkAudit = new Sandbox<>(installation::linkAudit);
        this.schedules = List.of(
                Schedule.start(world.clock(), Schedule.HOURLY, () -> checkCredentials(world, tokenHealthCheck)),
                Schedule.start(world.clock(), Schedule.EACH_FIVE_MINUTES, () -> reconcile(world, reconciliation)),
                Schedule.start(world.clock(), Schedule.EACH_FIVE_MINUTES, () -> audit(world, linkAudit)),
                Schedule.start(world.clock(), Schedule.EACH_MINUTE, () -> world.serviceNow()
                        .rule()
                        .minute()));
    }

    /**
     * Starts the functions of a world.
     *
     * @param port where the gateway listens; 0 takes a free one
     */
    public static Running start(World world, int port) {
        return new Running(world, port);
    }

    /** Starts the gateway alone, and tells ServiceNow and the chat platforms of it. */
    public static HttpApi gateway(World world, int port) {
        Duration timeout = world.stack().template().function("Ingress").timeout();
        HttpApi.Function ingress =
                new HttpApi.Function("ingress", timeout, world.installation().ingress());
        HttpApi.Function door =
                new HttpApi.Function("ingress", timeout, new ConnectorToken(world::tokenFor, ingress.handler()));
        HttpApi gateway = HttpApi.start(
                port,
                Map.of(
                        "POST /slack/events",
                        ingress,
                        "POST /servicenow/events",
                        ingress,
                        "POST /servicenow/heartbeat",
                        ingress,
                        "POST /teams/messages",
                        ingress,
                        "POST /api/messages",
                        door),
                world.clock());
        URI events = gateway.url().resolve("/servicenow/events");
        world.serviceNow().rule().target(new EventTarget(events, Installation.EVENT_KEY, Installation.EVENT_KEY_ID));
        world.installation().eventsArriveAt(events);
        world.requestUrl(gateway.url().resolve("/slack/events"));
        world.messagingEndpoint(gateway.url().resolve("/teams/messages"));
        return gateway;
    }

    /** What feeds {@code incident-opened} from a platform's queue. */
    public static EventSourceMapping incidentOpenedMapping(
            World world, String platform, RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return mapping(world, world.stack().recordsQueue(platform), "IncidentOpened", function);
    }

    /** What feeds {@code card-action} from a platform's queue. */
    public static EventSourceMapping cardActionMapping(
            World world, String platform, RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return mapping(world, world.stack().actionsQueue(platform), "CardAction", function);
    }

    /** What feeds {@code conversation-file}. */
    public static EventSourceMapping conversationFileMapping(
            World world, RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return mapping(world, world.stack().filesQueue(), "ConversationFile", function);
    }

    /** What feeds {@code conversation-message} from a platform's queue. */
    public static EventSourceMapping conversationMessageMapping(
            World world, String platform, RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return mapping(world, world.stack().messagesQueue(platform), "ConversationMessage", function);
    }

    /** One invocation of {@code token-health-check}, as its schedule makes it. */
    public static void checkCredentials(World world, RequestHandler<Map<String, Object>, String> function) {
        scheduled(world, "TokenHealthCheck", function);
    }

    /** One invocation of {@code reconciliation}, as its schedule makes it. */
    public static void reconcile(World world, RequestHandler<Map<String, Object>, String> function) {
        scheduled(world, "Reconciliation", function);
    }

    /** One invocation of {@code link-audit}, as its schedule makes it. */
    public static void audit(World world, RequestHandler<Map<String, Object>, String> function) {
        scheduled(world, "LinkAudit", function);
    }

    private static void scheduled(World world, String id, RequestHandler<Map<String, Object>, String> function) {
        Template.Function declared = world.stack().template().function(id);
        Invocation invocation = Invocation.of(declared.name(), declared.timeout(), world.clock());
        new TimedRun(invocation, world.clock()).of(() -> function.handleRequest(Map.of(), invocation));
    }

    private static EventSourceMapping mapping(
            World world, String queue, String id, RequestHandler<SQSEvent, SQSBatchResponse> function) {
        Template.Function declared = world.stack().template().function(id);
        EventSourceMapping.Settings settings = new EventSourceMapping.Settings(
                Stack.queueUrl(world.aws(), queue),
                Stack.queueArn(queue),
                declared.batchSize(),
                declared.name(),
                declared.timeout());
        return new EventSourceMapping(world.aws().client("lambda"), settings, function, world.clock());
    }

    public World world() {
        return world;
    }

    /** What API Gateway was asked and answered of late, by the id of the request. */
    public Exchanges exchanges() {
        return gateway.exchanges();
    }

    /** Where API Gateway would be. */
    public URI url() {
        return gateway.url();
    }

    @Override
    public void close() {
        gateway.close();
        schedules.forEach(Schedule::close);
        workers.forEach(Polling::close);
        world.close();
    }
}
