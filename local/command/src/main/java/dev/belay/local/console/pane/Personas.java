package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.pane.Persona.Role;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Refused;
import dev.belay.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of the simulated systems, each once, whatever the systems know them as. */
public final class Personas {
    private final Systems systems;
    private volatile List<Persona> known = List.of();

    public Personas(Systems systems) {
        this.systems = systems;
    }

    /** A person as one system knows them. */
    private record Account(String id, String name, String email, String kind, Optional<String> token) {}

    /** Everybody, as it is now. */
    public List<Persona> read() {
        List<JsonObject> users = Systems.objects(systems.serviceNow().show("people", Map.of()), "people");
        Map<String, Account> slack = new LinkedHashMap<>();
        systems.slack().ifPresent(api -> Systems.objects(api.show("people", Map.of()), "people").stream()
                .filter(person -> !person.getBoolean("is_bot", false) && !person.getBoolean("deleted", false))
                .map(Personas::inSlack)
                .forEach(account -> slack.put(account.name(), account)));
        Map<String, Account> teams = new LinkedHashMap<>();
        systems.teams().ifPresent(api -> Systems.objects(api.show("people", Map.of()), "people").stream()
                .filter(person -> person.getBoolean("active", false))
                .map(Personas::inTeams)
                .forEach(account -> teams.put(account.name(), account)));
        known = Stream.concat(slack.keySet().stream(), teams.keySet().stream())
                .distinct()
                .map(name -> persona(
                        name, Optional.ofNullable(slack.get(name)), Optional.ofNullable(teams.get(name)), users))
                .toList();
        return known;
    }

    private static Account inSlack(JsonObject person) {
        String kind = person.getBoolean("is_stranger", false)
                ? "stranger"
                : person.getBoolean("is_restricted", false) ? "guest" : "member";
        String email = person.getObject("profile", new JsonObject()).getString("email", "");
        Optional<String> token = Optional.ofNullable(person.getString("token"));
        return new Account(person.getString("id", ""), person.getString("real_name", ""), email, kind, token);
    }

    private static Account inTeams(JsonObject person) {
        return new Account(
                person.getString("aadObjectId", ""),
                person.getString("name", ""),
                person.getString("email", ""),
                person.getString("kind", ""),
                Optional.empty());
    }

    private static Persona persona(
            String name, Optional<Account> slack, Optional<Account> teams, List<JsonObject> users) {
        Account account = slack.or(() -> teams).orElseThrow();
        String email = account.email();
        List<JsonObject> same = users.stream()
                .filter(user -> !email.isEmpty() && user.getString("email", "").equalsIgnoreCase(email))
                .filter(user -> user.getString("active", "").equals("true"))
                .toList();
        Role role = role(account, same);
        return new Persona(
                name.split(" ", 2)[0].toLowerCase(Locale.ROOT),
                name,
                role,
                may(role, same),
                same.stream().findFirst().map(user -> user.getString("user", "")),
                slack.map(Account::id),
                slack.flatMap(Account::token),
                teams.map(Account::id));
    }

    private static Role role(Account account, List<JsonObject> users) {
        return switch (account.kind()) {
            case "guest" -> Role.GUEST;
            case "stranger" -> Role.CONNECTED;
            default ->
                users.size() != 1
                        ? Role.UNMAPPED
                        : actingRole(users.getFirst()).map(_ -> Role.COMMANDER).orElse(Role.RESPONDER);
        };
    }

    private static Optional<String> actingRole(JsonObject user) {
        return user.getArray("roles", new JsonArray()).stream()
                .map(String::valueOf)
                .filter(role -> role.equals("admin") || Settings.DEFAULT_ROLES.contains(role))
                .findFirst();
    }

    private static String may(Role role, List<JsonObject> users) {
        return switch (role) {
            case GUEST -> "guest: may not act";
            case CONNECTED -> "of a connected workspace: may not act";
            case UNMAPPED -> (users.isEmpty() ? "not in ServiceNow" : "twice in ServiceNow") + ": may not act";
            case RESPONDER -> "no major incident role: may not act";
            case COMMANDER -> "may act: " + actingRole(users.getFirst()).orElse("");
        };
    }

    /** Who asks: the parameter {@code as}. */
    Persona asking(Ask ask) {
        return named(ask.required("as"));
    }

    /** Who does something: the field {@code as}. */
    Persona doing(JsonObject fields) {
        return named(Ask.text(fields, "as"));
    }

    private Persona named(String id) {
        return find(known, id).or(() -> find(read(), id)).orElseThrow(() -> Refused.wrong("nobody is called " + id));
    }

    private static Optional<Persona> find(List<Persona> people, String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The id of the person whom Slack or Teams knows as this. */
    public Optional<String> idOf(String account) {
        return known.stream()
                .filter(person -> person.slack().filter(account::equals).isPresent()
                        || person.teams().filter(account::equals).isPresent())
                .map(Persona::id)
                .findFirst();
    }

    /** Answers {@code GET /api/world}'s part. */
    public JsonArray json() {
        JsonArray all = new JsonArray();
        read().forEach(person -> all.add(person.json()));
        return all;
    }
}
