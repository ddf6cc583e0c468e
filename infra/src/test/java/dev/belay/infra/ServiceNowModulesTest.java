package dev.belay.infra;

import static dev.belay.infra.ServiceNowInstance.START;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.event.RecordHint;
import dev.belay.infra.ServiceNowInstance.Outcome;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.protocol.EventKey;
import dev.belay.servicenow.protocol.EventSignature;
import dev.belay.servicenow.protocol.Heartbeat;
import dev.belay.servicenow.protocol.MalformedEvent;
import dev.belay.servicenow.protocol.RecordEvent;
import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules that are installed in ServiceNow send what ingress proves and reads, and what was not taken they send again. */
@Requires(Tool.NODE)
final class ServiceNowModulesTest {
    private static final String SYS_ID = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> RECORD = Map.of(
            "table", "incident",
            "sys_id", SYS_ID,
            "sys_mod_count", "3",
            "sys_updated_on", "2026-11-23 09:00:00",
            "sys_updated_by", "zo\u00eb");
    private static final String ATTACHED = "fedcba9876543210fedcba9876543210";
    private static final Map<String, String> ATTACHMENT = Map.of(
            "table", "sys_attachment",
            "sys_id", ATTACHED,
            "table_name", "incident",
            "table_sys_id", SYS_ID,
            "file_name", "the customer's secret.pdf",
            "sys_mod_count", "0",
            "sys_created_on", "2026-11-23 09:00:00",
            "sys_updated_by", "zo\u00eb");
    private static final EventSignature OURS = new EventSignature(List.of(new EventKey("k1", ServiceNowInstance.KEY)));

    private ServiceNowInstance instance;

    @BeforeEach
    void layOut(@TempDir Path folder) {
        instance = new ServiceNowInstance(folder);
    }

    /** ServiceNow documentation, "CertificateEncryption - Scoped": the key and the data of its example. */
    @Test
    void the_mac_is_that_of_the_published_vector() {
        String key = Base64.getEncoder().encodeToString("sample_key".getBytes(US_ASCII));

        assertThat(instance.call("signature.js", "mac", key, "sample_data")
                        .run()
                        .messages())
                .containsExactly("returned: 4VWUI48lJvmGSF6MYmOVWA9c0hfu55Ur+3e+fUFFFr4=");
    }

    /** Made with {@code openssl dgst -sha256 -mac HMAC -binary | base64}; the vector that ingress is proved with. */
    @Test
    void the_signature_is_the_one_that_was_made_elsewhere() {
        String key = Base64.getEncoder().encodeToString("the new key of 2026".getBytes(US_ASCII));

        assertThat(instance.call("signature.js", "signature", key, "1795336131", "{\"schema\":1}")
                        .run()
                        .messages())
                .containsExactly("returned: v1=9SFSCGOSfAxh2s/pYg+szvg7VNk+7gQkNwWI+i2k+no=");
    }

    @ParameterizedTest
    @CsvSource({"opened, record.opened", "updated, record.updated", "noted, record.journal", "deleted, record.deleted"})
    void what_a_rule_sends_is_proved_and_read(String rule, String type) throws MalformedEvent {
        Tree sent = only(instance.rule(rule, RECORD).run());

        assertThat(proof(sent, START)).isEqualTo(Proof.PROVED);
        assertThat(sent.at("url").text()).isEqualTo("https://api.example/servicenow/events");
        assertThat(RecordEvent.of(body(sent)))
                .isEqualTo(new RecordEvent(
                        "incident:" + SYS_ID + ":3:" + type,
                        RecordHint.Type.of(type),
                        Optional.of(Instant.parse("2026-11-23T09:00:00Z")),
                        "acme",
                        RecordRef.of("incident", SYS_ID)));
    }

