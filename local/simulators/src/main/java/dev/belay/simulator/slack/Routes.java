package dev.belay.simulator.slack;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SameOrigin;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.page.SlackPage;
import java.util.Map;
import java.util.Optional;

/** Leads a request to what answers it, and names the calls that are the app's. */
final class Routes {
    static final String HOOKS = "/actions/";
    private static final String RESPONSE_URL = "response_url";

    private final WebApi api;
    private final Callers callers;
    private final AppTraffic traffic;
    private final CallLog<ApiCall> log;
    private final Control control;
    private final SlackPage page;

    Routes(WebApi api, Callers callers, AppTraffic traffic, CallLog<ApiCall> log, Control control, SlackPage page) {
        this.api = api;
        this.callers = callers;
        this.traffic = traffic;
        this.log = log;
        this.control = control;
        this.page = page;
    }

    Optional<String> name(Request request) {
        if (request.path().startsWith(HOOKS)) {
            return Optional.of("slack " + RESPONSE_URL);
        }
        boolean byApp = request.path().startsWith(WebApi.PREFIX) && callers.isApp(request);
        return byApp ? Optional.of("slack " + WebApi.method(request)) : Optional.empty();
    }

    Response answer(Request request) {
        if (request.path().startsWith(WebApi.PREFIX)) {
            return api.answer(request);
        }
        if (request.path().startsWith(HOOKS)) {
            return hooked(request);
        }
        if (!SameOrigin.holds(request)) {
            return Response.text(403, "text/plain;charset=UTF-8", "Another page may not do that.");
        }
        return control.holds(request) ? control.answer(request) : page.answer(request);
    }

    private Response hooked(Request request) {
        Response response =
                traffic.answer(request.path().substring(request.path().lastIndexOf('/') + 1), request);
        log.add(new ApiCall(RESPONSE_URL, true, Map.of(), response.status() == 200 ? "ok" : "refused"));
        return response;
    }
}
