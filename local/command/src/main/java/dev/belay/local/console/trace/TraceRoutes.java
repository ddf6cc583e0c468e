package dev.belay.local.console.trace;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.pane.SystemApi;
import dev.belay.local.console.pane.Systems;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Refused;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import dev.belay.simulator.http.Exchange;
import dev.belay.simulator.http.Exchanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows what happened. What a call said and was answered is read from the system that was called: no log of Belay's holds a body.
 *
 * @param aws what functions asked of AWS
 * @param gateway what API Gateway was asked
 */
public record TraceRoutes(Traces traces, Systems systems, Exchanges aws, Exchanges gateway) {
    public List<Route> routes() {
        return List.of(
                Route.of("GET /api/traces", this::list),
                Route.of("GET /api/traces/{id}", this::one),
                Route.of("GET /api/traces/{id}/spans/{span}", this::span));
    }

    private Reply list(Ask ask) {
        JsonArray list = traces.list(
                ask.count("limit", 30, 300),
                ask.parameter("routine").filter("true"::equals).isPresent());
        return Reply.json(JsonObject.builder().value("traces", list).done());
    }

    private Reply one(Ask ask) {
        return Reply.json(traces.one(ask.segment(1)).orElseThrow(TraceRoutes::forgotten));
    }

    private static Refused forgotten() {
        return Refused.missing("This event is not known any more.");
    }

    private Reply span(Ask ask) {
        String trace = ask.segment(1);
        LoggedSpan span = traces.span(trace, ask.segment(3)).orElseThrow(TraceRoutes::forgotten);
        if (!span.hasDetail()) {
            throw Refused.missing("Nothing went over the wire here that is kept.");
        }
        Stream<JsonObject> exchanges =
                switch (span.system()) {
                    case "" -> shown(gateway, trace);
                    case "servicenow" -> shown(Optional.of(systems.serviceNow()), trace);
                    case "slack" -> shown(systems.slack(), trace);
                    case "teams" -> shown(systems.teams(), trace);
                    case "pagerduty" -> shown(Optional.of(systems.pagerDuty()), trace);
                    case "webhook" -> shown(Optional.of(systems.webhook()), trace);
                    default -> shown(aws, trace);
                };
        String id = span.kind().equals("request") ? trace : span.id();
        return Reply.json(exchanges
                .filter(exchange -> exchange.getString("request_id", "").equals(id))
                .reduce((_, later) -> later)
                .orElseThrow(() -> Refused.missing("It did not arrive, or is not kept any more.")));
    }

    private static Stream<JsonObject> shown(Exchanges exchanges, String trace) {
        return exchanges.of(trace).stream().map(Exchange::shown);
    }

    private static Stream<JsonObject> shown(Optional<SystemApi> system, String trace) {
        return system.stream()
                .flatMap(api ->
                        Systems.objects(api.show("exchanges", Map.of("correlation_id", trace)), "exchanges").stream());
    }
}