    @Test
    void what_the_rule_on_attachments_sends_is_proved_and_read() throws MalformedEvent {
        Tree sent = only(instance.rule("attached", ATTACHMENT).run());

        assertThat(proof(sent, START)).isEqualTo(Proof.PROVED);
        RecordEvent event = RecordEvent.of(body(sent));
        assertThat(event.record()).isEqualTo(RecordRef.of("incident", SYS_ID));
        assertThat(event.attachment()).contains(new SysId(ATTACHED));
        assertThat(event.occurredAt()).contains(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(sent.at("headers", "x-belay-event-id").text())
                .isEqualTo("incident:" + SYS_ID + ":" + ATTACHED + ":record.attached");
    }

    @Test
    void of_a_file_nothing_is_sent_but_which_it_is() throws JsonParserException {
        Tree sent = only(instance.rule("attached", ATTACHMENT).run());

        assertThat(JsonParser.object().from(sent.at("body").text()))
                .containsOnlyKeys(
                        "schema",
                        "instance",
                        "event_id",
                        "type",
                        "occurred_at",
                        "table",
                        "sys_id",
                        "sys_mod_count",
                        "updated_by",
                        "attachment");
    }

    /** Two files of one record are two events, and each waits with its attachment. */
    @Test
    void files_that_were_not_told_of_are_told_of_again() throws MalformedEvent {
        Map<String, String> other = new HashMap<>(ATTACHMENT);
        other.put("sys_id", "0".repeat(32));
        Outcome outcome = instance.answered(503)
                .rule("attached", ATTACHMENT)
                .rule("attached", other)
                .answered(202)
                .minute()
                .run();

        assertThat(outcome.outbox()).isEmpty();
        assertThat(outcome.sent()).hasSize(2 + 1 + 2);
        for (int file = 0; file < 2; file++) {
            Tree first = outcome.sent().get(file);
            Tree again = outcome.sent().get(3 + file);
            assertThat(again.at("body").text()).isEqualTo(first.at("body").text());
            assertThat(RecordEvent.of(body(again)).attachment()).isPresent();
        }
    }

    @Test
    void an_event_of_a_record_that_is_sent_again_names_no_attachment() throws JsonParserException {
        Outcome outcome = instance.answered(503)
                .rule("opened", RECORD)
                .answered(202)
                .minute()
                .run();

        assertThat(JsonParser.object().from(outcome.sent().getLast().at("body").text()))
                .containsKey("updated_by")
                .doesNotContainKey("attachment");
    }

    @Test
    void a_rule_on_attachments_of_a_table_of_ones_own_tells_the_same_by_the_script_include() throws MalformedEvent {
        Map<String, String> row = new HashMap<>(ATTACHMENT);
        row.put("table_name", "u_outage");

        RecordEvent event = RecordEvent.of(
                body(only(instance.include(row, "record.attached").run())));

        assertThat(event.record()).isEqualTo(RecordRef.of("u_outage", SYS_ID));
        assertThat(event.attachment()).contains(new SysId(ATTACHED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record.opened", "record.updated", "record.journal", "record.deleted"})
    void a_rule_on_a_table_of_ones_own_tells_the_same_by_the_script_include(String type) throws MalformedEvent {
        Map<String, String> row = new HashMap<>(RECORD);
        row.put("table", "u_outage");

        Tree sent = only(instance.include(row, type).run());

        assertThat(proof(sent, START)).isEqualTo(Proof.PROVED);
        assertThat(RecordEvent.of(body(sent)).type()).isEqualTo(RecordHint.Type.of(type));
        assertThat(RecordEvent.of(body(sent)).record()).isEqualTo(RecordRef.of("u_outage", SYS_ID));
    }

    @Test
    void a_body_has_only_characters_that_are_one_byte_and_keeps_them_all() throws JsonParserException {
        Tree sent = only(instance.rule("opened", RECORD).run());

        assertThat(sent.at("body").text()).isASCII().contains("zo\\u00eb");
        assertThat(JsonParser.object().from(sent.at("body").text()).getString("updated_by"))
                .isEqualTo("zo\u00eb");
    }

    @Test
    void nothing_in_the_body_is_taken_for_a_variable_and_the_job_is_not_held_up() {
        Tree sent = only(instance.rule("opened", RECORD).run());

        assertThat(sent.at("substitution").text()).isEqualTo("false");
        assertThat(sent.at("timeout").number()).isEqualTo(5000);
        assertThat(sent.at("message").text()).isEqualTo("Belay event");
    }

    /** What an import or a script wrote without its system fields is told of all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"sys_updated_on", "sys_updated_by", "sys_mod_count"})
    void a_system_field_that_is_null_keeps_no_event_back(String missing) throws MalformedEvent {
        Map<String, String> row = new HashMap<>(RECORD);
        row.remove(missing);

        RecordEvent event =
                RecordEvent.of(body(only(instance.rule("opened", row).run())));

        assertThat(event.record()).isEqualTo(RecordRef.of("incident", SYS_ID));
        assertThat(event.occurredAt().orElseThrow()).isBetween(Instant.parse("2026-11-23T09:00:00Z"), START);
    }

    @Test
    void the_instances_name_is_read_when_it_is_sent_so_that_a_clone_says_who_it_is() throws MalformedEvent {
        Outcome outcome = instance.answered(503)
                .rule("opened", RECORD)
                .property("instance_name", "acmetest")
                .answered(202, 403)
                .minute()
                .run();

        assertThat(RecordEvent.of(body(outcome.sent().getLast())).instance()).isEqualTo("acmetest");
        assertThat(outcome.outbox()).singleElement().satisfies(row -> {
            assertThat(row.at("said").text()).isEqualTo("status 403");
            assertThat(row.at("attempts").number()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "401, status 401",
        "403, status 403",
        "404, status 404",
        "429, status 429",
        "503, status 503",
        "0, no answer"
    })
    void what_was_not_taken_waits_and_is_sent_again_freshly_signed(int status, String said) throws MalformedEvent {
        Outcome refused = instance.answered(status).rule("opened", RECORD).run();
        assertThat(refused.outbox()).singleElement().satisfies(row -> {
            assertThat(row.at("said").text()).isEqualTo(said);
            assertThat(row.at("event_id").text()).isEqualTo("incident:" + SYS_ID + ":3:record.opened");
        });
        assertThat(refused.errors())
                .containsExactly("Belay did not take incident:" + SYS_ID + ":3:record.opened: " + said);
    }

    @Test
    void what_waits_goes_out_with_the_first_heartbeat_that_is_taken() throws MalformedEvent {
        Outcome outcome = instance.answered("none")
                .rule("opened", RECORD)
                .minute()
                .answered(202)
                .minute()
                .run();

        assertThat(outcome.sent())
                .extracting(sent -> sent.at("url").text().replaceAll(".*/", ""))
                .containsExactly("events", "heartbeat", "heartbeat", "events");
        Tree again = outcome.sent().getLast();
        assertThat(proof(again, START.plus(Duration.ofMinutes(2)))).isEqualTo(Proof.PROVED);
        assertThat(again.at("headers", EventSignature.TIMESTAMP_HEADER).text())
                .isEqualTo(Long.toString(START.getEpochSecond() + 120));
        assertThat(RecordEvent.of(body(again)))
                .isEqualTo(RecordEvent.of(body(outcome.sent().getFirst())));
        assertThat(outcome.outbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void what_will_never_be_taken_does_not_wait(int status) {
        Outcome outcome = instance.answered(status).rule("updated", RECORD).run();

        assertThat(outcome.outbox()).isEmpty();
        assertThat(outcome.errors()).singleElement().asString().endsWith("status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_belay_chat.endpoint", "x_belay_chat.event.credential"})
    void what_happens_before_the_set_up_is_complete_waits(String property) {
        Outcome outcome = instance.property(property, "").rule("opened", RECORD).run();

        assertThat(outcome.sent()).isEmpty();
        assertThat(outcome.outbox()).hasSize(1);
        assertThat(outcome.errors()).singleElement().asString().contains("the property " + property);
    }

    /** One that is refused again and again goes behind the others, and a run that meets three ends. */
    @Test
    void an_event_that_is_never_taken_is_in_the_way_of_no_other() {
        instance.answered(503);
        for (int record = 0; record < 5; record++) {
            instance.rule("opened", numbered(record));
        }
        Outcome outcome = instance.answered(202, 500, 500, 500)
                .minute()
                .answered(202, 202, 202, 500, 202, 202)
                .minute()
                .run();

        assertThat(outcome.outbox())
                .singleElement()
                .satisfies(row -> assertThat(row.at("attempts").number()).isEqualTo(3));
        assertThat(outcome.sent()).hasSize(5 + 1 + 3 + 1 + 5);
    }

    @Test
    void a_run_ends_before_the_next_heartbeat_is_due_and_the_next_one_goes_on() {
        instance.answered(503);
        for (int record = 0; record < 30; record++) {
            instance.rule("opened", numbered(record));
        }
        Outcome outcome = instance.answered(202)
                .slow(Duration.ofSeconds(4))
                .minute()
                .minute()
                .run();

        assertThat(outcome.outbox()).hasSize(30 - 2 * 10);
        assertThat(outcome.sent()).hasSize(30 + 2 * (1 + 10));
    }

    /** Half of it the secret is still empty (503), half of it the key is a wrong one (401). */
    @Test
    void a_set_up_of_belay_that_takes_a_day_loses_nothing() throws MalformedEvent {
        int hours = 24;
        for (int hour = 0; hour < hours; hour++) {
            instance.answered(hour < hours / 2 ? 503 : 401)
                    .rule("opened", numbered(hour))
                    .minute()
                    .later(Duration.ofHours(1));
        }
        Outcome outcome = instance.answered(202).minute().run();

        assertThat(outcome.outbox()).isEmpty();
        assertThat(outcome.sent()).hasSize(hours + hours + 1 + hours);
        Set<String> taken = new HashSet<>();
        for (Tree sent : outcome.sent().subList(2 * hours + 1, 3 * hours + 1)) {
            assertThat(proof(sent, START.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(hours + 1))))
                    .isEqualTo(Proof.PROVED);
            taken.add(RecordEvent.of(body(sent)).record().sysId().value());
        }
        assertThat(taken).hasSize(hours);
    }

    @Test
    void what_waited_for_three_days_is_sent_once_more() {
        Outcome outcome = instance.answered(503)
                .rule("opened", RECORD)
                .later(Duration.ofDays(4))
                .answered(202)
                .minute()
                .run();

        assertThat(outcome.outbox()).isEmpty();
        assertThat(outcome.sent()).hasSize(1 + 1 + 1);
        assertThat(outcome.errors()).as("of the first time alone").hasSize(1);
    }

    @Test
    void what_waited_for_three_days_and_is_refused_once_more_is_given_up_with_a_line_in_the_log() {
        Outcome outcome = instance.answered(503)
                .rule("opened", RECORD)
                .later(Duration.ofDays(3))
                .answered(202, 500)
                .minute()
                .run();

        assertThat(outcome.outbox()).isEmpty();
        assertThat(outcome.sent()).hasSize(1 + 1 + 1);
        assertThat(outcome.errors())
                .last()
                .isEqualTo("Belay did not take incident:" + SYS_ID
                        + ":3:record.opened for 3 days: status 500; it is not sent again");
    }

    /** A clone, whose stack is another's, and an instance whose Belay is gone: a week loses nothing, and the table has an end. */
    @ParameterizedTest
    @CsvSource({"29, 1", "30, 0"})
    void while_no_heartbeat_is_taken_what_waits_is_kept_for_thirty_days(int days, int kept) {
        Outcome outcome = instance.answered(403)
                .rule("opened", RECORD)
                .later(Duration.ofDays(days))
                .minute()
                .run();

        assertThat(outcome.outbox()).hasSize(kept);
        assertThat(outcome.errors())
                .filteredOn(said -> said.equals("Belay has heard nothing for 30 days; 1 events are not sent any more"))
                .hasSize(1 - kept);
    }

    @Test
    void each_minute_a_heartbeat_is_proved_and_read() throws MalformedEvent {
        Tree sent = only(instance.minute().run());

        assertThat(sent.at("url").text()).isEqualTo("https://api.example/servicenow/heartbeat");
        assertThat(proof(sent, START.plus(Duration.ofMinutes(1)))).isEqualTo(Proof.PROVED);
        assertThat(Heartbeat.of(body(sent))).isEqualTo(new Heartbeat("acme"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, 'status 401: the key or its id differs'",
        "403, 'status 403: the stack expects events of another instance'",
        "404, 'status 404: the property x_belay_chat.endpoint'",
        "503, 'status 503: Belay is not set up yet'",
        "0, 'no answer came: see whether this instance may reach'"
    })
    void the_test_button_says_what_is_wrong_and_what_to_do(int status, String said) {
        Outcome outcome =
                instance.answered(status).call("heartbeat.js", "sendTest").run();

        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .startsWith("error: Belay did not take the test event: " + said);
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void the_test_button_says_that_all_is_well() {
        Outcome outcome = instance.call("heartbeat.js", "sendTest").run();

        assertThat(outcome.messages()).containsExactly("info: Belay took the test event.");
        assertThat(proof(only(outcome), START)).isEqualTo(Proof.PROVED);
    }

    private static Map<String, String> numbered(int number) {
        Map<String, String> row = new HashMap<>(RECORD);
        row.put("sys_id", "%032x".formatted(number));
        return row;
    }

    private static Tree only(Outcome outcome) {
        assertThat(outcome.sent()).hasSize(1);
        return outcome.sent().getFirst();
    }

    private static byte[] body(Tree sent) {
        return sent.at("body").text().getBytes(UTF_8);
    }

    private static Proof proof(Tree sent, Instant now) {
        SignedRequest request = new SignedRequest(
                sent.at("headers", EventSignature.TIMESTAMP_HEADER).text(),
                sent.at("headers", EventSignature.SIGNATURE_HEADER).text(),
                body(sent));
        return OURS.prove(
                request, sent.at("headers", EventSignature.KEY_ID_HEADER).text(), now.getEpochSecond());
    }
}
