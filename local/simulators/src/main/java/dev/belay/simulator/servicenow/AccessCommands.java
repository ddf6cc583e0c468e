package dev.belay.simulator.servicenow;

import dev.belay.simulator.control.Command;
import dev.belay.simulator.servicenow.rest.AccessControl;
import dev.belay.simulator.servicenow.rest.OAuth;
import dev.belay.simulator.servicenow.rest.TableApi;
import java.util.List;

/** How an administrator locks the application out, or leaves it less than it needs. */
final class AccessCommands {
    private final OAuth oauth;
    private final AccessControl control;
    private final TableApi api;

    AccessCommands(OAuth oauth, AccessControl control, TableApi api) {
        this.oauth = oauth;
        this.control = control;
        this.api = api;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "client-refused",
                        "on",
                        "refuses the OAuth application at the token endpoint, or takes it again",
                        given -> oauth.refuse(given.flag("on"))),
                Command.change("revoke-token", "", "ends the token that lives", given -> oauth.revoke()),
                Command.change(
                        "table-hidden",
                        "table, on",
                        "hides all rows of a table from the integration user, or shows them",
                        given -> control.hideTable(given.text("table"), given.flag("on"))),
                Command.change(
                        "query-dropped",
                        "field (such as role.name), on",
                        "drops conditions on a field from every query, or heeds them",
                        given -> api.dropFromQueries(given.text("field"), given.flag("on"))));
    }
}
