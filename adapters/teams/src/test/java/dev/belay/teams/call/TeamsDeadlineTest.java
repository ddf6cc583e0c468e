package dev.belay.teams.call;

import com.grack.nanojson.JsonObject;
import dev.belay.delivery.DeadlineContract;
import dev.belay.platform.ChatContract;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.http.RawServer;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** No call to Microsoft, for a token neither, outlives the delivery that it is made for. */
final class TeamsDeadlineTest implements DeadlineContract {
    private static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00ac3e0001";

    private final MovedClock clock = MovedClock.at(ChatContract.OPENING);
    private final MicrosoftServer teams = new MicrosoftServer(_ -> RawServer.json(200, "", "{\"id\":\"1\"}"));
    private final Map<Operation, TeamsCalls> each =
            Arrays.stream(Operation.values()).collect(Collectors.toMap(Function.identity(), _ -> fresh()));

    @AfterEach
    void all_stops() {
        teams.close();
    }

    @Override
    public Map<String, Runnable> calls() {
        clock.advance(Duration.ofMinutes(1));
        return each.entrySet().stream()
                .collect(Collectors.toMap(
                        call -> call.getKey().name(), call -> () -> call(call.getValue(), call.getKey())));
    }

    @Override
    public int requests() {
        return teams.arrived();
    }

    private void call(TeamsCalls calls, Operation operation) {
        Optional<JsonObject> body = operation.method().equals("GET") ? Optional.empty() : Optional.of(new JsonObject());
        calls.call(TENANT, operation, teams.at("/v3/conversations"), body);
    }

    private TeamsCalls fresh() {
        Credential secret = new Credential.Secret("a-secret");
        Credentials credentials = new Credentials() {
            @Override
            public Credential current(String tenant) {
                return secret;
            }

            @Override
            public Credential reread(String tenant) {
                return secret;
            }

            @Override
            public void refused(String tenant, String said) {}
        };
        AppAccess access = new AppAccess(
                "0acceba1-0000-4000-8000-00000000be1a",
                teams.at("/login"),
                "https://api.botframework.com/.default",
                "https://graph.microsoft.com/.default",
                Set.of("127.0.0.1"));
        return new TeamsCalls(credentials, access, new InMemoryRateLimitStore(clock), (_, _) -> {}, clock);
    }
}
