package dev.belay.local.world;

import com.grack.nanojson.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The secrets that an installation begins with, by their names beneath the stack's. */
final class FirstSecrets {
    static final String EVENTS = "servicenow-events/" + Acme.INSTANCE;
    static final String CLIENT = "servicenow/" + Acme.INSTANCE;

    private FirstSecrets() {}

    static Map<String, JsonObject> of(Chats chats, Pagers pagers, Clock clock) {
        Map<String, JsonObject> secrets = new LinkedHashMap<>();
        chats.slack().ifPresent(slack -> {
            secrets.put("slack-signing", named("signing_secret", slack.signingSecret()));
            secrets.put("slack/" + slack.team(), named("bot_token", slack.botToken()));
        });
        chats.teams().ifPresent(teams -> {
            JsonObject document = named("client_secret", teams.clientSecret());
            document.put(
                    "expires_on",
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .plusYears(1)
                            .toString());
            secrets.put("teams/" + teams.tenant(), document);
        });
        secrets.put("pagers", pagers.secret());
        secrets.put(
                EVENTS,
                JsonObject.builder()
                        .value("key_id", Installation.EVENT_KEY_ID)
                        .value("key", Base64.getEncoder().encodeToString(Installation.EVENT_KEY))
                        .done());
        secrets.put(
                CLIENT,
                JsonObject.builder()
                        .value("client_id", Acme.CLIENT_ID)
                        .value("client_secret", Acme.CLIENT_SECRET)
                        .done());
        return secrets;
    }

    private static JsonObject named(String name, String text) {
        return JsonObject.builder().value(name, text).done();
    }
}
