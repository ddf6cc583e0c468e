package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.chat.Platform;
import dev.belay.event.RecordHint;
import dev.belay.events.FileEventCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.failure.Unavailable;
import dev.belay.record.SysId;
import dev.belay.secret.ServiceNowEventsShape;
import dev.belay.servicenow.protocol.EventKey;
import dev.belay.servicenow.protocol.EventSignature;
import dev.belay.servicenow.protocol.Heartbeat;
import dev.belay.servicenow.protocol.MalformedEvent;
import dev.belay.servicenow.protocol.RecordEvent;
import dev.belay.signature.Proof;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where ServiceNow's events come in. Each platform gets a message of its own in a queue of its own, so that none has to wait for
 * another.
 */
final class ServiceNowDoor implements Door {
    private static final String EVENTS = "/servicenow/events";
    private static final String HEARTBEAT = "/servicenow/heartbeat";

    private final IngressSettings settings;
    private final SigningSecret<EventSignature> secret;
    private final HeartbeatMetric heartbeats;
    private final Clock clock;

    ServiceNowDoor(
            IngressSettings settings,
            SecretReader secrets,
            LastGoodMetric metrics,
            HeartbeatMetric heartbeats,
            Clock clock) {
        this.settings = settings;
        this.secret = new SigningSecret<>(secrets, settings.eventSecretArn(), metrics, clock) {
            @Override
            EventSignature parse(JsonObject document) {
                requireShape(ServiceNowEventsShape.problems(document));
                EventKey current = key(document, "key_id", "key");
                boolean rotating = document.isString("previous_key");
                return new EventSignature(
                        rotating
                                ? List.of(current, key(document, "previous_key_id", "previous_key"))
                                : List.of(current));
            }

            @Override
            Proof prove(EventSignature signature, HttpRequest request, long now) {
                return signature.prove(
                        request.signed(EventSignature.TIMESTAMP_HEADER, EventSignature.SIGNATURE_HEADER),
                        request.header(EventSignature.KEY_ID_HEADER),
                        now);
            }
        };
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    static boolean isAt(String path) {
        return path.equals(EVENTS) || path.equals(HEARTBEAT);
    }

    private static EventKey key(JsonObject document, String id, String key) {
        byte[] bytes = Base64.getDecoder().decode(SigningSecret.requireText(document, key));
        return new EventKey(SigningSecret.requireText(document, id), bytes);
    }

    @Override
    public String name() {
        return "servicenow";
    }

    @Override
    public Answer answer(HttpRequest request, Outbox outbox) {
        long begun = System.nanoTime();
        Proof proof = secret.prove(request);
        outbox.line().verification(begun, proof.name());
        if (proof != Proof.PROVED) {
            return Answer.unauthorized(proof.name());
        }
        try {
            return request.path().equals(HEARTBEAT)
                    ? answer(Heartbeat.of(request.body()))
                    : answer(RecordEvent.of(request.body()), outbox);
        } catch (MalformedEvent e) {
            return Answer.malformed(e.getMessage());
        }
    }

    private Answer answer(Heartbeat heartbeat) {
        if (!isOurs(heartbeat.instance())) {
            return another();
        }
        heartbeats.count();
        return Answer.counted("heartbeat");
    }

    private boolean isOurs(String instance) {
        return instance.equalsIgnoreCase(settings.instance());
    }

    private static Answer another() {
        return Answer.refused(403, "forbidden", "the event is from another instance");
    }

    /** A file for each platform: what is sent again after a failure is brought once all the same. */
    private Answer attached(RecordEvent event, SysId attachment, Outbox outbox) {
        Instant now = clock.instant();
        for (Platform platform : settings.recordsQueueUrls().keySet()) {
            outbox.send(settings.filesQueueUrl(), FileEventCodec.write(event.files(attachment, platform, now)));
        }
        return Answer.accepted("record.attached");
    }

    private Answer answer(RecordEvent event, Outbox outbox) {
        if (!isOurs(event.instance())) {
            return another();
        }
        if (event.type().isEmpty()) {
            return Answer.ignored("event of another type");
        }
        if (event.attachment().isPresent()) {
            return attached(event, event.attachment().get(), outbox);
        }
        RecordHint.Type type = event.type().get();
        Instant now = clock.instant();
        // every platform is tried, whatever became of the others; what is sent again is dropped by the queue
        Unavailable failed = send(event, type, now, settings.recordsQueueUrls(), outbox);
        if (type == RecordHint.Type.JOURNAL || type == RecordHint.Type.UPDATED) { // either may bring a work note
            Unavailable more = send(event, type, now, settings.messagesQueueUrls(), outbox);
            failed = failed == null ? more : failed;
        }
        if (failed != null) {
            throw failed;
        }
        return Answer.accepted(type.id());
    }

    private static @Nullable Unavailable send(
            RecordEvent event, RecordHint.Type type, Instant now, Map<Platform, String> queues, Outbox outbox) {
        Unavailable failed = null;
        for (Map.Entry<Platform, String> queue : queues.entrySet()) {
            try {
                outbox.send(queue.getValue(), RecordHintCodec.write(event.hint(type, queue.getKey(), now)));
            } catch (Unavailable e) {
                failed = e;
            }
        }
        return failed;
    }
}
