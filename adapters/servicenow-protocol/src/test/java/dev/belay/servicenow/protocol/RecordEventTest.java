package dev.belay.servicenow.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.event.RecordHint;
import dev.belay.record.RecordRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordEventTest {
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final String EVENT = "{\"schema\":1,\"event_id\":\"incident:" + SYS_ID + ":3:record.updated\","
            + "\"type\":\"record.updated\",\"occurred_at\":\"2026-11-23T12:00:00Z\",\"instance\":\"acme\","
            + "\"table\":\"incident\",\"sys_id\":\"" + SYS_ID + "\",\"sys_mod_count\":\"3\",\"updated_by\":\"fred\"}";

    @Test
    void an_event_becomes_a_hint() throws MalformedEvent {
        Instant accepted = Instant.parse("2026-11-23T12:00:01Z");
        RecordEvent event = RecordEvent.of(bytes(EVENT));
        assertThat(event.instance()).isEqualTo("acme");
        assertThat(event.hint(Platform.SLACK, accepted))
                .isEqualTo(new RecordHint(
                        "incident:" + SYS_ID + ":3:record.updated",
                        Platform.SLACK,
                        RecordHint.Type.UPDATED,
                        RecordRef.of("incident", SYS_ID),
                        Instant.parse("2026-11-23T12:00:00Z"),
                        accepted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record.opened", "record.updated", "record.journal", "record.deleted"})
    void each_type_is_known(String type) throws MalformedEvent {
        assertThat(RecordEvent.of(bytes(EVENT.replace("record.updated", type)))
                        .type()
                        .id())
                .isEqualTo(type);
    }

    @Test
    void fields_that_are_not_known_are_let_be() throws MalformedEvent {
        String newer = EVENT.replace("{\"schema\"", "{\"later\":[1e999999],\"schema\"");
        assertThat(RecordEvent.of(bytes(newer)).type()).isEqualTo(RecordHint.Type.UPDATED);
    }

    @ParameterizedTest
    @CsvSource({
        "\"schema\":1, \"schema\":2",
        "\"schema\":1, \"schema\":\"1\"",
        "\"schema\":1, \"schema\":1e99999999",
        "record.updated, record.exploded",
        "\"incident\", \"incident^ORDERBYx\"",
        "9d385017c611228701d22104cc95c371, 9D385017C611228701D22104CC95C371",
        ":3:, :4:",
        "\"3\", \"three\"",
        "\"3\", 3",
        "2026-11-23T12:00:00Z, yesterday",
        "\"acme\", \"\"",
        "\"acme\", null",
        "\"instance\", \"other\"",
    })
    void a_wrong_field_is_malformed(String right, String wrong) {
        assertThatThrownBy(() -> RecordEvent.of(bytes(EVENT.replace(right, wrong))))
                .isInstanceOf(MalformedEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{}", "\"text\"", "{\"schema\":1}"})
    void what_is_not_an_event_is_malformed(String body) {
        assertThatThrownBy(() -> RecordEvent.of(bytes(body))).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void deep_nesting_is_malformed() {
        assertThatThrownBy(() -> RecordEvent.of(bytes("{\"a\":" + "[".repeat(200_000))))
                .isInstanceOf(MalformedEvent.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
