package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.app.SignedRequest;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.signing.SigningKeys;
import java.net.URI;
import java.util.List;

/** What Teams does with the app: its endpoint, what was sent to it, what it called, and how its calls fail. */
final class AppCommands {
    private final AppTraffic traffic;
    private final CallLog<ApiCall> log;
    private final Failures<Failure> failures;
    private final SigningKeys keys;

    AppCommands(AppTraffic traffic, CallLog<ApiCall> log, Failures<Failure> failures, SigningKeys keys) {
        this.traffic = traffic;
        this.log = log;
        this.failures = failures;
        this.keys = keys;
    }

    List<Command> all() {
        return List.of(
                new Command("calls", "", "the latest calls of all services, the newest last", false, this::calls),
                new Command("deliveries", "", "what was sent to the app, by number from 0", false, this::deliveries),
                new Command("messaging-endpoint", "url", "sets where the app takes activities", true, this::endpoint),
                new Command(
                        "redeliver",
                        "number, how? (same, afresh, anew)",
                        "sends a delivery again: the same bytes, under a token of now, or with a new id as well",
                        true,
                        this::redeliver),
                new Command("try-again", "", "sends again what the app did not take", true, this::tryAgain),
                new Command("rotate-keys", "", "signs with a new key from now on", true, this::rotate),
                new Command(
                        "fail",
                        "operation, times?, how (rate_limited, error, dropped_before, dropped_after), status?, code?,"
                                + " retry_after?",
                        "makes the app's next calls of an operation fail",
                        true,
                        this::fail),
                new Command("heal", "", "forgets all failures that were still to come", true, this::heal));
    }

    private JsonObject calls(Fields fields) {
        JsonArray calls = new JsonArray();
        for (ApiCall call : log.calls()) {
            JsonObject json = new JsonObject();
            json.put("operation", call.operation());
            json.put("method", call.method());
            json.put("path", call.path());
            json.put("outcome", call.outcome());
            calls.add(json);
        }
        JsonObject answer = new JsonObject();
        answer.put("calls", calls);
        return answer;
    }

    private JsonObject deliveries(Fields fields) {
        return Deliveries.json(traffic.deliveries());
    }

    private JsonObject endpoint(Fields fields) {
        traffic.messagingEndpoint(URI.create(fields.text("url")));
        return new JsonObject();
    }

    private JsonObject redeliver(Fields fields) {
        List<Delivery> sent = traffic.deliveries();
        int number = fields.number("number", sent.size() - 1);
        if (number < 0 || number >= sent.size()) {
            throw new IllegalArgumentException("no delivery has the number " + number);
        }
        SignedRequest request = sent.get(number).request();
        return Deliveries.json(
                switch (fields.optional("how").orElse("anew")) {
                    case "same" -> traffic.send(request);
                    case "afresh" -> traffic.sendAfresh(request);
                    case "anew" -> traffic.redeliver(request);
                    default ->
                        throw new IllegalArgumentException("nothing is sent again like that: same, afresh or anew");
                });
    }

    private JsonObject tryAgain(Fields fields) {
        return Deliveries.json(traffic.tryAgain());
    }

    private JsonObject rotate(Fields fields) {
        JsonObject answer = new JsonObject();
        answer.put("kid", keys.rotate().id());
        return answer;
    }

    private JsonObject fail(Fields fields) {
        failures.next(fields.text("operation"), fields.number("times", 1), failure(fields));
        return new JsonObject();
    }

    private static Failure failure(Fields fields) {
        return switch (fields.text("how")) {
            case "rate_limited" -> new Failure.RateLimited(fields.number("retry_after", 1));
            case "error" ->
                Failure.error(
                        fields.number("status", 503), fields.optional("code").orElse("ServiceUnavailable"));
            case "dropped_before" -> new Failure.DroppedBefore();
            case "dropped_after" -> new Failure.DroppedAfter();
            default -> throw new IllegalArgumentException("nothing fails like " + fields.text("how"));
        };
    }

    private JsonObject heal(Fields fields) {
        failures.clear();
        return new JsonObject();
    }
}
