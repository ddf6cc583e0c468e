package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.event.RecordHint;
import dev.belay.events.FileEventCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNowDoorTest {
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final String EVENT = "{\"schema\":1,\"event_id\":\"incident:" + SYS_ID + ":3:record.opened\","
            + "\"type\":\"record.opened\",\"occurred_at\":\"2026-11-22T12:00:00Z\",\"instance\":\"acme\","
            + "\"table\":\"incident\",\"sys_id\":\"" + SYS_ID + "\",\"sys_mod_count\":\"3\",\"updated_by\":\"fred\"}";

    private final Ingress ingress = new Ingress();

    @AfterEach
    void stop() {
        ingress.close();
    }

    @Test
    void an_event_becomes_one_message_in_each_platforms_own_queue() {
        try (Ingress both = new Ingress("slack,teams")) {
            both.send(signed(EVENT));
            assertThat(both.aws.messages)
                    .extracting(message -> RecordHintCodec.read(message.getString("MessageBody"))
                            .platform())
                    .containsExactly(Platform.values());
            assertThat(both.aws.messages)
                    .extracting(message -> message.getString("QueueUrl"))
                    .containsExactly("https://sqs/slack-records.fifo", "https://sqs/teams-records.fifo");
        }
    }

    /** What was stored the first time is the same message again, which its queue drops. */
    @Test
    void an_event_that_was_half_stored_is_whole_when_it_is_sent_again() {
        try (Ingress both = new Ingress("slack,teams")) {
            both.aws.queueFailures.set(2);
            assertThat(both.send(signed(EVENT)).status()).isEqualTo(503);
            both.clock.advance(Duration.ofMinutes(1));
            assertThat(both.send(both.serviceNow(EVENT, "k1", Ingress.EVENT_KEY))
                            .status())
                    .isEqualTo(202);
            assertThat(both.aws.messages)
                    .extracting(message -> message.getString("QueueUrl"))
                    .containsExactly(
                            "https://sqs/teams-records.fifo",
                            "https://sqs/slack-records.fifo",
                            "https://sqs/teams-records.fifo");
            assertThat(both.aws.messages.get(2).getString("MessageDeduplicationId"))
                    .isEqualTo(both.aws.messages.get(0).getString("MessageDeduplicationId"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams"})
    void a_platform_that_is_not_deployed_needs_no_queue(String platform) {
        try (Ingress one = new Ingress(platform)) {
            assertThat(one.send(signed(EVENT)).status()).isEqualTo(202);
            assertThat(one.aws.messages)
                    .extracting(message -> message.getString("QueueUrl"))
                    .containsExactly("https://sqs/" + platform + "-records.fifo");
        }
    }

    @Test
    void a_platform_whose_message_cannot_be_stored_takes_no_other_with_it() {
        try (Ingress both = new Ingress("slack,teams")) {
            both.aws.queueFailures.set(2);
            assertThat(both.send(signed(EVENT)).status()).isEqualTo(503);
            assertThat(both.aws.messages)
                    .extracting(message -> RecordHintCodec.read(message.getString("MessageBody"))
                            .platform())
                    .containsExactly(Platform.TEAMS);
        }
    }

    @Test
    void a_failure_of_a_moment_loses_no_half_of_an_event() {
        try (Ingress both = new Ingress("slack,teams")) {
            both.aws.queueFailures.set(1);
            assertThat(both.send(signed(EVENT)).status()).isEqualTo(202);
            assertThat(both.aws.messages).hasSize(2);
        }
    }

    @Test
    void an_attachment_is_word_for_the_worker_of_files_for_each_platform() {
        String attachment = "f".repeat(32);
        String body = """
                {"schema":1,"type":"record.attached","instance":"acme","table":"incident","sys_id":"%s","attachment":"%s"}""".formatted(SYS_ID, attachment);
        try (Ingress both = new Ingress("slack,teams")) {
            assertThat(both.send(signed(body)).status()).isEqualTo(202);
            assertThat(both.aws.messages).hasSize(2).allSatisfy(message -> {
                assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/files");
                assertThat(message).doesNotContainKeys("MessageGroupId", "MessageDeduplicationId");
            });
            assertThat(both.aws.messages)
                    .extracting(message -> FileEventCodec.read(message.getString("MessageBody")))
                    .extracting(FileEvent::platform)
                    .containsExactly(Platform.values());
        }
    }

    @Test
    void an_attachment_that_is_none_is_word_of_a_change() {
        String body = """
                {"schema":1,"type":"record.attached","instance":"acme","table":"incident","sys_id":"%s","attachment":"../x"}""".formatted(SYS_ID);
        assertThat(ingress.send(signed(body)).status()).isEqualTo(202);
        assertThat(ingress.aws.messages.getFirst().getString("QueueUrl")).isEqualTo("https://sqs/slack-records.fifo");
    }

    @Test
    void an_event_is_stored_and_accepted() {
        Ingress.Reply reply = ingress.send(signed(EVENT));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEqualTo("{\"accepted\":true}");
        JsonObject message = ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-records.fifo");
        assertThat(RecordHintCodec.read(message.getString("MessageBody")))
                .isEqualTo(new RecordHint(
                        "incident:" + SYS_ID + ":3:record.opened",
                        Platform.SLACK,
                        RecordHint.Type.OPENED,
                        RecordRef.of("incident", SYS_ID),
                        Instant.parse("2026-11-22T12:00:00Z"),
                        ingress.clock.instant()));
    }

    @Test
    void the_same_event_is_the_same_message_again() {
        ingress.send(signed(EVENT));
        ingress.clock.advance(Duration.ofSeconds(30));
        ingress.send(signed(EVENT));
        assertThat(ingress.aws.messages.get(0).getString("MessageDeduplicationId"))
                .isEqualTo(ingress.aws.messages.get(1).getString("MessageDeduplicationId"));
    }

    @Test
    void an_event_of_another_instance_is_forbidden() {
        refused(signed(EVENT.replace("acme", "acmetest")), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-300, 202", "300, 202", "301, 401"})
    void the_window_is_five_minutes_in_both_directions(long offset, int status) {
        JsonObject event = signed(EVENT);
        ingress.clock.advance(Duration.ofSeconds(offset));
        assertThat(ingress.send(event).status()).isEqualTo(status);
        assertThat(ingress.aws.messages).hasSize(status == 202 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Belay-Timestamp", "X-Belay-Signature", "X-Belay-Key-Id"})
    void a_missing_header_is_unauthorized(String header) {
        JsonObject event = signed(EVENT);
        event.getObject("headers").remove(header);
        refused(event, 401, "unauthorized");
    }

    @Test
    void another_key_is_unauthorized() {
        refused(ingress.serviceNow(EVENT, "k1", "another key of sixteen bytes"), 401, "unauthorized");
        refused(ingress.serviceNow(EVENT, "k2", Ingress.EVENT_KEY), 401, "unauthorized");
    }

    @Test
    void malformed_but_signed_is_malformed() {
        refused(signed("{"), 400, "malformed");
        refused(signed(""), 400, "malformed");
    }

    @Test
    void what_happens_to_a_record_in_an_unknown_way_has_changed_it_and_what_does_not_is_ignored() {
        assertThat(ingress.send(signed(EVENT.replace("record.opened", "record.burnt")))
                        .status())
                .isEqualTo(202);
        assertThat(ingress.aws.messages).isNotEmpty().allMatch(message -> message.getString("MessageBody", "")
                .contains("\"type\":\"record.updated\""));
        ingress.aws.messages.clear();
        assertThat(ingress.send(signed(EVENT.replace("record.opened", "user.moved")))
                        .status())
                .isEqualTo(202);
        assertThat(ingress.aws.messages).isEmpty();
    }

    @Test
    void a_body_over_256_kilobytes_is_too_large() {
        refused(signed(" ".repeat(256 * 1024 + 1)), 413, "too large");
    }

    @Test
    void a_rotated_key_is_read_again_and_the_previous_one_still_holds() {
        assertThat(ingress.send(signed(EVENT)).status()).isEqualTo(202);
        String next = "the next key of sixteen bytes or more";
        ingress.aws.secrets.put(
                "arn:servicenow",
                "{\"key_id\":\"k2\",\"key\":\"" + base64(next) + "\",\"previous_key_id\":\"k1\",\"previous_key\":\""
                        + base64(Ingress.EVENT_KEY) + "\"}");
        ingress.clock.advance(Duration.ofSeconds(11));
        assertThat(ingress.send(ingress.serviceNow(EVENT, "k2", next)).status()).isEqualTo(202);
        assertThat(ingress.send(signed(EVENT)).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"key_id\":\"k1\"}",
                "{\"key_id\":\"k1\",\"key\":\"***\"}",
                "{\"key_id\":\"k1\",\"key\":\"c2hvcnQ=\"}",
                "{\"key\":\"YSBrZXkgb2Ygc2l4dGVlbiBieXRlcyBvciBtb3Jl\"}"
            })
    void a_secret_that_is_not_one_lets_nobody_in(String document) {
        ingress.aws.secrets.put("arn:servicenow", document);
        refused(signed(EVENT), 503, "unavailable");
    }

    @Test
    void a_queue_that_cannot_take_it_is_unavailable() {
        ingress.aws.queuesFail = true;
        refused(signed(EVENT), 503, "unavailable");
    }

    @Test
    void without_its_secret_it_is_unavailable() {
        ingress.aws.secretsFail = true;
        refused(signed(EVENT), 503, "unavailable");
    }

    private JsonObject signed(String body) {
        return ingress.serviceNow(body, "k1", Ingress.EVENT_KEY);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Ingress.bytes(text));
    }

    private void refused(JsonObject event, int status, String error) {
        int before = ingress.aws.messages.size();
        Ingress.Reply reply = ingress.send(event);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(ingress.aws.messages).hasSize(before);
    }
}
