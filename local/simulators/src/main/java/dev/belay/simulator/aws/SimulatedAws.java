package dev.belay.simulator.aws;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.aws.alarm.Metrics;
import dev.belay.simulator.aws.alarm.Published;
import dev.belay.simulator.aws.alarm.Topics;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import dev.belay.simulator.aws.call.Permission;
import dev.belay.simulator.aws.call.Permissions;
import dev.belay.simulator.aws.call.QueryProtocol;
import dev.belay.simulator.aws.dynamodb.DynamoDb;
import dev.belay.simulator.aws.queue.Deduplication;
import dev.belay.simulator.aws.queue.Engine;
import dev.belay.simulator.aws.queue.LocalSqs;
import dev.belay.simulator.aws.queue.Receipts;
import dev.belay.simulator.aws.queue.SentTimes;
import dev.belay.simulator.aws.store.DeployedStacks;
import dev.belay.simulator.aws.store.Parameters;
import dev.belay.simulator.aws.store.Secrets;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * AWS on one address: DynamoDB, SQS, SNS, Secrets Manager, the Parameter Store, CloudWatch's metrics, and what CloudFormation describes. It
 * is what {@code AWS_ENDPOINT_URL} points
 * at. Every request is proved by its signature and remembered with the permissions that it needed; those made under a
 * function's credentials cross the {@link Faults} line as {@code dynamodb UpdateItem}.
 */
public final class SimulatedAws implements AutoCloseable {
    /** The region that everything is in. */
    public static final String REGION = "eu-central-1";

    /** The account that everything belongs to. */
    public static final String ACCOUNT = "123456789012";

    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Gatekeeper gatekeeper;
    private final Secrets secrets;
    private final Parameters parameters;
    private final Topics topics;
    private final DeployedStacks stacks;
    private final Metrics metrics = new Metrics();
    private final Receipts receipts;
    private final SentTimes sentTimes;
    private final Deduplication deduplication;
    private final Deque<AwsCall> calls = new ArrayDeque<>();
    private final Map<String, Set<Permission>> used = new TreeMap<>();
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private final Failures<Response> failures = new Failures<>();
    private final Exchanges exchanges = new Exchanges();
    private final Map<String, Long> counts = new TreeMap<>();
    private volatile Watch watch = (call, arguments) -> {};
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SimulatorServer server;
    private final DynamoDb tables;
    private final FutureTask<LocalSqs> queues;

    private SimulatedAws(int port, Faults faults, Clock clock, Optional<Path> data) {
        this.clock = clock;
        this.gatekeeper = new Gatekeeper(REGION, clock);
        this.secrets = new Secrets(REGION, ACCOUNT, clock);
        this.parameters = new Parameters(REGION, ACCOUNT, clock);
        this.topics = new Topics(REGION, ACCOUNT);
        this.stacks = new DeployedStacks(REGION, ACCOUNT, clock);
        this.receipts = new Receipts(clock);
        this.sentTimes = new SentTimes(clock);
        this.deduplication = new Deduplication(clock);
        this.tables = DynamoDb.open(data, REGION, ACCOUNT, clock);
        this.server = SimulatorServer.start(port, faults, this::breakable, this::answer, exchanges);
        this.queues = background(() -> LocalSqs.start(server.url(), REGION, ACCOUNT, clock));
    }

    /** Starts with tables in memory; port 0 takes a free one. */
    public static SimulatedAws start(int port, Faults faults, Clock clock) {
        return start(port, faults, clock, Optional.empty());
    }

    /**
     * Starts; the queues start meanwhile, and the first call to one waits for them.
     *
     * @param clock the time of tables, queues, secrets and signatures
     * @param data the folder that keeps the tables between runs; in memory where there is none
     */
    public static SimulatedAws start(int port, Faults faults, Clock clock, Optional<Path> data) {
        return new SimulatedAws(port, faults, clock, data);
    }

    /** The endpoint's address, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /** Waits until the queues stand. */
    public SimulatedAws ready() {
        result(queues);
        return this;
    }

