package dev.belay.simulator.teams;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An app at its messaging endpoint: it keeps what it is sent and answers as told. */
final class App implements AutoCloseable {
    static final String TOAST =
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"Done.\"}";

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final SimulatorServer server =
            SimulatorServer.start(0, new Faults(), request -> Optional.empty(), this::answer);
    private volatile int status = 200;
    private volatile String body = TOAST;

    URI url() {
        return URI.create(server.url() + "/teams/messages");
    }

    void answers(int otherStatus, String otherBody) {
        status = otherStatus;
        body = otherBody;
    }

    private Response answer(Request request) {
        requests.add(request);
        if (status == 0) {
            return Response.dropped();
        }
        return body.isEmpty() ? Response.empty(status) : Response.json(status, body);
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.getLast();
    }

    JsonObject activity() {
        return Stage.json(last().text());
    }

    @Override
    public void close() {
        server.close();
    }
}
