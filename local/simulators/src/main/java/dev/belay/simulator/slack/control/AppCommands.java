package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.DeliveryCommands;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.RateLimits;
import java.net.URI;
import java.util.List;

/** What Slack does with the app: where it sends requests, and whether it counts calls. */
final class AppCommands {
    private final AppTraffic traffic;
    private final RateLimits limits;

    AppCommands(AppTraffic traffic, RateLimits limits) {
        this.traffic = traffic;
        this.limits = limits;
    }

    List<Command> all() {
        return List.of(
                Command.act(
                        "request-url",
                        "url",
                        "sets the app's request URL, if it answers a challenge",
                        given -> Deliveries.json(traffic.requestUrl(URI.create(given.text("url"))))),
                Command.change(
                        "rate-limits",
                        "on",
                        "counts the app's calls against their tiers, or does not",
                        given -> limits.enforce(given.flag("on"))));
    }

    static JsonObject json(ApiCall call) {
        return JsonObject.builder()
                .value("call", call.method())
                .value("by_app", call.byApp())
                .value("outcome", call.outcome())
                .done();
    }

    /** Slack repeats events only, with the same body: to repeat anything anew is to sign it now. */
    static DeliveryCommands.Traffic<Delivery> deliveries(AppTraffic traffic) {
        return new DeliveryCommands.Traffic<>(
                traffic::deliveries,
                sent -> traffic.send(sent.request()),
                sent -> traffic.sendAfresh(sent.request()),
                sent -> traffic.sendAfresh(sent.request()),
                traffic::tryAgain);
    }
}
