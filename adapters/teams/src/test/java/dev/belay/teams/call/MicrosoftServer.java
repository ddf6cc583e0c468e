package dev.belay.teams.call;

import dev.belay.simulator.http.RawServer;
import dev.belay.simulator.http.RawServer.Seen;
import java.net.URI;
import java.util.List;

/** Microsoft's services on a bare socket: they give tokens to whoever asks, and answer anything else as they are told. */
final class MicrosoftServer implements AutoCloseable {
    /** What becomes of a request for anything but a token. */
    interface Script {
        /**
         * @param number counted from one, without those for tokens
         * @return the raw answer, or an empty one for a dropped connection
         */
        String answer(int number);
    }

    private static final String DISCOVERY = "/discovery/instance";
    private static final String LOGIN = "/oauth2/v2.0/token";

    /** learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow. */
    private static final String TOKEN =
            RawServer.json(200, "", "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"a-token\"}");

    private static final String CLOUDS = RawServer.json(200, "", """
            {"tenant_discovery_endpoint":"https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",\
            "api-version":"1.1","metadata":[{"preferred_network":"login.microsoftonline.com",\
            "preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com","login.windows.net"]}]}""");

    private final Script script;
    private final RawServer server = new RawServer(this::answer);

    MicrosoftServer(Script script) {
        this.script = script;
    }

    private String answer(Seen request) {
        if (request.line().contains(DISCOVERY)) {
            return CLOUDS;
        }
        return request.line().contains(LOGIN) ? TOKEN : script.answer(requests().size());
    }

    URI at(String path) {
        return server.at(path);
    }

    long tokens() {
        return server.requests().stream()
                .filter(request -> request.line().contains(LOGIN))
                .count();
    }

    /** All that was read whole. */
    int arrived() {
        return server.requests().size();
    }

    /** What was read whole, without what was for tokens. */
    List<Seen> requests() {
        return server.requests().stream()
                .filter(request -> !request.line().contains(LOGIN))
                .filter(request -> !request.line().contains(DISCOVERY))
                .toList();
    }

    /** Those that a request came over, other than for a token alone. */
    long connections() {
        return requests().stream().map(Seen::connection).distinct().count();
    }

    @Override
    public void close() {
        server.close();
    }
}