    /** A function's credentials; the same for the same name. */
    public Credentials credentialsFor(String functionName) {
        return gatekeeper.admit(Credentials.ofFunction(functionName));
    }

    /** Credentials of someone who is not a function: their calls never break and need no permission of the template. */
    public Credentials operator(String name) {
        return gatekeeper.admit(Credentials.ofOperator(name));
    }

    /** A client for someone who is not a function. What it asks needs no proof, and so it is asked without HTTP, which costs. */
    public AwsClient client(String operatorName) {
        Credentials operator = operator(operatorName);
        return new AwsClient((service, target, body) -> answer(request(target, body), _ -> operator));
    }

    /** A client that signs with these, over HTTP. */
    public AwsClient client(Credentials credentials) {
        return new AwsClient(new SignedHttp(http, url(), REGION, credentials));
    }

    /** Sets a secret's current value, creating it where there is none, and returns its ARN. */
    public String putSecret(String name, String value) {
        JsonObject arguments = new JsonObject();
        arguments.put("SecretId", name);
        arguments.put("Name", name);
        arguments.put("SecretString", value);
        arguments.put("ClientRequestToken", UUID.randomUUID().toString());
        String operation = secrets.name(name).isPresent() ? "PutSecretValue" : "CreateSecret";
        return secrets.perform(new Operation("secretsmanager", operation, arguments))
                .getString("ARN", "");
    }

    /** Sets a parameter, creating it where there is none. */
    public void putParameter(String name, String value) {
        JsonObject arguments = new JsonObject();
        arguments.put("Name", name);
        arguments.put("Value", value);
        arguments.put("Overwrite", true);
        arguments.put("Tier", "Advanced");
        parameters.perform(new Operation("ssm", "PutParameter", arguments));
    }

    /**
     * Makes CloudFormation describe a stack of this name as deployed. Nothing is created: {@link Stack} does that.
     *
     * @param parameters what the stack was deployed with
     */
    public void deployed(String stack, Map<String, String> parameters, Map<String, String> outputs) {
        stacks.deployed(stack, parameters, outputs);
    }

    /** Creates a topic where there is none of this name, and returns its ARN. */
    public String createTopic(String name) {
        return topics.create(name);
    }

    /** What CloudWatch reads out of the logs that are given to it. */
    public Metrics metrics() {
        return metrics;
    }

    /** What was published to a topic, oldest first. */
    public List<Published> published(String topicArn) {
        return topics.published(topicArn);
    }

    /** Lets a service refuse every function's call with 503, until {@link #restore}. */
    public void interrupt(String service) {
        down.add(service);
    }

    /** Ends what {@link #interrupt} began. */
    public void restore(String service) {
        down.remove(service);
    }

    /** What functions are answered in place of what they ask for, by the call's name, e.g. {@code dynamodb UpdateItem}. */
    public Failures<Response> failures() {
        return failures;
    }

    /** Every proved call since the start or the last {@link #forgetCalls}, in order; the latest hundred thousand. */
    public List<AwsCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The permissions that each function has needed since this was last asked, whatever was forgotten. */
    public Map<String, Set<Permission>> takeUsed() {
        synchronized (calls) {
            Map<String, Set<Permission>> taken = new TreeMap<>(used);
            used.clear();
            return taken;
        }
    }

    public void forgetCalls() {
        synchronized (calls) {
            calls.clear();
        }
    }

    /** How often a function called each operation, by its name, e.g. {@code dynamodb UpdateItem}. */
    public Map<String, Integer> counts(String functionName) {
        Map<String, Integer> counts = new TreeMap<>();
        calls().stream()
                .filter(call -> call.function() && call.caller().equals(functionName))
                .forEach(call -> counts.merge(call.name(), 1, Integer::sum));
        return counts;
    }

    /** Hears of each call that was answered. */
    public interface Watch {
        /** @param arguments as they were sent */
        void called(AwsCall call, JsonObject arguments);
    }

    /** Tells of each call from now on, and nobody else. */
    public void watch(Watch other) {
        watch = other;
    }

    /** Functions' latest calls with requests and answers. */
    public Exchanges exchanges() {
        return exchanges;
    }

