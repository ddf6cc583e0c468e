package dev.belay.simulator.pagerduty.rest;

import dev.belay.simulator.http.Request;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be called, under the names that PagerDuty's description of its API gives ({@code operationId} in PagerDuty/api-schema). */
enum Operation {
    CREATE_INCIDENT("createIncident", "POST", "/incidents"),
    LIST_INCIDENTS("listIncidents", "GET", "/incidents"),
    GET_INCIDENT("getIncident", "GET", "/incidents/([^/]+)"),
    REQUEST_RESPONDERS("createIncidentResponderRequest", "POST", "/incidents/([^/]+)/responder_requests"),
    CREATE_NOTE("createIncidentNote", "POST", "/incidents/([^/]+)/notes"),
    LIST_NOTES("listIncidentNotes", "GET", "/incidents/([^/]+)/notes"),
    LIST_USERS("listUsers", "GET", "/users"),
    GET_USER("getUser", "GET", "/users/([^/]+)"),
    LIST_SERVICES("listServices", "GET", "/services"),
    GET_SERVICE("getService", "GET", "/services/([^/]+)"),
    LIST_POLICIES("listEscalationPolicies", "GET", "/escalation_policies"),
    GET_POLICY("getEscalationPolicy", "GET", "/escalation_policies/([^/]+)"),
    LIST_ABILITIES("listAbilities", "GET", "/abilities"),
    GET_ABILITY("getAbility", "GET", "/abilities/([^/]+)");

    private final String id;
    private final String method;
    private final Pattern path;

    Operation(String id, String method, String path) {
        this.id = id;
        this.method = method;
        this.path = Pattern.compile(path);
    }

    String id() {
        return id;
    }

    boolean writes() {
        return method.equals("POST");
    }

    static Set<String> ids() {
        return Arrays.stream(values()).map(Operation::id).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Operation> of(Request request) {
        return Arrays.stream(values())
                .filter(each -> each.method.equals(request.method()))
                .filter(each -> each.path.matcher(request.path()).matches())
                .findFirst();
    }

    /** What the path is about, empty where it names nothing. */
    String subject(Request request) {
        Matcher matcher = path.matcher(request.path());
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }
}
