package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.Draft;
import dev.belay.simulator.pagerduty.account.EscalationPolicy;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.account.ResponderRequest;
import dev.belay.simulator.pagerduty.account.ResponderRequest.Target;
import dev.belay.simulator.pagerduty.account.Service;
import dev.belay.simulator.pagerduty.account.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opening incidents, finding them, and asking people to help. */
final class Incidents {
    private static final Set<String> STATUSES = Set.of("triggered", "acknowledged", "resolved");

    /** The range of a list that names none: parameter {@code since} in PagerDuty/api-schema, "default is 1 month". */
    private static final Duration MONTH = Duration.ofDays(30);

    private final Account account;
    private final IncidentJson json;

    Incidents(Account account) {
        this.account = account;
        this.json = new IncidentJson(account);
    }

    /**
     * Opens an incident (PagerDuty/api-schema, {@code createIncident}; developer-docs, REST-API/15-Incident-Creation-API). A key that an
     * open incident of the service has is refused in words that others met (github.com/mapbox/dispatch/issues/119); the code beside them is
     * that of another such refusal.
     */
    JsonObject create(Request request) {
        User by = requester(request);
        Body body = Body.of(request);
        Body incident = body.inside("incident");
        incident.oneOf("type", Set.of("incident"));
        String title = incident.required("title");
        String service = incident.inside("service").reference("service_reference");
        String urgency =
                incident.optional("urgency").isPresent() ? incident.oneOf("urgency", Set.of("high", "low")) : "high";
        Optional<String> key = incident.optional("incident_key").filter(given -> !given.isEmpty());
        Optional<String> policy =
                incident.optionalInside("escalation_policy").map(p -> p.reference("escalation_policy_reference"));
        List<String> assignees = assignees(incident);
        if (policy.isPresent() && !assignees.isEmpty()) {
            incident.wrong("assignments cannot be specified if an escalation policy is given");
        }
        String details = incident.optionalInside("body").map(Incidents::details).orElse("");
        body.check();
        Service on = usable(service);
        if (key.flatMap(given -> account.open(service, given)).isPresent()) {
            throw Refusal.arguments("Open incident with matching dedup key already exists on this service");
        }
        EscalationPolicy escalation = account.policy(policy.orElse(on.policy())).orElseThrow(Refusal::policyNotFound);
        return json.incident(account.open(
                new Draft(
                        title,
                        service,
                        urgency,
                        key.orElseGet(() -> UUID.randomUUID().toString().replace("-", "")),
                        escalation.id(),
                        assignees.isEmpty() ? onCall(escalation) : assignees,
                        !assignees.isEmpty(),
                        details),
                by));
    }

    /** Finds incidents, the oldest first, by key, status, service and time. A key that is empty finds all. */
    JsonObject list(Request request) {
        Parameters parameters = new Parameters(request.rawQuery());
        List<String> statuses = parameters.all("statuses[]");
        if (!STATUSES.containsAll(statuses)) {
            // as PagerDuty said it to others: gist.github.com/d4v3y0rk/2edb0cab3e324e9ef05b
            throw Refusal.invalid(List.of("Status must be a list of triggered, acknowledged, or resolved."));
        }
        boolean ever = parameters.one("date_range").filter("all"::equals).isPresent();
        Instant since =
                parameters.moment("since").orElse(account.clock().instant().minus(MONTH));
        Optional<Instant> until = parameters.moment("until");
        List<String> services = parameters.all("service_ids[]");
        List<Incident> found = account.incidents().stream()
                .filter(incident -> parameters
                        .one("incident_key")
                        .map(key -> key.equals(incident.draft().key()))
                        .orElse(true))
                .filter(incident -> statuses.isEmpty()
                        || statuses.contains(incident.status().name().toLowerCase(Locale.ROOT)))
                .filter(incident ->
                        services.isEmpty() || services.contains(incident.draft().service()))
                .filter(incident -> ever || !incident.createdAt().isBefore(since))
                .filter(incident ->
                        ever || until.map(incident.createdAt()::isBefore).orElse(true))
                .toList();
        return Page.of(parameters, "incidents", found, json::incident);
    }

