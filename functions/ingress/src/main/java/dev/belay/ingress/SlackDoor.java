package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.QueueSender;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.events.PressCodec;
import dev.belay.signature.Proof;
import dev.belay.slack.protocol.MalformedRequest;
import dev.belay.slack.protocol.SlackRequest;
import dev.belay.slack.protocol.SlackSignature;
import java.time.Clock;
import java.util.List;

/** Where Slack's events, clicks and commands come in. */
final class SlackDoor implements Door {
    static final String PATH = "/slack/events";

    private final SigningSecret<SlackSignature> secret;
    private final QueueSender queues;
    private final String queueUrl;
    private final Clock clock;

    SlackDoor(
            String secretArn,
            String queueUrl,
            SecretReader secrets,
            QueueSender queues,
            LastGoodMetric metrics,
            Clock clock) {
        this.secret = new SigningSecret<>(secrets, secretArn, metrics, clock) {
            @Override
            SlackSignature parse(JsonObject document) {
                String previous = document.getString("previous_signing_secret", "");
                String current = requireText(document, "signing_secret");
                return new SlackSignature(previous.isEmpty() ? List.of(current) : List.of(current, previous));
            }

            @Override
            Proof prove(SlackSignature signature, HttpRequest request, long now) {
                return signature.prove(
                        request.signed(SlackSignature.TIMESTAMP_HEADER, SlackSignature.SIGNATURE_HEADER), now);
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
        Proof proof = secret.prove(request);
        if (proof != Proof.PROVED) {
            return Answer.unauthorized(proof.name());
        }
        try {
            return answer(SlackRequest.of(request.header("content-type"), request.body(), clock.instant()));
        } catch (MalformedRequest e) {
            return Answer.malformed(e.getMessage());
        }
    }

    /** Not a pattern switch: a cold function would pay for linking it. */
    private Answer answer(SlackRequest said) {
        if (said instanceof SlackRequest.Pressed pressed) {
            queues.send(queueUrl, PressCodec.write(pressed.press()));
            return Answer.done("stored", pressed.press().button().action());
        }
        if (said instanceof SlackRequest.UrlVerification verification) {
            return Answer.challenge(verification.challenge());
        }
        return Answer.done("ignored", ((SlackRequest.NotForUs) said).kind());
    }
}
