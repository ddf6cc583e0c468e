package dev.belay.simulator.slack.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Deliveries;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.slack.app.Administration;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.workspace.Preferences.Kept;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;
import java.util.Locale;

/** What people do to channels, and what administrators keep to themselves. */
final class ChannelCommands {
    /** What a person does to a channel. */
    private interface Deed {
        List<Delivery> of(String user, String channel);
    }

    private final Workspace workspace;
    private final Administration administration;

    ChannelCommands(Workspace workspace, Administration administration) {
        this.workspace = workspace;
        this.administration = administration;
    }

    List<Command> all() {
        return List.of(
                deed("archive", "archives a channel, which bots thereby leave", administration::archive),
                deed("unarchive", "takes a channel out of the archive; bots stay out of it", administration::unarchive),
                deed("delete", "deletes a channel for good", administration::delete),
                Command.act("rename", "user, channel, name", "renames a channel", this::rename),
                deed("invite-app", "brings the app into a channel", administration::inviteApp),
                deed("remove-app", "takes the app out of a channel", administration::removeApp),
                Command.change(
                        "administrators-only",
                        "what (create_public, create_private, archive), on",
                        "lets administrators alone do it, so that the app is refused with restricted_action, or everybody",
                        this::keep));
    }

    private static Command deed(String name, String what, Deed deed) {
        return Command.act(
                name,
                "user, channel",
                what,
                given -> Deliveries.json(deed.of(given.text("user"), given.text("channel"))));
    }

    private JsonObject rename(Fields given) {
        return Deliveries.json(administration.rename(given.text("user"), given.text("channel"), given.text("name")));
    }

    private void keep(Fields given) {
        workspace.preferences().keep(kept(given.text("what")), given.flag("on"));
    }

    private static Kept kept(String what) {
        try {
            return Kept.valueOf(what.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what is one of create_public, create_private, archive", e);
        }
    }
}
