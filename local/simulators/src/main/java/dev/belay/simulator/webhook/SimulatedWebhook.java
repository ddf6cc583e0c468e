package dev.belay.simulator.webhook;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.FailingCalls;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.control.ClockCommands;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.control.ExchangeCommands;
import dev.belay.simulator.control.FailureCommands;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SameOrigin;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.webhook.Delivery.Outcome;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody's receiver of webhooks, at any path: it takes {@code POST}s of JSON that are signed and bear an idempotency key, does the work
 * of each key once, and answers a request that comes again as it answered the first; the same key with another body is refused
 * (draft-ietf-httpapi-idempotency-key-header-07, sections 2.6 and 2.7).
 */
public final class SimulatedWebhook implements AutoCloseable {
    /** The draft's header. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** The one call, for failures and for {@link Faults}. */
    public static final String CALL = "POST";

    /** What was done for a key. */
    private record Done(String body, Response answer) {}

    private final Proof proof;
    private final FailingCalls failing = new FailingCalls();
    private final CallLog<Delivery> log = new CallLog<>(_ -> "POST");
    private final Map<String, Done> done = new HashMap<>();
    private final Control control;
    private final SimulatorServer server;
    private Work work = Work.TAKES;
    private boolean forgetful;

    private SimulatedWebhook(int port, Faults faults, Clock clock, Proof proof) {
        this.proof = proof;
        Exchanges exchanges = new Exchanges();
        this.control = new Control(Stream.of(
                        List.of(
                                Command.show("deliveries", "", "what arrived, by number from 0", given -> deliveries()),
                                Command.change(
                                        "hang",
                                        "times? (1), done? (true, false)",
                                        "lets the app's next calls hang until let-go, when the connection drops",
                                        given -> failing.next(
                                                given.number("times", 1),
                                                CALL,
                                                new HttpFailure.Hanging(given.flag("done")))),
                                Command.change("let-go", "", "ends the calls that hang", given -> failing.release()),
                                Command.change(
                                        "forgetful",
                                        "on",
                                        "ignores idempotency keys, as receivers do that never heard of them",
                                        given -> forgetful(given.flag("on")))),
                        new FailureCommands<>(failing.failures(), new WebhookFailureWays(), failing::end).all(),
                        new ExchangeCommands(exchanges).all(),
                        new ClockCommands(clock).all())
                .flatMap(List::stream)
                .toList());
        this.server = SimulatorServer.start(port, faults, SimulatedWebhook::name, this::answer, exchanges);
    }

    /**
     * Starts a receiver on 127.0.0.1.
     *
     * @param port 0 takes a free one
     */
    public static SimulatedWebhook start(int port, Faults faults, Clock clock, Proof proof) {
        return new SimulatedWebhook(port, faults, clock, proof);
    }

    /** The receiver's address; each path below it is as good. */
    public URI url() {
        return server.url();
    }

    /** Says what is done with a request, and what is answered: a status of its own, a redirection, a refusal. */
    public synchronized void work(Work other) {
        work = other;
    }

    /** Ignores idempotency keys: each request is done, however often it comes. */
    public synchronized void forgetful(boolean on) {
        forgetful = on;
    }

    /** What is told to fail, under the name {@link #CALL}. */
    public FailingCalls failing() {
        return failing;
    }

    /** All requests that arrived, in order. */
    public List<Delivery> received() {
        return log.calls();
    }

    /** The requests whose work was done: one for each key. */
    public List<Delivery> effects() {
        return received().stream()
                .filter(delivery -> delivery.outcome() == Outcome.DONE)
                .toList();
    }

    public void forgetCalls() {
        log.clear();
    }

    private JsonObject deliveries() {
        JsonArray all = new JsonArray();
        received()
                .forEach(delivery -> all.add(JsonObject.builder()
                        .value("path", delivery.request().path())
                        .value("key", delivery.key())
                        .value("outcome", delivery.outcome().name().toLowerCase(Locale.ROOT))
                        .value("body", delivery.body())
                        .done()));
        return JsonObject.builder().value("deliveries", all).done();
    }

    private static boolean isPerson(Request request) {
        return request.path().equals(Control.PREFIX) || request.path().startsWith(Control.PREFIX + "/");
    }

    private static Optional<String> name(Request request) {
        return isPerson(request) ? Optional.empty() : Optional.of("webhook " + CALL);
    }

    private Response answer(Request request) {
        if (isPerson(request)) {
            return SameOrigin.holds(request)
                    ? control.answer(request)
                    : Response.text(403, "text/plain;charset=UTF-8", "Another page may not do that.");
        }
        return failing.answer(CALL, () -> taken(request));
    }

    private synchronized Response taken(Request request) {
        String key = request.header(KEY_HEADER.toLowerCase(Locale.ROOT)).orElse("");
        Outcome outcome = outcome(request, key);
        Response answer = answer(request, key, outcome);
        boolean refused = outcome == Outcome.DONE && answer.status() >= 300;
        if (outcome == Outcome.DONE && !refused) {
            done.put(key, new Done(request.text(), answer));
        }
        log.add(new Delivery(request, key, refused ? Outcome.REFUSED : outcome));
        return answer;
    }

    private Response answer(Request request, String key, Outcome outcome) {
        return switch (outcome) {
            case DONE, REFUSED -> work.done(request);
            case REPEATED ->
                Optional.ofNullable(done.get(key)).map(Done::answer).orElseThrow();
            case KEY_REUSED -> WebhookFailureWays.error(422, "this key was used for another request");
            case NO_KEY -> WebhookFailureWays.error(400, KEY_HEADER + " is missing");
            case UNPROVED -> WebhookFailureWays.error(401, "the signature does not hold");
            case NOT_JSON -> WebhookFailureWays.error(415, "post JSON");
        };
    }

    private Outcome outcome(Request request, String key) {
        if (!proof.holds(request)) {
            return Outcome.UNPROVED;
        }
        if (!isJson(request)) {
            return Outcome.NOT_JSON;
        }
        if (key.isBlank()) {
            return Outcome.NO_KEY;
        }
        Optional<Done> before = forgetful ? Optional.empty() : Optional.ofNullable(done.get(key));
        return before.map(first -> first.body().equals(request.text()) ? Outcome.REPEATED : Outcome.KEY_REUSED)
                .orElse(Outcome.DONE);
    }

    private static boolean isJson(Request request) {
        boolean said = request.header("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        try {
            var _ = JsonParser.object().from(request.text());
            return said && request.method().equals("POST");
        } catch (JsonParserException e) {
            return false;
        }
    }

    @Override
    public void close() {
        failing.close();
        server.close();
    }
}
