package dev.belay.simulator.slack;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app at its request URL: it keeps what it is sent and answers challenges, and everything else as told. */
final class App implements AutoCloseable {
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final SimulatorServer server =
            SimulatorServer.start(0, new Faults(), request -> Optional.empty(), this::answer);
    private volatile int status = 200;
    private volatile String contentType = "application/json";
    private volatile String body = "";

    URI url() {
        return URI.create(server.url() + "/slack/events");
    }

    void answers(int other) {
        status = other;
    }

    void answers(String otherContentType, String otherBody) {
        contentType = otherContentType;
        body = otherBody;
    }

    void answersJson(String json) {
        answers("application/json; charset=utf-8", json);
    }

    private Response answer(Request request) {
        requests.add(request);
        if (request.text().contains("url_verification") && status == 200) {
            return Response.text(200, "text/plain", Stage.json(request.text()).getString("challenge"));
        }
        if (status == 0) {
            return Response.dropped();
        }
        return body.isEmpty() ? Response.empty(status) : Response.text(status, contentType, body);
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.getLast();
    }

    JsonObject payload() {
        return Stage.json(last().form().getOrDefault("payload", ""));
    }

    /** Whether the request bears the signature that its bytes and time deserve. */
    static boolean isSigned(Request request) {
        String base = "v0:" + request.header("x-slack-request-timestamp").orElse("") + ":"
                + new String(request.body(), StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] secret = AcmeWorkspace.APP.signingSecret().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String expected = "v0=" + HexFormat.of().formatHex(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
            return expected.equals(request.header("x-slack-signature").orElse(""));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
