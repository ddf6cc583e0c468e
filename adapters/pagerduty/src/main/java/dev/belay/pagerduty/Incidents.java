package dev.belay.pagerduty;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.failure.CallEffect;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.settings.PagerSettings.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The incidents of one service: found, opened, and joined (PagerDuty/api-schema, reference/REST/openapiv3.json). */
final class Incidents {
    /** More than a list may hold is never asked for (PagerDuty/developer-docs, REST-API/09-Pagination). */
    private static final int MOST = 100;

    private final PagerDutyApi api;
    private final PagerDutySettings settings;

    Incidents(PagerDutyApi api, PagerDutySettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /** None where there is no such incident, or we may not read it. */
    Optional<Incident> find(String id) {
        return switch (api.get("/incidents/" + encoded(id))) {
            case Answer.Done(JsonObject said) -> Optional.of(Incident.of(PagerDutyApi.object(said, "incident")));
            case Answer.Refused _ -> Optional.empty();
        };
    }

    /** Those of a key, the newest first: open and resolved ones, however old; none where we may not read them. */
    Optional<List<Incident>> ofKey(String key) {
        String query = "?incident_key=" + encoded(key) + "&service_ids%5B%5D=" + encoded(settings.service())
                + "&date_range=all&sort_by=created_at%3Adesc&limit=" + MOST;
        return switch (api.get("/incidents" + query)) {
            case Answer.Done(JsonObject said) -> Optional.of(listed(said));
            case Answer.Refused _ -> Optional.empty();
        };
    }

    private static List<Incident> listed(JsonObject said) {
        List<Incident> found = new ArrayList<>();
        for (Object each : PagerDutyApi.list(said, "incidents")) {
            if (each instanceof JsonObject incident) {
                found.add(Incident.of(incident));
            }
        }
        return found;
    }

    /** The same with its requests, where a list left them out. */
    Incident whole(Incident listed) {
        return listed.requests().isPresent() ? listed : find(listed.id()).orElse(listed);
    }

    /**
     * Opens one, which pages the target. Its key makes it repeatable: while it is open, there is no second one
     * (PagerDuty/developer-docs, REST-API/15-Incident-Creation-API).
     */
    Answer open(OrderWords words, Target target) {
        JsonObject incident = JsonObject.builder()
                .value("type", "incident")
                .value("title", words.title())
                .value("urgency", "high")
                .value("incident_key", words.key())
                .value("service", reference(settings.service(), "service_reference"))
                .value("escalation_policy", reference(target.id(), "escalation_policy_reference"))
                .object("body")
                .value("type", "incident_body")
                .value("details", words.details())
                .end()
                .done();
        return api.post(
                "/incidents",
                CallEffect.REPEATABLE,
                JsonObject.builder().value("incident", incident).done());
    }

    /**
     * Asks people to join it. Each request pages them anew.
     *
     * @throws OutcomeUnknown when they may have been asked
     */
    Answer ask(Incident incident, OrderWords words, List<Target> targets) {
        JsonArray asked = new JsonArray();
        targets.forEach(target -> asked.add(JsonObject.builder()
                .value("responder_request_target", reference(target.id(), "escalation_policy_reference"))
                .done()));
        return api.post(
                "/incidents/" + encoded(incident.id()) + "/responder_requests",
                CallEffect.NOT_IDEMPOTENT,
                JsonObject.builder()
                        .value("requester_id", settings.requester())
                        .value("message", words.message())
                        .value("responder_request_targets", asked)
                        .done());
    }

    private static JsonObject reference(String id, String type) {
        return JsonObject.builder().value("id", id).value("type", type).done();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
