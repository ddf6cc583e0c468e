package dev.belay.simulator.servicenow;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.servicenow.table.Tables;
import java.util.List;

/** What an administrator does with users and their roles. */
final class PeopleCommands {
    private final Tables tables;
    private final People people;

    PeopleCommands(Tables tables, People people) {
        this.tables = tables;
        this.people = people;
    }

    List<Command> all() {
        return List.of(
                Command.show("people", "", "everybody, each with the roles that they hold", given -> people()),
                Command.change(
                        "grant", "user, role", "gives a user a role", given -> people.grant(user(given), role(given))),
                Command.change(
                        "revoke", "user, role", "takes a role away", given -> people.revoke(user(given), role(given))),
                Command.change("deactivate", "user", "deactivates a user", given -> people.deactivate(user(given))),
                Command.change("lock", "user", "locks a user out", given -> people.lock(user(given))));
    }

    private JsonObject people() {
        JsonArray all = new JsonArray();
        people.all()
                .forEach(person -> all.add(JsonObject.builder()
                        .value("user", person.userName())
                        .value("name", person.name())
                        .value("email", person.email())
                        .value(
                                "active",
                                tables.row("sys_user", person.sysId())
                                        .orElseThrow()
                                        .value("active"))
                        .array("roles", people.roles(person))
                        .done()));
        return JsonObject.builder().value("people", all).done();
    }

    private Person user(Fields given) {
        String name = given.text("user");
        return people.named(name).orElseThrow(() -> new IllegalArgumentException("nobody is " + name));
    }

    private static String role(Fields given) {
        return given.text("role");
    }
}
