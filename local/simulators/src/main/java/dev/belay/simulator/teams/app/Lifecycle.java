package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;

/** Tells the app of its installation and of what becomes of channels (…/bots/how-to/conversations/subscribe-to-conversation-events). */
final class Lifecycle {
    private final Tenant tenant;
    private final Envelope envelope;
    private final Signer signer;

    Lifecycle(Tenant tenant, Envelope envelope, Signer signer) {
        this.tenant = tenant;
        this.envelope = envelope;
        this.signer = signer;
    }

    /** @param action {@code add}, {@code remove}, {@code add-upgrade} or {@code remove-upgrade} */
    SignedRequest installation(Person person, Team team, String action) {
        JsonObject activity = envelope.inTeam("installationUpdate", person, team);
        activity.put("action", action);
        JsonObject data = activity.getObject("channelData");
        data.put("channel", Envelope.object("id", team.threadId()));
        JsonObject settings = new JsonObject();
        settings.put("selectedChannel", Envelope.object("id", team.threadId()));
        data.put("settings", settings);
        return signer.sign(activity);
    }

    /** The app as one person has it for themselves. */
    SignedRequest installation(Person person, String action) {
        JsonObject activity = envelope.inChat("installationUpdate", person, tenant.chatWith(person.id()));
        activity.put("action", action);
        return signer.sign(activity);
    }

    /** The bot has joined the team, or has left it. */
    SignedRequest membership(Person person, Team team, boolean joined) {
        JsonObject activity = envelope.inTeam("conversationUpdate", person, team);
        activity.getObject("channelData").put("eventType", joined ? "teamMemberAdded" : "teamMemberRemoved");
        activity.put(
                joined ? "membersAdded" : "membersRemoved",
                JsonArray.from(Envelope.object("id", tenant.app().mri())));
        return signer.sign(activity);
    }

    /** @param event such as {@code channelRenamed} */
    SignedRequest channel(Person person, Channel channel, String event) {
        JsonObject activity = envelope.inTeam("conversationUpdate", person, channel.team());
        JsonObject data = activity.getObject("channelData");
        data.getObject("team").remove("aadGroupId");
        data.put("eventType", event);
        data.put("channel", Envelope.object("id", channel.id(), "name", channel.name()));
        return signer.sign(activity);
    }
}
