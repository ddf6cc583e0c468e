package dev.belay.events;

import dev.belay.event.TokenEvent;
import dev.belay.signature.Sha256;

/** An event of our app's token as a queue message. It comes on the queue of hints, and stands before none of them. */
public final class TokenEventCodec {
    private static final String KIND = "token_event";

    private TokenEventCodec() {}

    public static QueueMessage write(TokenEvent event) {
        String platform = event.platform().id();
        String body = MessageBody.begin(KIND)
                .value("event_id", event.eventId())
                .value("platform", platform)
                .value("what", event.kind().id())
                .value("app", event.app())
                .value("workspace", event.workspace())
                .value("occurred_at", event.occurredAt().toEpochMilli())
                .value("accepted_at", event.acceptedAt().toEpochMilli())
                .end()
                .done();
        return new QueueMessage(
                Sha256.hex(platform + ":token:" + event.workspace()),
                Sha256.hex(platform + ":token:" + event.eventId()),
                body);
    }

    /** Whether a message's body holds such an event: those, hints and events of teams come on one queue. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads an event from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static TokenEvent read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new TokenEvent(
                json.text("event_id"),
                json.platform(),
                kind(json.text("what")),
                json.text("app"),
                json.text("workspace"),
                json.time("occurred_at"),
                json.time("accepted_at"));
    }

    private static TokenEvent.Kind kind(String id) {
        return TokenEvent.Kind.of(id).orElseThrow(() -> new MalformedMessage("the message tells of something unknown"));
    }
}
