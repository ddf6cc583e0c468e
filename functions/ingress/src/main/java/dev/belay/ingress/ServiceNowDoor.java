package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.chat.Platform;
import dev.belay.event.RecordHint;
import dev.belay.events.FileEventCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.failure.Unavailable;
import dev.belay.record.SysId;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretPlace;
import dev.belay.secret.ServiceNowEventsShape;
import dev.belay.servicenow.protocol.EventKey;
import dev.belay.servicenow.protocol.EventSignature;
import dev.belay.servicenow.protocol.Heartbeat;
import dev.belay.servicenow.protocol.MalformedEvent;
import dev.belay.servicenow.protocol.RecordEvent;
import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
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
    private final SecretPlace place;
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
        this.place = new SecretPlace(settings.eventSecretArn(), SecretKind.SERVICENOW_EVENTS, settings.instance());
        this.secret = new SigningSecret<>(secrets, place, metrics, clock) {
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
                return signature.prove(signed(request), request.header(EventSignature.KEY_ID_HEADER), now);
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
            return refused(proof, request);
        }
        try {
            return request.path().equals(HEARTBEAT)
                    ? answer(Heartbeat.of(request.body()))
                    : answer(RecordEvent.of(request.body()), outbox);
        } catch (MalformedEvent e) {
            return Answer.malformed(e.getMessage());
        }
    }

    private static SignedRequest signed(HttpRequest request) {
        return request.signed(EventSignature.TIMESTAMP_HEADER, EventSignature.SIGNATURE_HEADER);
    }

    /** What is the application's in all but its key is counted: the two systems have different keys. A scanner's request is not. */
    private Answer refused(Proof proof, HttpRequest request) {
        boolean inItsWay = EventSignature.isInItsWay(signed(request), request.header(EventSignature.KEY_ID_HEADER));
        if (!inItsWay || (proof != Proof.FORGED && proof != Proof.UNKNOWN_KEY)) {
            return Answer.unauthorized(proof.name());
        }
        String what = proof == Proof.UNKNOWN_KEY
                ? "ServiceNow signs with a key id that " + place.subject() + " does not have"
                : "ServiceNow signs with another key than " + place.subject() + " has under this key id";
        return Answer.mismatched(proof.name() + ": " + what
                + ", or somebody forges events: enter key id and key of the two alike, in the credential that"
                + " the property " + EventSignature.CREDENTIAL_PROPERTY + " of the application names; "
                + place.remedy());
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
        for (Platform platform : settings.queues().records().keySet()) {
            outbox.send(settings.queues().files(), FileEventCodec.write(event.files(attachment, platform, now)));
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
        Unavailable failed = send(event, type, now, settings.queues().records(), outbox);
        if (type == RecordHint.Type.JOURNAL || type == RecordHint.Type.UPDATED) { // either may bring a work note
            Unavailable more = send(event, type, now, settings.queues().messages(), outbox);
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
