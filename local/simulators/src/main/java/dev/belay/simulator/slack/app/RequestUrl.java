package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Sender;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the app takes requests, once it has proved that it is the app: everything that Slack sends goes there. */
final class RequestUrl implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Signer signer;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Sender sender = new Sender(PATIENCE);
    private Optional<URI> url = Optional.empty();

    RequestUrl(Signer signer) {
        this.signer = signer;
    }

    /** Asks the URL to answer a signed challenge, and uses it from then on if it does. */
    Delivery verify(URI candidate) {
        String challenge = UUID.randomUUID().toString();
        JsonObject body = new JsonObject();
        body.put("token", Presses.VERIFICATION_TOKEN);
        body.put("challenge", challenge);
        body.put("type", "url_verification");
        Delivery asked = send(candidate, signer.sign(Signer.JSON, JsonWriter.string(body), Map.of()));
        if (!asked.accepted() || !answers(asked.body(), challenge)) {
            return new Delivery(asked.request(), asked.status(), asked.contentType(), asked.body(), "challenge_failed");
        }
        synchronized (this) {
            url = Optional.of(candidate);
        }
        return asked;
    }

    private static boolean answers(String body, String challenge) {
        try {
            return body.strip().equals(challenge)
                    || JsonParser.object().from(body).getString("challenge", "").equals(challenge);
        } catch (JsonParserException e) {
            return false;
        }
    }

    synchronized Optional<URI> url() {
        return url;
    }

    /** What was sent since the beginning, in order. */
    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    Delivery send(SignedRequest request) {
        Delivery delivery = send(
                url().orElseThrow(() -> new IllegalStateException("the app has no request URL: set one first")),
                request);
        synchronized (this) {
            deliveries.add(delivery);
        }
        return delivery;
    }

    private Delivery send(URI to, SignedRequest request) {
        Sender.Answer answer = sender.post(to, request.headers(), request.body());
        return new Delivery(request, answer.status(), answer.contentType(), answer.body(), answer.reason());
    }

    @Override
    public void close() {
        sender.close();
    }
}
