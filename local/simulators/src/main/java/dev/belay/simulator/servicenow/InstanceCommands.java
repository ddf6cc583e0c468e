package dev.belay.simulator.servicenow;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.event.Outbound;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.outage.Outage;
import dev.belay.simulator.servicenow.outage.RateRule;
import dev.belay.simulator.servicenow.rest.Call;
import java.time.Duration;
import java.util.List;

/** What an instance does with its events, and how it misbehaves in ways of its own. */
final class InstanceCommands {
    private final BusinessRule rule;
    private final Outage outage;
    private final RateRule rateRule;

    InstanceCommands(BusinessRule rule, Outage outage, RateRule rateRule) {
        this.rule = rule;
        this.outage = outage;
        this.rateRule = rateRule;
    }

    List<Command> all() {
        return List.of(
                Command.show("deliveries", "", "the events that were sent, by number from 0", given -> deliveries()),
                Command.change("redeliver", "number? (the last)", "sends an event again, signed now", this::redeliver),
                Command.act("hold", "", "keeps events back until release", given -> held()),
                Command.change(
                        "release", "", "sends what was kept back, and keeps nothing back", given -> rule.release()),
                Command.change(
                        "hang",
                        "call, times? (1), done? (true, false)",
                        "lets the app's next calls hang until let-go, when the connection drops",
                        this::hang),
                Command.change("let-go", "", "ends the calls that hang", given -> outage.release()),
                Command.change(
                        "rate-limit",
                        "per_hour (0 for none)",
                        "limits the integration user's requests by the hour",
                        given -> rateRule.perHour(given.number("per_hour", 0))),
                Command.change(
                        "late-commit",
                        "reads",
                        "each record is not there for so many reads, as where the event came before the commit",
                        given -> outage.lateCommit(given.number("reads", 1))),
                Command.change(
                        "latency",
                        "seconds (0 for none)",
                        "each call of the app takes so long: the time passes, and nobody waits",
                        given -> outage.latency(Duration.ofSeconds(given.number("seconds", 0)))),
                Command.change(
                        "journal-unreadable",
                        "on",
                        "hides work notes from the integration user, or does not",
                        given -> outage.journalUnreadable(given.flag("on"))),
                Command.change(
                        "session-queue-full",
                        "on",
                        "answers 202 to requests with a session cookie and drops them, or does not",
                        given -> outage.sessionQueueFull(given.flag("on"))));
    }

    static JsonObject json(Call call) {
        return JsonObject.builder()
                .value("call", call.name())
                .value("sys_id", call.sysId())
                .value("query", call.query())
                .done();
    }

    private JsonObject deliveries() {
        JsonArray all = new JsonArray();
        rule.sent().forEach(outbound -> all.add(json(outbound)));
        return JsonObject.builder().value("deliveries", all).done();
    }

    private static JsonObject json(Outbound outbound) {
        return JsonObject.builder()
                .value("accepted", outbound.taken())
                .value("status", outbound.status())
                .value("event", outbound.event().id())
                .value("body", outbound.answer())
                .done();
    }

    private void redeliver(Fields given) {
        List<Outbound> sent = rule.sent();
        int number = given.number("number", sent.size() - 1);
        if (number < 0 || number >= sent.size()) {
            throw new IllegalArgumentException("no delivery has the number " + number);
        }
        rule.send(sent.get(number).event());
    }

    private JsonObject held() {
        rule.hold();
        return JsonObject.builder().value("held", rule.held().size()).done();
    }

    private void hang(Fields given) {
        outage.next(given.number("times", 1), given.text("call"), new Failure.Hanging(given.flag("done")));
    }
}
