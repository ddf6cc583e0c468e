package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.QueueMessage;
import dev.belay.aws.protocol.QueueSender;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.slack.protocol.MalformedRequest;
import dev.belay.slack.protocol.SlackRequest;
import dev.belay.slack.protocol.SlackSignature;
import dev.belay.slack.protocol.SlackSignature.Proof;
import java.time.Clock;
import java.util.List;

/** Where Slack's events, clicks and commands come in. */
final class SlackDoor implements Door {
    static final String PATH = "/slack/events";

    private final CachedSecret<SlackSignature> secret;
    private final QueueSender queues;
    private final String queueUrl;
    private final Clock clock;

    SlackDoor(String secretArn, String queueUrl, SecretReader secrets, QueueSender queues, Clock clock) {
        this.secret = new CachedSecret<>(secrets, secretArn, clock) {
            @Override
            SlackSignature made(JsonObject document) {
                String previous = document.getString("previous_signing_secret", "");
                String current = need(document, "signing_secret");
                return new SlackSignature(previous.isEmpty() ? List.of(current) : List.of(current, previous));
            }
        };
        this.queues = queues;
        this.queueUrl = queueUrl;
        this.clock = clock;
    }

    void readAhead() {
        secret.readAhead();
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Answer answer(HttpRequest request) {
        Proof proof = proof(request);
        if (proof != Proof.PROVED) {
            return Answer.refused(401, "unauthorized", proof.name());
        }
        try {
            return answer(SlackRequest.of(request.header("content-type"), request.body(), clock.instant()));
        } catch (MalformedRequest e) {
            return Answer.refused(400, "malformed", e.getMessage());
        }
    }

    private Proof proof(HttpRequest request) {
        Proof proof = proof(request, secret.current());
        SlackSignature renewed = proof == Proof.FORGED ? secret.renewed() : null;
        return renewed == null ? proof : proof(request, renewed);
    }

    private Proof proof(HttpRequest request, SlackSignature signature) {
        return signature.prove(
                request.header(SlackSignature.TIMESTAMP_HEADER),
                request.header(SlackSignature.SIGNATURE_HEADER),
                request.body(),
                clock.millis() / 1000);
    }

    /** Not a pattern switch: a cold function would pay for linking it. */
    private Answer answer(SlackRequest said) {
        if (said instanceof SlackRequest.Pressed pressed) {
            queues.send(queueUrl, QueueMessage.of(pressed.press()));
            return Answer.done("stored", pressed.press().word());
        }
        if (said instanceof SlackRequest.UrlVerification verification) {
            return Answer.challenge(verification.challenge());
        }
        return Answer.done("ignored", ((SlackRequest.NotForUs) said).kind());
    }
}
