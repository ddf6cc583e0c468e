package dev.belay.infra;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.event.RecordHint;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.protocol.EventKey;
import dev.belay.servicenow.protocol.EventSignature;
import dev.belay.servicenow.protocol.MalformedEvent;
import dev.belay.servicenow.protocol.RecordEvent;
import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that is installed in ServiceNow sends what ingress proves and reads. */
@Requires(Tool.NODE)
final class BelayEventsTest {
    private static final long NOW = Instant.parse("2026-11-23T09:00:01Z").getEpochSecond();
    private static final EventSignature OURS =
            new EventSignature(List.of(new EventKey("k1", "sample key of 16 bytes or more".getBytes(UTF_8))));

    @ParameterizedTest
    @ValueSource(strings = {"record.opened", "record.updated", "record.journal", "record.deleted"})
    void what_the_rule_sends_is_proved_and_read(String type)
            throws IOException, InterruptedException, JsonParserException, MalformedEvent {
        Tree sent = sent(type, "INC0010023");
        byte[] body = sent.at("body").text().getBytes(US_ASCII);

        SignedRequest request = new SignedRequest(
                header(sent, EventSignature.TIMESTAMP_HEADER), header(sent, EventSignature.SIGNATURE_HEADER), body);
        assertThat(OURS.prove(request, header(sent, EventSignature.KEY_ID_HEADER), NOW))
                .isEqualTo(Proof.PROVED);
        assertThat(RecordEvent.of(body))
                .isEqualTo(new RecordEvent(
                        "incident:0123456789abcdef0123456789abcdef:3:" + type,
                        RecordHint.Type.of(type),
                        Optional.of(Instant.parse("2026-11-23T09:00:00Z")),
                        "acme",
                        RecordRef.of("incident", "0123456789abcdef0123456789abcdef")));
    }

    @Test
    void what_the_rule_on_attachments_sends_is_proved_and_read()
            throws IOException, InterruptedException, JsonParserException, MalformedEvent {
        Tree sent = sent("record.attached", "INC0010023");
        byte[] body = sent.at("body").text().getBytes(US_ASCII);

        SignedRequest request = new SignedRequest(
                header(sent, EventSignature.TIMESTAMP_HEADER), header(sent, EventSignature.SIGNATURE_HEADER), body);
        assertThat(OURS.prove(request, header(sent, EventSignature.KEY_ID_HEADER), NOW))
                .isEqualTo(Proof.PROVED);
        RecordEvent event = RecordEvent.of(body);
        assertThat(event.record()).isEqualTo(RecordRef.of("incident", "0123456789abcdef0123456789abcdef"));
        assertThat(event.attachment()).contains(new SysId("fedcba9876543210fedcba9876543210"));
    }

    @Test
    void a_body_has_only_characters_that_are_one_byte() throws IOException, InterruptedException, JsonParserException {
        assertThat(sent("record.opened", "INC0010023").at("body").text())
                .isASCII()
                .contains("zo\\u00eb");
    }

    @Test
    void nothing_in_the_body_is_taken_for_a_variable_and_the_job_is_not_held_up()
            throws IOException, InterruptedException, JsonParserException {
        Tree sent = sent("record.opened", "INC0010023");

        assertThat(sent.at("substitution").text()).isEqualTo("false");
        assertThat(sent.at("timeout").number()).isEqualTo(5000);
        assertThat(sent.at("error").isThere()).isFalse();
    }

    @Test
    void an_event_that_was_not_taken_is_logged_with_its_id_and_number()
            throws IOException, InterruptedException, JsonParserException {
        assertThat(sent("record.opened", "INC0000401").at("error").text())
                .isEqualTo("Belay did not take incident:0123456789abcdef0123456789abcdef:3:record.opened"
                        + " of INC0000401: status 401");
    }

    private static @Nullable String header(Tree sent, String name) {
        return sent.at("headers", name).text();
    }

    /** What an import or a script wrote without its system fields is told of all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"sys_updated_on", "sys_updated_on,sys_created_on", "sys_updated_by", "sys_mod_count"})
    void a_system_field_that_is_missing_keeps_no_event_back(String missing)
            throws IOException, InterruptedException, JsonParserException, MalformedEvent {
        RecordEvent event = RecordEvent.of(
                sent("record.opened", "INC0010023", missing).at("body").text().getBytes(US_ASCII));
        assertThat(event.record()).isEqualTo(RecordRef.of("incident", "0123456789abcdef0123456789abcdef"));
        assertThat(event.occurredAt().orElseThrow())
                .isBetween(Instant.parse("2026-11-23T09:00:00Z"), Instant.ofEpochSecond(NOW));
    }

    private static Tree sent(String type, String number) throws IOException, InterruptedException, JsonParserException {
        return sent(type, number, "");
    }

    private static Tree sent(String type, String number, String missing)
            throws IOException, InterruptedException, JsonParserException {
        Process node = new ProcessBuilder(
                        "node",
                        "src/test/resources/dev/belay/infra/instance.js",
                        "servicenow/BelayEvents.js",
                        type,
                        number,
                        Long.toString(NOW),
                        missing)
                .redirectErrorStream(true)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(output).isZero();
        return new Tree(JsonParser.object().from(output));
    }
}
