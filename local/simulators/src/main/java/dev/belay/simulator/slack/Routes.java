package dev.belay.simulator.slack;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.control.Browsers;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.call.ApiCall;
import java.util.Map;
import java.util.Optional;

/** Leads a request to what answers it, and names the calls that are the app's. */
final class Routes {
    static final String HOOKS = "/actions/";
    private static final String RESPONSE_URL = "response_url";

    private final WebApi api;
    private final Callers callers;
    private final FileServer files;
    private final AppTraffic traffic;
    private final CallLog<ApiCall> log;
    private final Browsers browsers;

    Routes(WebApi api, Callers callers, FileServer files, AppTraffic traffic, CallLog<ApiCall> log, Browsers browsers) {
        this.files = files;
        this.api = api;
        this.callers = callers;
        this.traffic = traffic;
        this.log = log;
        this.browsers = browsers;
    }

    Optional<String> name(Request request) {
        if (request.path().startsWith(HOOKS)) {
            return Optional.of("slack " + RESPONSE_URL);
        }
        Optional<String> file = files.name(request);
        if (file.isPresent()) {
            return file.map(what -> "slack " + what);
        }
        boolean byApp = request.path().startsWith(WebApi.PREFIX) && callers.isApp(request);
        return byApp ? Optional.of("slack " + WebApi.method(request)) : Optional.empty();
    }

    Response answer(Request request) {
        return browsers.watch(request, () -> routed(request));
    }

    private Response routed(Request request) {
        if (request.path().startsWith(WebApi.PREFIX)) {
            Response answer = api.answer(request);
            traffic.tellNews();
            return answer;
        }
        if (request.path().startsWith(HOOKS)) {
            return hooked(request);
        }
        if (files.name(request).isPresent()) {
            Response response = files.answer(request);
            log.add(new ApiCall(files.name(request).get(), true, Map.of(), Integer.toString(response.status())));
            return response;
        }
        return browsers.answer(request);
    }

    private Response hooked(Request request) {
        Response response =
                traffic.answer(request.path().substring(request.path().lastIndexOf('/') + 1), request);
        log.add(new ApiCall(RESPONSE_URL, true, Map.of(), response.status() == 200 ? "ok" : "refused"));
        return response;
    }
}
