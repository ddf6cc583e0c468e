package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.EscalationPolicy;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.account.Service;
import dev.belay.simulator.pagerduty.account.User;

/** Users, services and policies as the API writes them, and references to anything (REST-API/11-References). */
final class AccountJson {
    private static final String API = "https://api.pagerduty.com/";
    private static final String PAGES = "https://acme.pagerduty.com/";

    private final Account account;

    AccountJson(Account account) {
        this.account = account;
    }

    JsonObject user(User user) {
        JsonObject json = entity("user", "users", user.id(), user.name());
        json.put("name", user.name());
        json.put("email", user.email());
        json.put("time_zone", "UTC");
        json.put("color", "green");
        json.put("role", "user");
        json.put("description", null);
        json.put("invitation_sent", false);
        json.put("job_title", "");
        json.put("teams", new JsonArray());
        json.put("contact_methods", new JsonArray());
        json.put("notification_rules", new JsonArray());
        return json;
    }

    JsonObject service(Service service) {
        JsonObject json = entity("service", "services", service.id(), service.name());
        json.put("html_url", PAGES + "service-directory/" + service.id());
        json.put("name", service.name());
        json.put("description", "");
        json.put("status", status(service));
        json.put("escalation_policy", policyReference(service.policy()));
        json.put("teams", new JsonArray());
        return json;
    }

    JsonObject policy(EscalationPolicy policy) {
        JsonObject json = entity("escalation_policy", "escalation_policies", policy.id(), policy.name());
        json.put("name", policy.name());
        json.put("num_loops", 0);
        JsonArray targets = new JsonArray();
        policy.onCall().forEach(user -> targets.add(userReference(user)));
        JsonObject rule = new JsonObject();
        rule.put("id", policy.id() + "R1");
        rule.put("escalation_delay_in_minutes", 30);
        rule.put("targets", targets);
        json.put("escalation_rules", policy.onCall().isEmpty() ? new JsonArray() : JsonArray.from(rule));
        json.put("teams", new JsonArray());
        return json;
    }

    JsonObject userReference(String id) {
        return entity(
                "user_reference", "users", id, account.user(id).map(User::name).orElse(""));
    }

    JsonObject policyReference(String id) {
        return entity(
                "escalation_policy_reference",
                "escalation_policies",
                id,
                account.policy(id).map(EscalationPolicy::name).orElse(""));
    }

    JsonObject serviceReference(String id) {
        JsonObject json = entity(
                "service_reference",
                "services",
                id,
                account.service(id).map(Service::name).orElse(""));
        json.put("html_url", PAGES + "service-directory/" + id);
        return json;
    }

    JsonObject incidentReference(Incident incident) {
        return entity(
                "incident_reference",
                "incidents",
                incident.id(),
                incident.draft().title());
    }

    /** What everything begins with. */
    static JsonObject entity(String type, String collection, String id, String summary) {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("type", type);
        json.put("summary", summary);
        json.put("self", API + collection + "/" + id);
        json.put("html_url", PAGES + collection + "/" + id);
        return json;
    }

    /** The description of {@code Service.status} in PagerDuty/api-schema. */
    private String status(Service service) {
        return switch (service.standing()) {
            case MAINTENANCE -> "maintenance";
            case DISABLED -> "disabled";
            case ENABLED ->
                has(service, Incident.Status.TRIGGERED)
                        ? "critical"
                        : has(service, Incident.Status.ACKNOWLEDGED) ? "warning" : "active";
        };
    }

    private boolean has(Service service, Incident.Status status) {
        return account.incidents().stream()
                .anyMatch(incident -> incident.draft().service().equals(service.id()) && incident.status() == status);
    }
}
