package dev.belay.infra.deployed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody does wrong at the first installation, and what then rings and is said. None waits for a schedule: a function is invoked,
 * ServiceNow's heartbeat comes, or an incident is opened.
 *
 * @param name what is wrong
 * @param secret the one that is not as it should be; none where it is the settings document
 * @param stored what stands there in place of what should; none where nothing does
 * @param meets the function that meets it
 * @param alarm as the template calls it
 * @param says what the log says
 */
record Mistake(String name, Optional<String> secret, Optional<String> stored, String meets, String alarm, String says) {
    /** A heartbeat is enough. */
    static final String INGRESS = "ingress";

    /** It needs an incident. */
    static final String INCIDENT_OPENED = "incident-opened";

    private static final String RECONCILIATION = "reconciliation";

    /** The rows of a first installation but those that ring at other steps: another signing secret, silence, a channel without the bot. */
    static List<Mistake> all() {
        return Stream.of(
                        settings(
                                "no settings",
                                Optional.empty(),
                                "NotSetUp",
                                "not set up yet: there is no settings document"),
                        settings(
                                "settings that are not JSON",
                                Optional.of("{\"schema\": 1,"),
                                "SettingsInvalid",
                                "the settings document is not valid: "),
                        of(
                                "a ServiceNow secret of another shape",
                                "servicenow/acme",
                                "{\"user\":\"belay\",\"password\":\"hunter2hunter2\"}",
                                RECONCILIATION,
                                "ReconciliationTokenRejected",
                                "client_id is missing; client_secret is missing"),
                        of(
                                "a client secret that ServiceNow does not take",
                                "servicenow/acme",
                                "{\"client_id\":\"belay-client\",\"client_secret\":\"hunter2hunter2\"}",
                                RECONCILIATION,
                                "ReconciliationTokenRejected",
                                "./belay secrets put servicenow/acme"),
                        of(
                                "a key of events with a line break",
                                "servicenow-events/acme",
                                "{\"key_id\":\"k1\",\"key\":\"aHVudGVyMmh1bnRlcjI=\\n\"}",
                                INGRESS,
                                "Unavailable",
                                "key has a blank or a line break in it"),
                        of(
                                "a key of events that is not ServiceNow's",
                                "servicenow-events/acme",
                                "{\"key_id\":\"k1\",\"key\":\"aHVudGVyMmh1bnRlcjJodW50ZXIyaHVudGVyMmh1bnQ=\"}",
                                INGRESS,
                                "ServiceNowSignatureMismatch",
                                "ServiceNow signs with another key"),
                        of(
                                "a bot token that Slack does not take",
                                "slack/T01ACME",
                                "{\"bot_token\":\"xoxb-hunter2hunter2\"}",
                                INCIDENT_OPENED,
                                "IncidentOpenedTokenRejected",
                                "invalid_auth"),
                        of(
                                "a secret of tokens without the workspace",
                                "slack/T01ACME",
                                "{\"T0OTHER\":\"xoxb-hunter2hunter2\"}",
                                INCIDENT_OPENED,
                                "NotSetUp",
                                "./belay secrets put slack/T01ACME"))
                .toList();
    }

    private static Mistake settings(String name, Optional<String> stored, String alarm, String says) {
        return new Mistake(name, Optional.empty(), stored, RECONCILIATION, alarm, says);
    }

    private static Mistake of(String name, String secret, String stored, String meets, String alarm, String says) {
        return new Mistake(name, Optional.of(secret), Optional.of(stored), meets, alarm, says);
    }

    /** Whether a credential is refused by its system because of it. */
    boolean isOfCredential() {
        return secret.isPresent() && !meets.equals(INGRESS);
    }

    /** The function that meets it, as the template calls it. */
    String function() {
        return switch (meets) {
            case INGRESS -> "Ingress";
            case INCIDENT_OPENED -> "IncidentOpened";
            default -> "Reconciliation";
        };
    }
}
