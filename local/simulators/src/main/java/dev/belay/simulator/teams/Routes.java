package dev.belay.simulator.teams;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Services;
import java.util.Optional;

/** Leads a request to what answers it, and names the calls that are the app's. */
final class Routes {
    private final Services services;

    Routes(Services services) {
        this.services = services;
    }

    Optional<String> name(Request request) {
        return services.name(request).map(operation -> "teams " + operation);
    }

    Response answer(Request request) {
        return services.answer(request)
                .orElseGet(() -> Response.text(404, "text/plain;charset=UTF-8", "Nothing is here."));
    }
}
