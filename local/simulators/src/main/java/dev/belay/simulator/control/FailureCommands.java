package dev.belay.simulator.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.Failures;
import java.util.List;
import java.util.TreeSet;

/**
 * How a system is told to fail: the same words for each.
 *
 * @param <F> a way in which a call fails there
 */
public final class FailureCommands<F> {
    private static final String HOW = "limit, error, error_after, status, lost_request, lost_answer";

    private final Failures<F> failures;
    private final FailureWays<F> ways;
    private final Runnable heal;

    /** @param heal ends all failures, those included that are told in other words */
    public FailureCommands(Failures<F> failures, FailureWays<F> ways, Runnable heal) {
        this.failures = failures;
        this.ways = ways;
        this.heal = heal;
    }

    public List<Command> all() {
        return List.of(
                Command.show("call-names", "", "the calls that can be told to fail", this::names),
                Command.act(
                        "fail",
                        "call (one of call-names, or *), times? (1), how (" + HOW
                                + "), status?, error?, retry_after? (seconds)",
                        "makes the app's next calls fail; shows all failures that are still to come",
                        this::fail),
                Command.show("failures", "", "the failures that are still to come", this::planned),
                Command.change("heal", "", "ends all failures", given -> heal.run()));
    }

    private JsonObject names(Fields given) {
        return JsonObject.builder()
                .value("calls", new JsonArray(new TreeSet<>(ways.calls())))
                .done();
    }

    private JsonObject planned(Fields given) {
        JsonObject planned = new JsonObject();
        planned.putAll(failures.planned());
        return JsonObject.builder().value("failures", planned).done();
    }

    private JsonObject fail(Fields given) {
        String call = given.text("call");
        if (!call.equals(Failures.ANY) && !ways.calls().contains(call)) {
            throw new IllegalArgumentException("no call is named " + call + ": call-names lists them");
        }
        failures.next(call, given.number("times", 1), failure(given));
        return planned(given);
    }

    private F failure(Fields given) {
        return switch (given.text("how")) {
            case "limit" -> ways.limit(given.number("retry_after", 1));
            case "error" -> ways.error(given.number("status"), given.optional("error"));
            case "error_after" -> ways.errorAfter(given.number("status"), given.optional("error"));
            case "status" -> ways.status(given.number("status", 503));
            case "lost_request" -> ways.lostRequest();
            case "lost_answer" -> ways.lostAnswer();
            default ->
                throw new IllegalArgumentException(
                        "nothing fails like " + given.text("how") + ": how is one of " + HOW);
        };
    }
}
