package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.limit.RateLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PagerDuty's REST API: who calls, how often, and then what was asked (PagerDuty/developer-docs, REST-API;
 * PagerDuty/api-schema, reference/REST/openapiv3.json at 91a06fb).
 */
public final class RestApi {
    private static final String TOKEN = "Token token=";

    private final Account account;
    private final RateLimits limits;
    private final Incidents incidents;
    private final Directory directory;

    public RestApi(Account account, RateLimits limits) {
        this.account = account;
        this.limits = limits;
        this.incidents = new Incidents(account);
        this.directory = new Directory(account);
    }

    /** The operations' names. */
    public static Set<String> operations() {
        return Operation.ids();
    }

    public Response answer(Request request) {
        Optional<String> token = token(request);
        Optional<Account.Access> access = token.flatMap(account::access);
        if (access.isEmpty()) {
            return Refusal.unauthenticated().response();
        }
        String name = Operation.of(request).map(Operation::id).orElse(Call.UNKNOWN);
        RateLimits.Left left = limits.take(token.orElse(""), name);
        return left.mark(
                left.passed()
                        ? admitted(request, access.get())
                        : Refusal.limited().response());
    }

    private Response admitted(Request request, Account.Access access) {
        try {
            Operation operation = Operation.of(request).orElseThrow(Refusal::notFound);
            if (operation.writes() && access != Account.Access.FULL) {
                throw Refusal.denied();
            }
            headers(request, operation);
            return account.atomically(() -> done(request, operation, operation.subject(request)));
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private Response done(Request request, Operation operation, String id) {
        return switch (operation) {
            case CREATE_INCIDENT -> json(201, "incident", incidents.create(request));
            case LIST_INCIDENTS -> json(incidents.list(request));
            case GET_INCIDENT -> json(200, "incident", incidents.get(id));
            case REQUEST_RESPONDERS -> json(200, "responder_request", incidents.requestResponders(request, id));
            case CREATE_NOTE -> json(200, "note", incidents.createNote(request, id));
            case LIST_NOTES -> json(200, "notes", incidents.notes(id));
            case LIST_USERS -> json(directory.users(request));
            case GET_USER -> json(200, "user", directory.user(id));
            case LIST_SERVICES -> json(directory.services(request));
            case GET_SERVICE -> json(200, "service", directory.service(id));
            case LIST_POLICIES -> json(directory.policies(request));
            case GET_POLICY -> json(200, "escalation_policy", directory.policy(id));
            case LIST_ABILITIES -> json(200, "abilities", directory.abilities());
            case GET_ABILITY -> {
                directory.ability(id);
                yield Response.empty(204);
            }
        };
    }

    /** The headers that the description requires: the version in {@code Accept}, JSON in what is sent. */
    private static void headers(Request request, Operation operation) {
        String accept = request.header("accept").orElse("").replace(" ", "");
        if (!accept.contains("application/vnd.pagerduty+json;version=2")) {
            throw Refusal.invalid(List.of("Accept must be application/vnd.pagerduty+json;version=2"));
        }
        boolean json = request.header("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        if (operation.writes() && !json) {
            throw Refusal.invalid(List.of("Content-Type must be application/json"));
        }
    }

    /** {@code Token token=…}: "this format must be followed precisely" (REST-API/02-Authentication). */
    private static Optional<String> token(Request request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(TOKEN))
                .map(value -> value.substring(TOKEN.length()));
    }

    private static Response json(int status, String name, Object inner) {
        JsonObject json = new JsonObject();
        json.put(name, inner);
        return Response.json(status, JsonWriter.string(json));
    }

    private static Response json(JsonObject json) {
        return Response.json(200, JsonWriter.string(json));
    }
}
