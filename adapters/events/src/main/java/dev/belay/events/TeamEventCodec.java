package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.TeamEvent;
import dev.belay.signature.Sha256;

/** An event of a team as a queue message. All events of one team are processed in order. */
public final class TeamEventCodec {
    private static final String KIND = "team_event";

    private TeamEventCodec() {}

    public static QueueMessage write(TeamEvent event) {
        String platform = event.platform().id();
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("event_id", event.eventId())
                .value("platform", platform)
                .value("what", event.kind().name())
                .value("workspace", event.workspace())
                .value("team_conversation", event.teamConversation())
                .value("address", event.address().value())
                .value("accepted_at", event.acceptedAt().toEpochMilli());
        MessageBody.put(json, "team", event.team());
        MessageBody.put(json, "channel", event.channel());
        MessageBody.put(json, "name", event.name());
        return new QueueMessage(
                Sha256.hex(platform + ":" + event.workspace() + ":" + event.teamConversation()),
                Sha256.hex(event.eventId()),
                json.end().done());
    }

    /**
     * Whether a message's body holds an event of a team, whatever else it holds: those and hints come on one queue.
     *
     * @throws MalformedMessage when it does not say what it holds
     */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads an event from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static TeamEvent read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new TeamEvent(
                json.text("event_id"),
                json.platform(),
                kind(json.text("what")),
                json.text("workspace"),
                json.optionalText("team"),
                json.text("team_conversation"),
                json.optionalText("channel"),
                json.optionalText("name"),
                new ReplyAddress(json.text("address")),
                json.time("accepted_at"));
    }

    private static TeamEvent.Kind kind(String name) {
        try {
            return TeamEvent.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message tells of something unknown");
        }
    }
}
