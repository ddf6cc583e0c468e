package dev.belay.events;

import dev.belay.event.RecordHint;
import dev.belay.signature.Sha256;

/** A hint about a record as a queue message. All hints about a record for one platform are processed in order. */
public final class RecordHintCodec {
    private static final String KIND = "hint";

    private RecordHintCodec() {}

    public static QueueMessage write(RecordHint hint) {
        String platform = hint.platform().id();
        String body = MessageBody.begin(KIND)
                .value("event_id", hint.eventId())
                .value("platform", platform)
                .value("type", hint.type().id())
                .value("table", hint.record().table())
                .value("sys_id", hint.record().sysId().value())
                .value("occurred_at", hint.occurredAt().toEpochMilli())
                .value("accepted_at", hint.acceptedAt().toEpochMilli())
                .end()
                .done();
        return new QueueMessage(
                Sha256.hex(platform + ":" + hint.record()), Sha256.hex(platform + ":" + hint.eventId()), body);
    }

    /**
     * Reads a hint from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static RecordHint read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new RecordHint(
                json.text("event_id"),
                json.platform(),
                type(json.text("type")),
                json.record(),
                json.time("occurred_at"),
                json.time("accepted_at"));
    }

    private static RecordHint.Type type(String id) {
        return RecordHint.Type.of(id).orElseThrow(() -> new MalformedMessage("the message's type is unknown"));
    }
}
