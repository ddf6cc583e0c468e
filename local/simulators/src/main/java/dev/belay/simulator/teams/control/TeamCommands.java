package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.teams.app.Administration;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;

/** What a team's owners and the tenant's administrators do. */
final class TeamCommands {
    private final Tenant tenant;
    private final Administration administration;

    TeamCommands(Tenant tenant, Administration administration) {
        this.tenant = tenant;
        this.administration = administration;
    }

    List<Command> all() {
        return List.of(
                Command.show("teams", "", "the teams with their channels and tabs", this::teams),
                Command.act("install", "person, team", "installs the app in a team", this::install),
                Command.act("remove", "person, team", "removes the app from a team", this::remove),
                Command.act("rename", "person, channel, name", "renames a channel", this::rename),
                Command.act("delete", "person, channel", "deletes a channel", this::delete),
                Command.act("restore", "person, channel", "restores a deleted channel", this::restore),
                Command.change("archive", "channel", "archives a channel at once", given -> archive(given, true)),
                Command.change(
                        "unarchive",
                        "channel",
                        "takes a channel out of the archive at once",
                        given -> archive(given, false)),
                Command.change(
                        "owned",
                        "team, on",
                        "gives a team an owner, or takes its last one, without whom no app archives there",
                        given -> administration.owned(given.text("team"), given.flag("on"))),
                Command.change(
                        "fill",
                        "team, channels?",
                        "makes channels until a team holds so many, those deleted in the last 30 days counted; 1000 fill it",
                        given -> administration.fill(given.text("team"), given.number("channels", 1000))),
                Command.change("grant", "permission", "gives the app a permission", this::grant),
                Command.change("revoke", "permission", "takes a permission away", this::revoke),
                Command.change(
                        "targeted-messages",
                        "on",
                        "lets the tenant have messages that one person alone sees, or not",
                        this::targeted));
    }

    private JsonObject teams(Fields fields) {
        return tenant.atomically(() -> {
            JsonArray teams = new JsonArray();
            tenant.teams().forEach(team -> teams.add(json(team)));
            JsonObject answer = new JsonObject();
            answer.put("teams", teams);
            return answer;
        });
    }

    private static JsonObject json(Team team) {
        JsonArray channels = new JsonArray();
        team.channels().forEach(channel -> channels.add(json(channel)));
        JsonObject json = new JsonObject();
        json.put("id", team.id());
        json.put("name", team.name());
        json.put("hasApp", team.hasApp());
        json.put("channels", channels);
        return json;
    }

    private static JsonObject json(Channel channel) {
        JsonArray tabs = new JsonArray();
        for (Tab tab : channel.tabs()) {
            JsonObject shown = new JsonObject();
            shown.put("displayName", tab.displayName());
            shown.put("configuration", tab.configuration());
            tabs.add(shown);
        }
        JsonObject json = new JsonObject();
        json.put("id", channel.id());
        json.put("name", channel.name());
        json.put("description", channel.description());
        json.put("isArchived", channel.isArchived());
        json.put("tabs", tabs);
        return json;
    }

    private JsonObject install(Fields fields) {
        return Deliveries.json(administration.install(fields.text("person"), fields.text("team")));
    }

    private JsonObject remove(Fields fields) {
        return Deliveries.json(administration.remove(fields.text("person"), fields.text("team")));
    }

    private JsonObject rename(Fields fields) {
        return Deliveries.json(
                administration.rename(fields.text("person"), fields.text("channel"), fields.text("name")));
    }

    private JsonObject delete(Fields fields) {
        return Deliveries.json(administration.delete(fields.text("person"), fields.text("channel")));
    }

    private JsonObject restore(Fields fields) {
        return Deliveries.json(administration.restore(fields.text("person"), fields.text("channel")));
    }

    private void archive(Fields fields, boolean whether) {
        administration.archive(fields.text("channel"), whether);
    }

    private void grant(Fields fields) {
        tenant.grant(fields.text("permission"));
    }

    private void revoke(Fields fields) {
        tenant.revoke(fields.text("permission"));
    }

    private void targeted(Fields fields) {
        tenant.targetedMessages(fields.flag("on"));
    }
}
