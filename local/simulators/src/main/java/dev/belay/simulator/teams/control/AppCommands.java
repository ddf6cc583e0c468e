package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.DeliveryCommands;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.signing.SigningKeys;
import java.net.URI;
import java.util.List;

/** What Teams does with the app: where it sends activities, what it signs them with, and whether it counts calls. */
final class AppCommands {
    private final AppTraffic traffic;
    private final RateLimits limits;
    private final SigningKeys keys;

    AppCommands(AppTraffic traffic, RateLimits limits, SigningKeys keys) {
        this.traffic = traffic;
        this.limits = limits;
        this.keys = keys;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "messaging-endpoint",
                        "url",
                        "sets where the app takes activities",
                        given -> traffic.messagingEndpoint(URI.create(given.text("url")))),
                Command.change(
                        "rate-limits",
                        "on",
                        "refuses the app's calls above their limits, or does not",
                        given -> limits.enforce(given.flag("on"))),
                Command.act("rotate-keys", "", "signs with a new key from now on", given -> JsonObject.builder()
                        .value("kid", keys.rotate().id())
                        .done()));
    }

    static JsonObject json(ApiCall call) {
        return JsonObject.builder()
                .value("call", call.operation())
                .value("method", call.method())
                .value("path", call.path())
                .value("outcome", call.outcome())
                .done();
    }

    static DeliveryCommands.Traffic<Delivery> deliveries(AppTraffic traffic) {
        return new DeliveryCommands.Traffic<>(
                traffic::deliveries,
                sent -> traffic.send(sent.request()),
                sent -> traffic.sendAfresh(sent.request()),
                sent -> traffic.redeliver(sent.request()),
                traffic::tryAgain);
    }
}
