package dev.belay.simulator.slack;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.call.Arguments;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.limit.RateLimits;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.method.Methods;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers the calls of the Web API: who calls, may they, how often, and then what the method does. */
final class WebApi {
    static final String PREFIX = "/api/";

    private final Callers callers;
    private final Methods methods;
    private final RateLimits limits;
    private final Failures<Failure> failures;
    private final CallLog<ApiCall> log;

    WebApi(Callers callers, Methods methods, RateLimits limits, Failures<Failure> failures, CallLog<ApiCall> log) {
        this.callers = callers;
        this.methods = methods;
        this.limits = limits;
        this.failures = failures;
        this.log = log;
    }

    static String method(Request request) {
        return request.path().substring(PREFIX.length());
    }

    Response answer(Request request) {
        String name = method(request);
        boolean byApp = callers.isApp(request);
        Optional<Method> method =
                name.equals(OAuthAccess.METHOD.name()) ? Optional.of(OAuthAccess.METHOD) : methods.named(name);
        if (method.isEmpty()) {
            log.add(new ApiCall(name, byApp, Map.of(), "unknown_method"));
            return Answers.unknownMethod(name);
        }
        Optional<Failure> failure = byApp ? failures.take(name) : Optional.empty();
        return failure.map(how -> failed(request, method.get(), how)).orElseGet(() -> done(request, method.get()));
    }

    private Response failed(Request request, Method method, Failure failure) {
        return switch (failure) {
            case Failure.DroppedAfter _ -> instead(done(request, method), Response.dropped());
            case Failure.RefusedAfter refused ->
                instead(done(request, method), refused(request, method, refused.error()));
            case Failure.RateLimited limited -> undone(method, failure, Answers.limited(limited.retryAfterSeconds()));
            case Failure.Refused refused -> undone(method, failure, refused(request, method, refused.error()));
            case Failure.Status status -> undone(method, failure, Answers.page(status.status()));
            case Failure.Answered(int status, String body) ->
                undone(
                        method,
                        failure,
                        body.startsWith("{") ? Response.json(status, body) : Response.html(status, body));
            case Failure.NotJson _ -> undone(method, failure, Answers.page(200));
            case Failure.DroppedBefore _ -> undone(method, failure, Response.dropped());
        };
    }

    /** What the caller is shown in place of the answer to a call that was done, if it was. */
    private static Response instead(Response done, Response shown) {
        return done.status() == 200 ? shown : done;
    }

    private Response undone(Method method, Failure failure, Response shown) {
        log.add(new ApiCall(method.name(), true, Map.of(), failure.toString()));
        return shown;
    }

    private Response refused(Request request, Method method, String error) {
        return Answers.refused(Refusal.of(error), method, callers.of(request));
    }

    private Response done(Request request, Method method) {
        Map<String, String> shown = Map.of();
        try {
            Arguments arguments = Arguments.of(request);
            shown = arguments.shown();
            if (method.equals(OAuthAccess.METHOD)) {
                JsonObject given = callers.oauth().answer(request);
                log(request, method, shown, "ok");
                return Answers.ok(given);
            }
            Callers.Caller caller = callers.proved(request);
            OptionalInt wait = wait(caller, method, arguments);
            if (wait.isPresent()) {
                log(request, method, shown, "ratelimited");
                return Answers.limited(wait.getAsInt());
            }
            Response response = performed(method, caller, arguments);
            log(request, method, shown, "ok");
            return response;
        } catch (Refusal refusal) {
            log(request, method, shown, refusal.error());
            return Answers.refused(refusal, method, callers.of(request));
        }
    }

    private void log(Request request, Method method, Map<String, String> arguments, String outcome) {
        log.add(new ApiCall(method.name(), callers.isApp(request), arguments, outcome));
    }

    /** The app's budget; people's programs have one of their own, which is not counted here. */
    private OptionalInt wait(Callers.Caller caller, Method method, Arguments arguments) {
        if (!caller.grant().byApp()) {
            return OptionalInt.empty();
        }
        String workspace = caller.workspace().id();
        OptionalInt wait = limits.take(workspace + " " + method.name(), method.tier());
        if (wait.isPresent() || method.tier() != Tier.POSTING) {
            return wait;
        }
        return limits.take(workspace + " " + arguments.text("channel").orElse(""), Tier.PER_CHANNEL);
    }

    private static Response performed(Method method, Callers.Caller caller, Arguments arguments) {
        Call call = new Call(caller.workspace(), caller.grant(), arguments);
        return caller.workspace().atomically(() -> {
            call.demand(method.scopes());
            return Answers.ok(method.body().answer(call), method, caller);
        });
    }
}
