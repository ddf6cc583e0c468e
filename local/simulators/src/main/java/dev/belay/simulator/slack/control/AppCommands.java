package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.limit.RateLimits;
import java.net.URI;
import java.util.List;

/** What Slack does with the app: its request URL, what was sent to it, what it called, and how its calls fail. */
final class AppCommands {
    private final AppTraffic traffic;
    private final CallLog<ApiCall> log;
    private final RateLimits limits;
    private final Failures<Failure> failures;

    AppCommands(AppTraffic traffic, CallLog<ApiCall> log, RateLimits limits, Failures<Failure> failures) {
        this.traffic = traffic;
        this.log = log;
        this.limits = limits;
        this.failures = failures;
    }

    List<Command> all() {
        return List.of(
                new Command("calls", "", "the latest calls of the Web API, the newest last", false, this::calls),
                new Command("deliveries", "", "what was sent to the app, by number from 0", false, this::deliveries),
                new Command(
                        "request-url",
                        "url",
                        "sets the app's request URL, if it answers a challenge",
                        true,
                        this::requestUrl),
                new Command(
                        "redeliver",
                        "number, afresh?",
                        "sends a delivery's bytes again; with afresh=true under the time and signature of now",
                        true,
                        this::redeliver),
                new Command("try-again", "", "sends the events again whose time has come", true, this::tryAgain),
                new Command(
                        "rate-limits",
                        "on",
                        "counts the app's calls against their tiers, or does not",
                        true,
                        this::rateLimits),
                new Command(
                        "fail",
                        "method, times?, how (rate_limited, refused, status, not_json, dropped_before, dropped_after,"
                                + " refused_after), error?, status?, retry_after?",
                        "makes the app's next calls of a method fail",
                        true,
                        this::fail),
                new Command("heal", "", "forgets all failures that were still to come", true, this::heal));
    }

    private JsonObject calls(Fields fields) {
        JsonArray calls = new JsonArray();
        for (ApiCall call : log.calls()) {
            JsonObject json = new JsonObject();
            json.put("method", call.method());
            json.put("by_app", call.byApp());
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

    private JsonObject requestUrl(Fields fields) {
        return Deliveries.json(traffic.requestUrl(URI.create(fields.text("url"))));
    }

    private JsonObject redeliver(Fields fields) {
        List<Delivery> sent = traffic.deliveries();
        int number = fields.number("number", sent.size() - 1);
        if (number < 0 || number >= sent.size()) {
            throw new IllegalArgumentException("no delivery has the number " + number);
        }
        SignedRequest request = sent.get(number).request();
        return Deliveries.json(fields.flag("afresh") ? traffic.sendAfresh(request) : traffic.send(request));
    }

    private JsonObject tryAgain(Fields fields) {
        return Deliveries.json(traffic.tryAgain());
    }

    private JsonObject rateLimits(Fields fields) {
        limits.enforce(fields.flag("on"));
        return new JsonObject();
    }

    private JsonObject fail(Fields fields) {
        failures.next(fields.text("method"), fields.number("times", 1), failure(fields));
        return new JsonObject();
    }

    private static Failure failure(Fields fields) {
        return switch (fields.text("how")) {
            case "rate_limited" -> new Failure.RateLimited(fields.number("retry_after", 1));
            case "refused" -> new Failure.Refused(fields.text("error"));
            case "status" -> new Failure.Status(fields.number("status", 503));
            case "not_json" -> new Failure.NotJson();
            case "dropped_before" -> new Failure.DroppedBefore();
            case "dropped_after" -> new Failure.DroppedAfter();
            case "refused_after" ->
                new Failure.RefusedAfter(fields.optional("error").orElse("fatal_error"));
            default -> throw new IllegalArgumentException("nothing fails like " + fields.text("how"));
        };
    }

    private JsonObject heal(Fields fields) {
        failures.clear();
        return new JsonObject();
    }
}
