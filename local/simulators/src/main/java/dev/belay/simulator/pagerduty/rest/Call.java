package dev.belay.simulator.pagerduty.rest;

import dev.belay.simulator.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request that the product made.
 *
 * @param operation its name in PagerDuty's description of the API, such as {@code createIncident}, or {@link #UNKNOWN}
 * @param subject the id in the path, empty where there is none
 * @param query the decoded query string
 * @param from the header {@code From}, empty where there is none
 */
public record Call(String operation, String subject, String query, String from, String body) {
    /** What cannot be called under any name here, and is the API's all the same. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern API =
            Pattern.compile("/(incidents|users|services|escalation_policies|abilities)(/.*)?");

    /** The request as a call of the API; none when it is a browser's. */
    public static Optional<Call> of(Request request) {
        if (!API.matcher(request.path()).matches()) {
            return Optional.empty();
        }
        Optional<Operation> operation = Operation.of(request);
        return Optional.of(new Call(
                operation.map(Operation::id).orElse(UNKNOWN),
                operation.map(found -> found.subject(request)).orElse(""),
                URLDecoder.decode(request.rawQuery(), StandardCharsets.UTF_8),
                request.header("from").orElse(""),
                request.text()));
    }
}
