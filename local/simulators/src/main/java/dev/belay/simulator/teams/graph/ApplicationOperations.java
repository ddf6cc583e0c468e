package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.login.Credentials;
import dev.belay.simulator.teams.tenant.TeamsApp;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The app's own registration (learn.microsoft.com/graph/api/application-get): the ends of its secrets, never their values. Its
 * certificates are listed without their ends, which nobody here is told.
 */
final class ApplicationOperations {
    private static final Pattern BY_APP_ID = Pattern.compile("applications\\(appId='([^']+)'\\)");
    private static final Set<String> PROPERTIES =
            Set.of("id", "appId", "displayName", "passwordCredentials", "keyCredentials");

    private final Tenant tenant;
    private final GraphAccess gate;
    private final Credentials credentials;

    ApplicationOperations(Tenant tenant, GraphAccess gate, Credentials credentials) {
        this.tenant = tenant;
        this.gate = gate;
        this.credentials = credentials;
    }

    List<Operation> all() {
        return List.of(gate.directory(
                "getApplication", "GET /{application}", RequiredPermissions.READ_APPLICATIONS, this::read));
    }

    private Response read(Call call) {
        Matcher named = BY_APP_ID.matcher(call.place("application"));
        if (!named.matches()) {
            throw GraphErrors.unknownSegment(call.request());
        }
        if (!named.group(1).equals(tenant.app().id())) {
            throw GraphErrors.of(
                    404,
                    "Request_ResourceNotFound",
                    "Resource '" + named.group(1) + "' does not exist or one of its queried reference-property objects"
                            + " are not present.");
        }
        JsonObject answer = new JsonObject();
        answer.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#applications/$entity");
        JsonObject application = application();
        selected(call).forEach(property -> answer.put(property, application.get(property)));
        return Response.json(200, JsonWriter.string(answer));
    }

    private static List<String> selected(Call call) {
        List<String> selected = call.query("$select")
                .map(listed -> Arrays.asList(listed.split(",", -1)))
                .orElseGet(() -> PROPERTIES.stream().sorted().toList());
        for (String property : selected) {
            if (!PROPERTIES.contains(property)) {
                throw GraphErrors.badRequest(
                        "Could not find a property named '" + property + "' on type 'microsoft.graph.application'.");
            }
        }
        return selected;
    }

    private JsonObject application() {
        TeamsApp app = tenant.app();
        JsonObject json = new JsonObject();
        json.put("id", "registration-" + app.id());
        json.put("appId", app.id());
        json.put("displayName", app.name());
        JsonArray passwords = new JsonArray();
        credentials.passwords().forEach(password -> passwords.add(json(password)));
        json.put("passwordCredentials", passwords);
        JsonArray keys = new JsonArray();
        credentials
                .certificates()
                .forEach(key -> keys.add(JsonObject.builder()
                        .value("type", "AsymmetricX509Cert")
                        .value("usage", "Verify")
                        .done()));
        json.put("keyCredentials", keys);
        return json;
    }

    private static JsonObject json(Credentials.Password password) {
        return JsonObject.builder()
                .value("customKeyIdentifier", (Object) null)
                .value("displayName", "belay")
                .value("endDateTime", password.end().toString())
                .value(
                        "hint",
                        password.value()
                                .substring(0, Math.min(3, password.value().length())))
                .value("keyId", password.keyId())
                .value("secretText", (Object) null)
                .value("startDateTime", password.start().toString())
                .done();
    }
}
