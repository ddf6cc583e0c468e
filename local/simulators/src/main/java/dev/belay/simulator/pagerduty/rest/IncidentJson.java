package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.account.Note;
import dev.belay.simulator.pagerduty.account.Responder;
import dev.belay.simulator.pagerduty.account.ResponderRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Incidents, responder requests and notes as the API writes them (schemas {@code Incident}, {@code ResponderRequest}, {@code IncidentNote}). */
final class IncidentJson {
    private final Account account;
    private final AccountJson others;

    IncidentJson(Account account) {
        this.account = account;
        this.others = new AccountJson(account);
    }

    JsonObject incident(Incident incident) {
        JsonObject json = AccountJson.entity(
                "incident",
                "incidents",
                incident.id(),
                "[#" + incident.number() + "] " + incident.draft().title());
        boolean resolved = !incident.isOpen();
        json.put("incident_number", incident.number());
        json.put("title", incident.draft().title());
        json.put("created_at", moment(incident.createdAt()));
        json.put("updated_at", moment(incident.changedAt()));
        json.put("status", word(incident.status()));
        json.put("incident_key", incident.draft().key());
        json.put("service", others.serviceReference(incident.draft().service()));
        json.put("assigned_via", incident.draft().direct() ? "direct_assignment" : "escalation_policy");
        json.put("assignments", resolved ? new JsonArray() : assignments(incident));
        json.put("last_status_change_at", moment(incident.changedAt()));
        json.put("last_status_change_by", changedBy(incident));
        json.put("resolved_at", resolved ? moment(incident.changedAt()) : null);
        json.put("escalation_policy", others.policyReference(incident.draft().policy()));
        json.put("teams", new JsonArray());
        json.put("pending_actions", new JsonArray());
        json.put("urgency", incident.draft().urgency());
        if (account.abilities().contains(Account.RESPONDING)) {
            json.put("incidents_responders", responders(incident));
            json.put("responder_requests", requests(incident));
        }
        return json;
    }

    /**
     * A responder request. Its targets bear {@code incidents_responders}, as the operation's example has it; the schema beside that calls
     * them {@code incident_responders}.
     */
    JsonObject request(Incident incident, ResponderRequest request) {
        JsonObject json = new JsonObject();
        json.put("id", request.id());
        json.put("incident", others.incidentReference(incident));
        json.put("requester", others.userReference(request.requester()));
        json.put("requested_at", moment(request.at()));
        json.put("message", request.message());
        JsonArray targets = new JsonArray();
        request.targets().forEach(target -> targets.add(target(incident, target)));
        json.put("responder_request_targets", targets);
        return json;
    }

    JsonObject note(Note note) {
        JsonObject channel = new JsonObject();
        channel.put("summary", "The PagerDuty website or APIs");
        JsonObject json = new JsonObject();
        json.put("id", note.id());
        json.put("user", others.userReference(note.user()));
        json.put("channel", channel);
        json.put("content", note.content());
        json.put("created_at", moment(note.at()));
        return json;
    }

    private JsonObject target(Incident incident, ResponderRequest.Target target) {
        JsonArray asked = new JsonArray();
        incident.responders().stream()
                .filter(responder -> target.users().contains(responder.user()))
                .forEach(responder -> asked.add(responder(incident, responder)));
        JsonObject inner = new JsonObject();
        inner.put("type", target.policy() ? "escalation_policy" : "user");
        inner.put("id", target.id());
        inner.put("incidents_responders", asked);
        JsonObject json = new JsonObject();
        json.put("responder_request_target", inner);
        return json;
    }

    private JsonObject responder(Incident incident, Responder responder) {
        JsonObject json = new JsonObject();
        json.put("state", word(responder.state()));
        json.put("user", others.userReference(responder.user()));
        json.put("incident", others.incidentReference(incident));
        json.put("updated_at", moment(responder.updatedAt()));
        json.put("message", responder.request().message());
        json.put("requester", others.userReference(responder.request().requester()));
        json.put("requested_at", moment(responder.request().at()));
        return json;
    }

    private JsonArray responders(Incident incident) {
        JsonArray all = new JsonArray();
        incident.responders().forEach(responder -> all.add(responder(incident, responder)));
        return all;
    }

    private JsonArray requests(Incident incident) {
        JsonArray all = new JsonArray();
        incident.requests().forEach(request -> all.add(request(incident, request)));
        return all;
    }

    private JsonArray assignments(Incident incident) {
        JsonArray all = new JsonArray();
        incident.draft().assignees().forEach(user -> {
            JsonObject assignment = new JsonObject();
            assignment.put("at", moment(incident.createdAt()));
            assignment.put("assignee", others.userReference(user));
            all.add(assignment);
        });
        return all;
    }

    private JsonObject changedBy(Incident incident) {
        return account.user(incident.changedBy()).isPresent()
                ? others.userReference(incident.changedBy())
                : others.serviceReference(incident.draft().service());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
