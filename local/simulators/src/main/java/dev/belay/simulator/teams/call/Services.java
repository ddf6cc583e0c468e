package dev.belay.simulator.teams.call;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.limit.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leads each call to the operation that answers it, lets it fail where it was told to, and keeps account. */
public final class Services {
    private final List<Service> services;
    private final Failures<Failure> failures;
    private final CallLog<ApiCall> log;

    public Services(List<Service> services, Failures<Failure> failures, CallLog<ApiCall> log) {
        this.services = List.copyOf(services);
        this.failures = failures;
        this.log = log;
    }

    /** The name of the operation that a request calls, if it is a call at all. */
    public Optional<String> name(Request request) {
        return service(request).map(service -> service.operation(request));
    }

    /** The names of all operations, such as {@code graph.createChannel}. */
    public Set<String> operations() {
        return services.stream()
                .flatMap(service ->
                        service.operations().stream().map(operation -> service.name() + "." + operation.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answer to a call; none where the request is not one. */
    public Optional<Response> answer(Request request) {
        return service(request).map(service -> failures.take(service.operation(request))
                .map(how -> failed(service, request, how))
                .orElseGet(() -> done(service, request)));
    }

    private Optional<Service> service(Request request) {
        return services.stream().filter(service -> service.holds(request)).findFirst();
    }

    private Response failed(Service service, Request request, Failure failure) {
        return switch (failure) {
            case Failure.DroppedAfter _ -> instead(done(service, request), Response.dropped());
            case Failure.AnsweredAfter after -> instead(done(service, request), body(after.status(), after.body()));
            case Failure.Answered answered ->
                undone(service, request, failure, body(answered.status(), answered.body()));
            case Failure.RateLimited limited ->
                undone(
                        service,
                        request,
                        failure,
                        service.limited()
                                .get()
                                .retryAfter(limited.retryAfterSeconds())
                                .response());
            case Failure.DroppedBefore _ -> undone(service, request, failure, Response.dropped());
        };
    }

    private static Response body(int status, String body) {
        return body.isEmpty() ? Response.empty(status) : Response.json(status, body);
    }

    /** What the caller is shown in place of the answer to a call that was done, if it was. */
    private static Response instead(Response done, Response shown) {
        return done.status() / 100 == 2 ? shown : done;
    }

    private Response undone(Service service, Request request, Failure failure, Response shown) {
        note(service, request, failure.toString());
        return shown;
    }

    private Response done(Service service, Request request) {
        try {
            Service.Match match =
                    service.match(request).orElseThrow(() -> service.unknown().apply(request));
            Response response = match.operation().work().answer(match.call());
            note(service, request, "ok");
            return response;
        } catch (Refusal refusal) {
            note(service, request, refusal.code());
            return refusal.response();
        }
    }

    private void note(Service service, Request request, String outcome) {
        log.add(new ApiCall(service.operation(request), request.method(), request.path(), Call.json(request), outcome));
    }
}
