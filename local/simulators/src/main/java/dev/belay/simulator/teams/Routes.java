package dev.belay.simulator.teams;

import dev.belay.simulator.control.Browsers;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Services;
import java.util.Optional;

/** Leads a request to what answers it, and names the calls that are the app's. */
final class Routes {
    private final Services services;
    private final Browsers browsers;

    Routes(Services services, Browsers browsers) {
        this.services = services;
        this.browsers = browsers;
    }

    Optional<String> name(Request request) {
        return services.name(request).map(operation -> "teams " + operation);
    }

    Response answer(Request request) {
        return browsers.watch(request, () -> services.answer(request).orElseGet(() -> browsers.answer(request)));
    }
}
