package dev.belay.simulator.teams;

import dev.belay.simulator.control.Control;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SameOrigin;
import dev.belay.simulator.teams.call.Services;
import dev.belay.simulator.teams.page.TeamsPage;
import java.util.Optional;

/** Leads a request to what answers it, and names the calls that are the app's. */
final class Routes {
    private final Services services;
    private final Control control;
    private final TeamsPage page;

    Routes(Services services, Control control, TeamsPage page) {
        this.services = services;
        this.control = control;
        this.page = page;
    }

    Optional<String> name(Request request) {
        return services.name(request).map(operation -> "teams " + operation);
    }

    Response answer(Request request) {
        return services.answer(request).orElseGet(() -> forPeople(request));
    }

    private Response forPeople(Request request) {
        if (!SameOrigin.holds(request)) {
            return Response.text(403, "text/plain;charset=UTF-8", "Another page may not do that.");
        }
        return control.holds(request) ? control.answer(request) : page.answer(request);
    }
}
