package dev.belay.simulator.teams.login;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.call.Refusal;
import dev.belay.simulator.teams.call.Service;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entra ID's token endpoint for client credentials (learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow). */
public final class TokenEndpoint {
    public static final String PREFIX = "/login/";
    private static final String DEFAULT = "/.default";
    private static final String HOST = "login.microsoftonline.com";

    /** What client libraries ask for beside the resource, and what is passed over. */
    private static final Set<String> COMMON = Set.of("openid", "profile", "offline_access");

    private static final Set<String> RESOURCES = Set.of(AccessTokens.BOT_FRAMEWORK, AccessTokens.GRAPH);

    private final Tenant tenant;
    private final Credentials credentials;
    private final AccessTokens tokens;
    private final ClientAssertions assertions;

    public TokenEndpoint(Tenant tenant, Credentials credentials, AccessTokens tokens) {
        this.tenant = tenant;
        this.credentials = credentials;
        this.tokens = tokens;
        this.assertions = new ClientAssertions(credentials, tenant.app().id(), tenant.clock());
    }

    public Service service() {
        return new Service(
                "login",
                PREFIX,
                List.of(
                        Operation.of("discovery", "GET /common/discovery/instance", call -> discovery()),
                        Operation.of("token", "POST /{tenant}/oauth2/v2.0/token", this::token)),
                LoginErrors::throttled,
                request -> new Refusal(404, "NotFound", new JsonObject()));
    }

    private static Response discovery() {
        JsonObject cloud = new JsonObject();
        cloud.put("preferred_network", HOST);
        cloud.put("preferred_cache", "login.windows.net");
        cloud.put("aliases", JsonArray.from(HOST, "login.windows.net", "login.microsoft.com", "sts.windows.net"));
        JsonObject answer = new JsonObject();
        answer.put("tenant_discovery_endpoint", "https://" + HOST + "/common/v2.0/.well-known/openid-configuration");
        answer.put("api-version", "1.1");
        answer.put("metadata", JsonArray.from(cloud));
        return Response.json(200, JsonWriter.string(answer));
    }

    private Response token(Call call) {
        Map<String, String> form = form(call);
        String named = call.place("tenant");
        if (!named.equals(tenant.id())) {
            throw LoginErrors.of(400, "invalid_request", 90002, "Tenant '" + named + "' not found.");
        }
        if (!"client_credentials".equals(required(form, "grant_type"))) {
            throw LoginErrors.of(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        if (!required(form, "client_id").equals(tenant.app().id()) || !credentials.isInTenant()) {
            throw LoginErrors.of(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + form.get("client_id") + "' was not found in the directory.");
        }
        prove(form);
        return issued(resource(required(form, "scope")));
    }

    private static Map<String, String> form(Call call) {
        boolean isForm = call.request()
                .header("content-type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        try {
            return isForm ? call.request().form() : Map.of();
        } catch (IllegalArgumentException e) {
            throw LoginErrors.missing("grant_type");
        }
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw LoginErrors.missing(name);
        }
        return value;
    }

    private void prove(Map<String, String> form) {
        if (form.containsKey("client_assertion")) {
            if (!ClientAssertions.TYPE.equals(form.get("client_assertion_type"))) {
                throw LoginErrors.missing("client_assertion_type");
            }
            assertions.demand(required(form, "client_assertion"), tenant.id());
        } else if (form.containsKey("client_secret")) {
            credentials.demand(form.getOrDefault("client_secret", ""));
        } else {
            throw LoginErrors.of(
                    401,
                    "invalid_client",
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
    }

    private static String resource(String scope) {
        List<String> asked = Arrays.stream(scope.split(" "))
                .filter(each -> !each.isEmpty() && !COMMON.contains(each))
                .toList();
        if (asked.size() != 1 || !asked.getFirst().endsWith(DEFAULT)) {
            throw LoginErrors.of(
                    400,
                    "invalid_scope",
                    1002012,
                    "Client credential flows must have a scope value with /.default suffixed to the resource identifier.");
        }
        String resource = asked.getFirst().substring(0, asked.getFirst().length() - DEFAULT.length());
        if (!RESOURCES.contains(resource)) {
            throw LoginErrors.of(
                    400, "invalid_resource", 500011, "The resource principal was not found in the tenant.");
        }
        return resource;
    }

    private Response issued(String resource) {
        JsonObject answer = new JsonObject();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", AccessTokens.LIFE.toSeconds());
        answer.put("ext_expires_in", AccessTokens.LIFE.toSeconds());
        answer.put("access_token", tokens.issue(resource));
        return Response.json(200, JsonWriter.string(answer));
    }
}
