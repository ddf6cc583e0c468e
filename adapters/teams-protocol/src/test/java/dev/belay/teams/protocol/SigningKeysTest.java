package dev.belay.teams.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.failure.Unavailable;
import dev.belay.time.MovedClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final URI METADATA = Cloud.PUBLIC.openIdMetadata();
    private static final ConnectorSigner OLD = new ConnectorSigner("old");
    private static final ConnectorSigner NEW = new ConnectorSigner("new");

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T12:00:00Z"));
    private final JsonArray listed = JsonArray.from(OLD.published("msteams"));
    private String keysAt = "https://login.botframework.com/v1/.well-known/keys";
    private int fetches;
    private boolean fails;
    private final SigningKeys keys = new SigningKeys(METADATA, this::document, clock);

    private byte[] document(URI address) throws IOException {
        if (address.equals(METADATA)) {
            fetches++;
        }
        if (fails) {
            throw new IOException("the connection broke");
        }
        JsonObject document = new JsonObject();
        document.put(
                address.equals(METADATA) ? "jwks_uri" : "keys", address.equals(METADATA) ? (Object) keysAt : listed);
        return JsonWriter.string(document).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keys_are_fetched_once_in_24_hours() {
        assertThat(keys.find("old")).isNotNull();
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(keys.find("old")).isNotNull();
        assertThat(fetches).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(keys.find("old")).isNotNull();
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void a_new_key_is_fetched_when_a_token_names_it() {
        keys.find("old");
        listed.add(NEW.published("msteams"));
        assertThat(keys.find("new")).isNotNull();
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void unknown_keys_are_sought_once_in_five_minutes() {
        keys.find("old");
        for (int i = 0; i < 240; i++) {
            assertThat(keys.find("unknown" + i)).isNull();
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(fetches).isEqualTo(1 + 24);
        assertThat(keys.find("old")).isNotNull();
    }

    @Test
    void the_same_unknown_key_is_sought_once_an_hour() {
        keys.find("old");
        for (int i = 0; i < 240; i++) {
            assertThat(keys.find("forged")).isNull();
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(fetches).isEqualTo(1 + 2);
    }

    @Test
    void what_was_fetched_for_this_token_is_not_fetched_again_for_it() {
        assertThat(keys.find("unknown")).isNull();
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void a_key_that_is_no_longer_published_proves_nothing() {
        keys.find("old");
        listed.clear();
        listed.add(NEW.published());
        clock.advance(Duration.ofHours(24));
        assertThat(keys.find("old")).isNull();
        assertThat(keys.find("new")).isNotNull();
    }

    @Test
    void known_keys_are_kept_when_they_cannot_be_fetched_again_and_asked_for_once_a_minute() {
        keys.find("old");
        fails = true;
        clock.advance(Duration.ofHours(25));
        for (int i = 0; i < 60; i++) {
            assertThat(keys.find("old")).isNotNull();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(fetches).isEqualTo(2);
        keys.find("old");
        assertThat(fetches).isEqualTo(3);
    }

    @Test
    void without_any_key_it_is_unavailable_and_asked_for_once_a_second() {
        fails = true;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> keys.find("old"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("teams: the Bot Connector's keys:");
        }
        assertThat(fetches).isEqualTo(1);
        fails = false;
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.find("old")).isNotNull();
    }

    @Test
    void keys_that_were_fetched_ahead_are_not_waited_for() {
        keys.fetchAhead();
        assertThat(keys.find("old")).isNotNull();
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void keys_that_could_not_be_fetched_ahead_are_asked_for_again_at_once() {
        fails = true;
        keys.fetchAhead();
        fails = false;
        assertThat(keys.find("old")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://keys.example.com/v1/.well-known/keys",
                "http://login.botframework.com/v1/.well-known/keys",
                "https://login.botframework.com:8443/v1/.well-known/keys",
                "https://login.botframework.com@keys.example.com/keys",
                "//keys.example.com/keys",
                "not an address"
            })
    void keys_from_another_host_than_the_metadata_are_not_taken(String elsewhere) {
        keysAt = elsewhere;
        assertThatThrownBy(() -> keys.find("old")).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_empty_list_replaces_nothing() {
        keys.find("old");
        listed.clear();
        clock.advance(Duration.ofHours(24));
        assertThat(keys.find("old")).isNotNull();
    }

    @Test
    void what_cannot_prove_rs256_is_passed_over() {
        JsonObject curve = NEW.published();
        curve.put("kty", "EC");
        JsonObject broken = new ConnectorSigner("broken").published();
        broken.put("n", "*");
        JsonObject secret = new ConnectorSigner("secret").published();
        secret.put("use", "enc");
        listed.add(5);
        listed.add(curve);
        listed.add(broken);
        listed.add(secret);
        listed.add(new ConnectorSigner("short", 1_024).published());
        for (String id : new String[] {"new", "broken", "secret", "short"}) {
            assertThat(keys.find(id)).as(id).isNull();
        }
        assertThat(keys.find("old")).isNotNull();
    }
}
