package dev.belay.events;

import dev.belay.event.ChannelEvent;
import dev.belay.signature.Sha256;

/** An event of a channel as a queue message. Those of one channel come one after another, on the queue of hints. */
public final class ChannelEventCodec {
    private static final String KIND = "channel_event";

    private ChannelEventCodec() {}

    public static QueueMessage write(ChannelEvent event) {
        String platform = event.platform().id();
        String body = MessageBody.begin(KIND)
                .value("event_id", event.eventId())
                .value("platform", platform)
                .value("what", event.kind().name())
                .value("workspace", event.workspace())
                .value("channel", event.channel())
                .value("accepted_at", event.acceptedAt().toEpochMilli())
                .end()
                .done();
        return new QueueMessage(
                Sha256.hex(platform + ":channel:" + event.workspace() + ":" + event.channel()),
                Sha256.hex(platform + ":channel:" + event.eventId()),
                body);
    }

    /** Whether a message's body holds such an event: those, hints and events of teams and tokens come on one queue. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads an event from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static ChannelEvent read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new ChannelEvent(
                json.text("event_id"),
                json.platform(),
                kind(json.text("what")),
                json.text("workspace"),
                json.text("channel"),
                json.time("accepted_at"));
    }

    private static ChannelEvent.Kind kind(String name) {
        try {
            return ChannelEvent.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message tells of something unknown");
        }
    }
}