    JsonObject get(String id) {
        return json.incident(incident(id));
    }

    /** Asks users, or whoever is on call for a policy, to help ({@code createIncidentResponderRequest}). */
    JsonObject requestResponders(Request request, String id) {
        if (!account.abilities().contains(Account.RESPONDING)) {
            throw Refusal.ability(Account.RESPONDING);
        }
        Incident incident = incident(id);
        Body body = Body.of(request);
        String requester = body.required("requester_id");
        String message = body.required("message");
        List<Target> targets = new ArrayList<>();
        List<Body> wanted = body.list("responder_request_targets");
        if (wanted.isEmpty()) {
            body.wrong("responder_request_targets cannot be empty");
        }
        for (Body each : wanted) {
            Body target = each.inside("responder_request_target");
            String type = target.oneOf("type", Set.of("user_reference", "escalation_policy_reference"));
            targets.add(new Target(target.required("id"), type.equals("escalation_policy_reference"), List.of()));
        }
        body.check();
        User by = account.user(requester).orElseThrow(Refusal::requesterNotFound);
        if (!incident.isOpen()) {
            throw Refusal.resolved();
        }
        List<Target> asked = targets.stream().map(this::found).toList();
        ResponderRequest made = account.request(id, by, message, asked);
        return json.request(incident(id), made);
    }

    JsonObject createNote(Request request, String id) {
        User by = requester(request);
        Incident incident = incident(id);
        Body body = Body.of(request);
        String content = body.inside("note").required("content");
        body.check();
        return json.note(account.note(incident.id(), by, content));
    }

    JsonArray notes(String id) {
        JsonArray notes = new JsonArray();
        account.notes(incident(id).id()).forEach(note -> notes.add(json.note(note)));
        return notes;
    }

    private Target found(Target target) {
        if (target.policy()) {
            EscalationPolicy policy = account.policy(target.id()).orElseThrow(Refusal::notFound);
            return new Target(target.id(), true, onCall(policy));
        }
        User user = account.user(target.id()).orElseThrow(Refusal::notFound);
        return new Target(user.id(), false, List.of(user.id()));
    }

    private static List<String> onCall(EscalationPolicy policy) {
        if (policy.onCall().isEmpty()) {
            throw Refusal.nobodyOnCall();
        }
        return policy.onCall();
    }

    /** Only one assignee is supported (REST-API/15-Incident-Creation-API). */
    private List<String> assignees(Body incident) {
        List<String> assignees = incident.list("assignments").stream()
                .map(assignment -> assignment.inside("assignee").reference("user_reference"))
                .toList();
        if (assignees.size() > 1) {
            incident.wrong("Only one assignee is supported at this time");
        }
        for (String assignee : assignees) {
            if (!assignee.isEmpty() && account.user(assignee).isEmpty()) {
                throw Refusal.assigneeNotFound();
            }
        }
        return assignees;
    }

    /** A body is text ("currently only supports string Incident bodies"), although its schema says object. */
    private static String details(Body body) {
        body.oneOf("type", Set.of("incident_body"));
        return body.optional("details").orElse("");
    }

    /** A service that is there and takes incidents (support.pagerduty.com, "Why incidents fail to trigger"). */
    private Service usable(String id) {
        Service service = account.service(id).orElseThrow(() -> Refusal.arguments("Service not found"));
        if (service.standing() != Service.Standing.ENABLED) {
            throw Refusal.arguments("Service is not active");
        }
        return service;
    }

    private Incident incident(String id) {
        return account.incident(id).orElseThrow(Refusal::notFound);
    }

    private User requester(Request request) {
        return request.header("from").flatMap(account::addressed).orElseThrow(Refusal::requesterNotFound);
    }
}
