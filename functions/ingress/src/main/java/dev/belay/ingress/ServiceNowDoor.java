package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.QueueMessage;
import dev.belay.aws.protocol.QueueSender;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.chat.Platform;
import dev.belay.servicenow.protocol.EventKey;
import dev.belay.servicenow.protocol.EventSignature;
import dev.belay.servicenow.protocol.EventSignature.Proof;
import dev.belay.servicenow.protocol.MalformedEvent;
import dev.belay.servicenow.protocol.RecordEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Where ServiceNow's events come in. One message goes out for each platform, so that none holds up another. */
final class ServiceNowDoor implements Door {
    static final String PATH = "/servicenow/events";

    private final IngressSettings settings;
    private final CachedSecret<EventSignature> secret;
    private final QueueSender queues;
    private final Clock clock;

    ServiceNowDoor(IngressSettings settings, SecretReader secrets, QueueSender queues, Clock clock) {
        this.settings = settings;
        this.secret = new CachedSecret<>(secrets, settings.eventSecretArn(), clock) {
            @Override
            EventSignature made(JsonObject document) {
                EventKey current = key(document, "key_id", "key");
                boolean rotating = document.isString("previous_key");
                return new EventSignature(
                        rotating
                                ? List.of(current, key(document, "previous_key_id", "previous_key"))
                                : List.of(current));
            }
        };
        this.queues = queues;
        this.clock = clock;
    }

    private static EventKey key(JsonObject document, String id, String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(CachedSecret.need(document, key));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its " + key + " is missing or is not base64", e);
        }
        return new EventKey(CachedSecret.need(document, id), bytes);
    }

    @Override
    public String name() {
        return "servicenow";
    }

    @Override
    public Answer answer(HttpRequest request) {
        Proof proof = proof(request);
        if (proof != Proof.PROVED) {
            return Answer.refused(401, "unauthorized", proof.name());
        }
        try {
            return answer(RecordEvent.of(request.body()));
        } catch (MalformedEvent e) {
            return Answer.refused(400, "malformed", e.getMessage());
        }
    }

    private Proof proof(HttpRequest request) {
        Proof proof = proof(request, secret.current());
        EventSignature renewed = proof == Proof.FORGED ? secret.renewed() : null;
        return renewed == null ? proof : proof(request, renewed);
    }

    private Proof proof(HttpRequest request, EventSignature signature) {
        return signature.prove(
                request.header(EventSignature.TIMESTAMP_HEADER),
                request.header(EventSignature.SIGNATURE_HEADER),
                request.header(EventSignature.KEY_ID_HEADER),
                request.body(),
                clock.millis() / 1000);
    }

    private Answer answer(RecordEvent event) {
        if (!event.instance().equals(settings.instance())) {
            return Answer.refused(403, "forbidden", "the event is of another instance");
        }
        Instant now = clock.instant();
        for (Platform platform : settings.platforms()) {
            queues.send(settings.recordsQueueUrl(), QueueMessage.of(event.hint(platform, now)));
        }
        return Answer.accepted(event.type());
    }
}
