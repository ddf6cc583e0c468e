package dev.belay.simulator.teams.call;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of a service: an HTTP method on a path.
 *
 * @param segments the parts of the path after the service's prefix; one in braces stands for any
 */
public record Operation(String name, String method, List<String> segments, Work work) {
    /** What the operation does; it throws a {@link Refusal} where the service refuses. */
    public interface Work {
        Response answer(Call call);
    }

    public Operation {
        segments = List.copyOf(segments);
    }

    /** @param route such as {@code GET /v3/teams/{team}} */
    public static Operation of(String name, String route, Work work) {
        int space = route.indexOf(' ');
        return new Operation(name, route.substring(0, space), split(route.substring(space + 2)), work);
    }

    /** The call that a request makes, if it is one of this operation. */
    Optional<Call> match(Request request, String path) {
        List<String> parts = split(path);
        if (!request.method().equals(method) || parts.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{") && !parts.get(i).isEmpty()) {
                places.put(segment.substring(1, segment.length() - 1), parts.get(i));
            } else if (!segment.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Call(request, Map.copyOf(places)));
    }

    private static List<String> split(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.split("/", -1));
    }
}
