package dev.belay.pagerduty;

import com.grack.nanojson.JsonObject;
import dev.belay.credential.Finding;
import dev.belay.health.Counters;
import dev.belay.pager.PagerSecret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Asks PagerDuty what the account can do ({@code GET /abilities}), which any valid API token may. Whether the token may write, which a
 * page needs, shows with the first page alone.
 */
public final class PagerDutyTokenCheck {
    /** What the account must have for responders to be requested (PagerDuty/api-schema, {@code createIncidentResponderRequest}). */
    private static final String RESPONDING = "coordinated_responding";

    private final PagerDutyApi api;

    public PagerDutyTokenCheck(PagerDutySettings settings, PagerSecret token, Counters counters, Clock clock) {
        this.api = new PagerDutyApi(settings, token, counters, clock);
    }

    /**
     * Checks the token.
     *
     * @throws dev.belay.failure.CredentialsRefused when it is refused
     * @throws dev.belay.failure.Unavailable when PagerDuty does not answer
     */
    public Finding check() {
        return switch (api.get("/abilities")) {
            case Answer.Done(JsonObject said) -> taken("PagerDuty accepts it", remarks(said));
            case Answer.Refused refused ->
                taken(
                        "PagerDuty lets it in",
                        List.of("PagerDuty does not say what the account can do (HTTP " + refused.status() + ", code "
                                + refused.code() + ")"));
        };
    }

    private static List<String> remarks(JsonObject said) {
        return PagerDutyApi.list(said, "abilities").contains(RESPONDING)
                ? List.of()
                : List.of("the account's plan lets nobody be asked to join (" + RESPONDING + ")");
    }

    private static Finding taken(String proof, List<String> remarks) {
        return new Finding.Taken(proof, Optional.empty(), remarks);
    }
}
