package dev.belay.simulator.teams.call;

import dev.belay.simulator.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of the services behind the simulator's address.
 *
 * @param name what its operations' names begin with
 * @param prefix what its paths begin with, with a slash at the end
 * @param limited what it answers to a call that was told to be limited
 * @param unknown what it answers on a route that it does not have
 */
public record Service(
        String name,
        String prefix,
        List<Operation> operations,
        Supplier<Refusal> limited,
        Function<Request, Refusal> unknown) {
    /** An operation and the call of it. */
    record Match(Operation operation, Call call) {}

    public Service {
        operations = List.copyOf(operations);
    }

    boolean holds(Request request) {
        return request.path().startsWith(prefix);
    }

    Optional<Match> match(Request request) {
        String path = request.path().substring(prefix.length());
        return operations.stream()
                .flatMap(each -> each.match(request, path).map(call -> new Match(each, call)).stream())
                .findFirst();
    }

    String operation(Request request) {
        return name + "."
                + match(request).map(found -> found.operation().name()).orElse("unknown");
    }
}
