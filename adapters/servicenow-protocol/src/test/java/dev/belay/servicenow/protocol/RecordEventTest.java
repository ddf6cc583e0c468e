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
        assertThat(event.hint(RecordHint.Type.UPDATED, Platform.SLACK, accepted))
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
                        .orElseThrow()
                        .id())
                .isEqualTo(type);
    }

    @Test
    void fields_that_are_not_known_are_let_be() throws MalformedEvent {
        String newer = EVENT.replace("{\"schema\"", "{\"later\":[1e999999],\"schema\"");
        assertThat(RecordEvent.of(bytes(newer)).type()).contains(RecordHint.Type.UPDATED);
    }

    @ParameterizedTest
    @CsvSource({
        "\"schema\":1, \"schema\":2",
        "\"schema\":1, \"schema\":1e99999999",
        "\"incident\", \"incident^ORDERBYx\"",
        "\"acme\", \"\"",
        "\"acme\", null",
        "\"instance\", \"other\"",
    })
    void a_wrong_field_is_malformed(String right, String wrong) {
        assertThatThrownBy(() -> RecordEvent.of(bytes(EVENT.replace(right, wrong))))
                .isInstanceOf(MalformedEvent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "\"schema\":1, \"schema\":\"1\"",
        "\"event_id\", \"no_event_id\"",
        "\"occurred_at\", \"no_time\"",
        "2026-11-23T12:00:00Z, yesterday",
        "2026-11-23T12:00:00Z, +999999999-12-31T23:59:59Z",
        "\"sys_mod_count\", \"no_count\"",
        "\"3\", null",
        "\"3\", 3",
        "\"3\", \"three\"",
        "\"updated_by\":\"fred\", \"updated_by\":7",
        "\"incident\", \"INCIDENT\"",
        "9d385017c611228701d22104cc95c371, 9D385017C611228701D22104CC95C371",
        "\"type\":\"record.updated\", \"type\":null",
        "\"type\":\"record.updated\", \"type\":\"record.exploded\"",
        "\"type\":\"record.updated\", \"type\":\"Record.Updated\""
    })
    void a_field_that_is_not_needed_holds_back_no_event(String right, String other) throws MalformedEvent {
        Instant accepted = Instant.parse("2026-11-23T12:00:01Z");
        RecordEvent event = RecordEvent.of(bytes(EVENT.replace(right, other)));
        assertThat(event.type()).contains(RecordHint.Type.UPDATED);
        RecordHint hint = event.hint(RecordHint.Type.UPDATED, Platform.SLACK, accepted);
        assertThat(hint.record()).isEqualTo(RecordRef.of("incident", SYS_ID));
        assertThat(hint.eventId()).startsWith("incident:" + SYS_ID + ":");
        assertThat(hint.occurredAt()).isBetween(accepted.minusSeconds(1), accepted);
    }

    @Test
    void what_is_said_of_no_record_has_no_type() throws MalformedEvent {
        assertThat(RecordEvent.of(bytes(EVENT.replace("\"record.updated\"", "\"user.moved\"")))
                        .type())
                .isEmpty();
    }

    @Test
    void events_without_a_count_are_told_apart_by_what_they_say() throws MalformedEvent {
        String without = EVENT.replace("\"3\"", "null");
        String first = RecordEvent.of(bytes(without)).eventId();
        assertThat(RecordEvent.of(bytes(without)).eventId()).isEqualTo(first);
        assertThat(RecordEvent.of(bytes(without.replace("12:00:00", "12:00:09")))
                        .eventId())
                .isNotEqualTo(first);
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