    /** How often functions called what, by its name, e.g. {@code dynamodb UpdateItem}, whatever was forgotten. */
    public Map<String, Long> counts() {
        synchronized (calls) {
            return new TreeMap<>(counts);
        }
    }

    private Optional<String> breakable(Request request) {
        return gatekeeper
                .claimed(request)
                .filter(Credentials::isFunction)
                .flatMap(function -> Operation.named(request))
                .map(Operation::call);
    }

    private static Request request(String target, String body) {
        Map<String, List<String>> headers =
                Map.of("content-type", List.of("application/x-amz-json-1.0"), "x-amz-target", List.of(target));
        return new Request("POST", "/", "", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private Response answer(Request request) {
        return answer(request, service -> gatekeeper.prove(request, service));
    }

    private Response answer(Request request, Function<String, Credentials> caller) {
        String service = Operation.named(request).map(Operation::service).orElse("");
        try {
            Operation operation = Operation.of(request);
            return perform(caller.apply(service), operation, request);
        } catch (AwsError e) {
            return e.response(service);
        }
    }

    private Response perform(Credentials caller, Operation operation, Request request) {
        Response response;
        try {
            response = dispatch(caller, operation, request);
        } catch (AwsError e) {
            response = e.response(operation.service());
        }
        remember(caller, operation, response.status());
        return response;
    }

    private Response dispatch(Credentials caller, Operation operation, Request request) {
        if (caller.isFunction() && down.contains(operation.service())) {
            throw AwsError.unavailable();
        }
        Optional<Response> told = caller.isFunction() ? failures.take(operation.call()) : Optional.empty();
        return told.isPresent() ? told.get() : done(operation, request);
    }

    private Response done(Operation operation, Request request) {
        return switch (operation.service()) {
            case "dynamodb" -> tables.answer(operation.name(), operation.arguments());
            case "sqs" -> queue(operation, request);
            case QueryProtocol.SNS -> QueryProtocol.answer(operation, topics.perform(operation));
            case QueryProtocol.CLOUDFORMATION -> QueryProtocol.answer(operation, stacks.perform(operation));
            case "ssm" -> json(parameters.perform(operation));
            case "monitoring" -> json(metrics.perform(operation));
            default -> json(secrets.perform(operation));
        };
    }

    /** Who goes by the clock and not by the machine's time looks at one message: of a batch the engine's own time would be told. */
    private Response queue(Operation operation, Request request) {
        if (operation.name().endsWith("Batch")) {
            throw AwsError.notSimulated(operation);
        }
        receipts.check(operation);
        Response answer = new Engine(result(queues).url()).forward(deduplication.sent(operation, request));
        return deduplication.answered(operation, sentTimes.stamped(operation, receipts.note(operation, answer)));
    }

    private void remember(Credentials caller, Operation operation, int status) {
        AwsCall call = new AwsCall(
                clock.instant(),
                caller.caller(),
                caller.isFunction(),
                operation.service(),
                operation.name(),
                Permissions.of(operation).stream().map(this::byName).toList(),
                status);
        synchronized (calls) {
            calls.add(call);
            if (calls.size() > REMEMBERED) {
                calls.remove();
            }
            if (call.function()) {
                used.computeIfAbsent(call.caller(), name -> new HashSet<>()).addAll(call.permissions());
                counts.merge(call.name(), 1L, Long::sum);
            }
        }
        watch.called(call, operation.arguments());
    }

    private Permission byName(Permission permission) {
        return secrets.name(permission.resource())
                .map(name -> new Permission(permission.action(), name))
                .orElse(permission);
    }

    private static Response json(JsonObject body) {
        return Response.text(200, "application/x-amz-json-1.1", JsonWriter.string(body));
    }

    private static <T> FutureTask<T> background(Callable<T> start) {
        FutureTask<T> task = new FutureTask<>(start);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an engine of the simulated AWS did not start or stop", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AwsError.unavailable();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        result(background(() -> {
            queues.get().close();
            return true;
        }));
        server.close();
        tables.close();
    }
}
