package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.command.Command;
import dev.belay.event.ChannelEvent;
import dev.belay.event.FileEvent;
import dev.belay.event.Press;
import dev.belay.events.ChannelEventCodec;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.CommandCodec;
import dev.belay.events.DeletionCodec;
import dev.belay.events.FileEventCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MarkingCodec;
import dev.belay.events.PressCodec;
import dev.belay.events.ReactionCodec;
import dev.belay.events.TokenEventCodec;
import dev.belay.message.ChatMessage;
import dev.belay.message.Deletion;
import dev.belay.message.Marking;
import dev.belay.message.Reaction;
import dev.belay.message.Tombstone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackDoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Instant RECORDED = Instant.ofEpochSecond(1_795_336_131);

    private static final String COMMAND = "team_id=T01ACME&channel_id=C01GEN&user_id=U01ALICE&api_app_id=A01BELAY"
            + "&command=%2Fbelay&trigger_id=1.2.x&text=postmortem+INC0010023+https%3A%2F%2Fwiki.acme.example%2Fx";

    private final Ingress ingress = new Ingress();

    @AfterEach
    void stop() {
        ingress.close();
    }

    @Test
    void a_recorded_press_is_stored_and_answered_with_nothing() {
        Ingress.Reply reply = ingress.send(Ingress.recorded("block_actions_ack"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        JsonObject message = ingress.aws.messages.getFirst();
        Press press = PressCodec.read(message.getString("MessageBody"));
        assertThat(press.button().action()).isEqualTo("ack");
        assertThat(press.user().id()).isEqualTo("U01ALICE");
        assertThat(press.acceptedAt()).isEqualTo(RECORDED);
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-actions.fifo");
        assertThat(message.getString("MessageGroupId"))
                .isEqualTo(PressCodec.write(press).groupId());
        assertThat(message.getString("MessageDeduplicationId"))
                .isEqualTo(PressCodec.write(press).deduplicationId());
    }

    @ParameterizedTest
    @CsvSource({"block_actions_ack, 1", "block_actions_postmortem, 0", "event_message, 1"})
    void a_recorded_request_passes_at_its_time(String name, int messages) {
        assertThat(ingress.send(Ingress.recorded(name)).status()).isEqualTo(200);
        assertThat(ingress.aws.messages).hasSize(messages);
    }

    /** Which emoji marks a message is a setting, which ingress does not read. */
    @Test
    void a_reaction_waits_beside_the_messages_of_its_channel() {
        String body = """
                {"type":"event_callback","team_id":"T01ACME","event_id":"EvRCT0001","event":{"type":"reaction_added",\
                "user":"U02CAROL","reaction":"memo","item_user":"U01ALICE","item":{"type":"message","channel":"C01GEN",\
                "ts":"1795336131.000002"},"event_ts":"1795336140.000100"}}""";
        assertThat(ingress.send(ingress.slack("application/json", body, Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(200);
        JsonObject message = ingress.aws.messages.getFirst();
        Reaction reaction = ReactionCodec.read(message.getString("MessageBody"));
        assertThat(reaction.by().id()).isEqualTo("U02CAROL");
        assertThat(reaction.emoji()).isEqualTo("memo");
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-messages.fifo");
        assertThat(message.getString("MessageGroupId"))
                .isEqualTo(ReactionCodec.write(reaction).groupId());
    }

    @Test
    void who_asks_that_a_message_be_recorded_waits_for_an_answer() {
        String payload = """
                {"type":"message_action","callback_id":"belay_record","team":{"id":"T01ACME"},"channel":{"id":"C01GEN"},\
                "user":{"id":"U02"},"response_url":"https://hooks.slack.com/app/x","action_ts":"1795336150.1",\
                "message":{"user":"U01","text":"x","ts":"1795336131.000002"}}""";
        asked(payload);
        asked(payload.replace("\"user\":\"U01\"", "\"bot_id\":\"B01\""));
        JsonObject first = ingress.aws.messages.getFirst();
        assertThat(first.getString("QueueUrl")).isEqualTo("https://sqs/slack-messages.fifo");
        assertThat(MarkingCodec.read(first.getString("MessageBody")).by().id()).isEqualTo("U02");
        JsonObject second = ingress.aws.messages.getLast();
        assertThat(second.getString("QueueUrl")).isEqualTo("https://sqs/slack-actions.fifo");
        assertThat(LateAnswerCodec.read(second.getString("MessageBody"))
                        .answer()
                        .sentence())
                .isEqualTo(Marking.OF_NO_PERSON);
    }

    private void asked(String payload) {
        String form = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        assertThat(ingress.send(ingress.slack(FORM, form, Ingress.SLACK_SECRET)).status())
                .isEqualTo(200);
    }

    @Test
    void a_deletion_is_told_in_line_and_beside_it_or_it_is_not_taken() {
        String body = """
                {"type":"event_callback","team_id":"T01ACME","event_id":"EvDEL0001","event":{"type":"message",\
                "subtype":"message_deleted","channel":"C01GEN","channel_type":"channel","ts":"1795336140.000100",\
                "previous_message":{"user":"U01ALICE","text":"swordfish","ts":"1795336131.000002"}}}""";
        JsonObject request = ingress.slack("application/json", body, Ingress.SLACK_SECRET);
        for (String refused : List.of("deleted_message", "chat_message")) {
            ingress.aws.refusedBodies = refused;
            assertThat(ingress.send(request).status()).isEqualTo(503);
        }
        ingress.aws.refusedBodies = "";
        ingress.aws.messages.clear();
        assertThat(ingress.send(request).status()).isEqualTo(200);
        assertThat(ingress.aws.messages)
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-messages.fifo"))
                .extracting(message -> message.getString("MessageGroupId"))
                .doesNotHaveDuplicates();
        Deletion deletion = DeletionCodec.read(ingress.aws.messages.getFirst().getString("MessageBody"));
        assertThat(deletion.tombstone()).isEqualTo(new Tombstone("1795336131.000002", "", false));
        assertThat(ChatMessageCodec.read(ingress.aws.messages.getLast().getString("MessageBody"))
                        .kind())
                .isEqualTo(ChatMessage.Kind.DELETED);
        assertThat(ingress.aws.messages.toString()).doesNotContain("swordfish");
    }

    @Test
    void a_body_in_base64_is_decoded_before_it_is_proved() {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.put("body", Base64.getEncoder().encodeToString(Ingress.bytes(event.getString("body"))));
        event.put("isBase64Encoded", true);
        assertThat(ingress.send(event).status()).isEqualTo(200);
        assertThat(ingress.aws.messages).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Slack-Signature", "X-SLACK-SIGNATURE", "x-slack-signature"})
    void headers_come_in_any_case(String name) {
        JsonObject event = Ingress.recorded("block_actions_ack");
        JsonObject headers = event.getObject("headers");
        headers.put(name, headers.remove("x-slack-signature"));
        headers.put("Content-Type", headers.remove("content-type"));
        assertThat(ingress.send(event).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-300, 200", "300, 200", "301, 401"})
    void the_window_is_five_minutes_in_both_directions(long offset, int status) {
        ingress.clock.advance(Duration.between(ingress.clock.instant(), RECORDED.plusSeconds(offset)));
        assertThat(ingress.send(Ingress.recorded("block_actions_ack")).status()).isEqualTo(status);
        assertThat(ingress.aws.messages).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-slack-signature", "x-slack-request-timestamp"})
    void a_missing_header_is_unauthorized(String header) {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.getObject("headers").remove(header);
        refused(event, 401, "unauthorized");
    }

    @Test
    void another_body_is_unauthorized() {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.put("body", event.getString("body") + "&");
        refused(event, 401, "unauthorized");
    }

    @Test
    void malformed_but_signed_is_malformed() {
        refused(ingress.slack(FORM, "payload=%7B", Ingress.SLACK_SECRET), 400, "malformed");
    }

    @Test
    void malformed_and_not_signed_is_unauthorized() {
        refused(ingress.slack(FORM, "payload=%7B", "another secret"), 401, "unauthorized");
    }

    @Test
    void a_url_verification_is_answered_only_when_signed() {
        String body = "{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}";
        Ingress.Reply reply = ingress.send(ingress.slack("application/json", body, Ingress.SLACK_SECRET));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"challenge\":\"3eZb\"}");
        assertThat(reply.headers().getString("content-type")).isEqualTo("application/json");
        refused(ingress.slack("application/json", body, "another secret"), 401, "unauthorized");
    }

    @Test
    void that_our_token_is_gone_is_stored_for_the_worker_of_records_only_when_signed() {
        String body = """
                {"team_id":"T01ACME","api_app_id":"A01BELAY","event":{"type":"app_uninstalled"},"type":"event_callback",\
                "event_id":"Ev01","event_time":1795336000}""";
        refused(ingress.slack("application/json", body, "another secret"), 401, "unauthorized");

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThat(ingress.send(ingress.slack("application/json", body, Ingress.SLACK_SECRET))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(ingress.aws.messages)
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-records.fifo"))
                .extracting(message -> message.getString("MessageDeduplicationId"))
                .as("which the queue takes once")
                .containsOnly(TokenEventCodec.write(TokenEventCodec.read(
                                ingress.aws.messages.getFirst().getString("MessageBody")))
                        .deduplicationId());
        assertThat(ingress.log()).contains("app_uninstalled");
    }

    @Test
    void what_happened_to_a_channel_is_stored_for_the_worker_of_records_only_when_signed() {
        String body = """
                {"team_id":"T01ACME","api_app_id":"A01BELAY","event":{"type":"channel_archive","channel":"C01INCIDENT",\
                "user":"U01ALICE"},"type":"event_callback","event_id":"Ev02","event_time":1795336000}""";
        refused(ingress.slack("application/json", body, "another secret"), 401, "unauthorized");
        assertThat(ingress.aws.messages).isEmpty();

        assertThat(ingress.send(ingress.slack("application/json", body, Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(200);
        JsonObject message = ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-records.fifo");
        ChannelEvent event = ChannelEventCodec.read(message.getString("MessageBody"));
        assertThat(event.kind()).isEqualTo(ChannelEvent.Kind.ARCHIVED);
        assertThat(event.channel()).isEqualTo("C01INCIDENT");
        assertThat(message.getString("MessageGroupId"))
                .isEqualTo(ChannelEventCodec.write(event).groupId());
        assertThat(ingress.log()).contains("ARCHIVED").doesNotContain("U01ALICE");
    }

    @Test
    void a_message_with_files_is_word_for_the_worker_of_files_too_and_one_without_is_none() {
        String body = """
                {"team_id":"T01ACME","api_app_id":"A01BELAY","event":{"type":"message","subtype":"file_share","channel":"C01INCIDENT",\
                "channel_type":"channel","user":"U01ALICE","ts":"1795336131.000100","text":"see","files":[{"id":"F01"},{"id":"F02"}]},\
                "type":"event_callback","event_id":"Ev03","event_time":1795336000}""";
        assertThat(ingress.send(ingress.slack("application/json", body, Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(200);
        assertThat(ingress.aws.messages.getFirst().getString("QueueUrl")).isEqualTo("https://sqs/slack-messages.fifo");
        JsonObject message = ingress.aws.messages.getLast();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/files");
        assertThat(FileEventCodec.read(message.getString("MessageBody")))
                .isInstanceOfSatisfying(FileEvent.Shared.class, shared -> assertThat(shared.files())
                        .containsExactly("F01", "F02"));
        String without = body.replace("{\"id\":\"F01\"},{\"id\":\"F02\"}", "");
        ingress.send(ingress.slack("application/json", without, Ingress.SLACK_SECRET));
        assertThat(ingress.aws.messages)
                .filteredOn(sent -> sent.getString("QueueUrl").equals("https://sqs/files"))
                .hasSize(1);
    }

    @Test
    void a_command_is_stored_and_answered_to_its_person_alone() {
        Ingress.Reply reply = ingress.send(ingress.slack(FORM, COMMAND, Ingress.SLACK_SECRET));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith("{\"response_type\":\"ephemeral\",\"text\":\"Working on it");
        JsonObject message = ingress.aws.messages.getFirst();
        Command command = CommandCodec.read(message.getString("MessageBody"));
        assertThat(command.number().value()).isEqualTo("INC0010023");
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/slack-actions.fifo");
        assertThat(ingress.log()).doesNotContain("wiki.acme.example", "INC0010023");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "help", "ack+INC0010023", "postmortem+INC0010023", "postmortem+x+https%3A%2F%2Fa.example"})
    void other_words_are_answered_at_once_with_what_to_write_and_not_stored(String words) {
        Ingress.Reply reply = ingress.send(ingress.slack(FORM, "command=%2Fbelay&text=" + words, Ingress.SLACK_SECRET));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"ephemeral\"", "/belay postmortem INC0010023 https://example.com/page")
                .doesNotContain("a.example");
        assertThat(ingress.aws.messages).isEmpty();
    }

    @Test
    void a_forged_command_is_unauthorized() {
        refused(ingress.slack(FORM, COMMAND, "another secret"), 401, "unauthorized");
        assertThat(ingress.aws.messages).isEmpty();
    }

    @Test
    void a_body_over_256_kilobytes_is_too_large_before_anything_is_proved() {
        String largest = "command=x&text=" + "x".repeat(256 * 1024 - 15);
        assertThat(ingress.send(ingress.slack(FORM, largest, Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(200);
        refused(ingress.slack(FORM, largest + "x", Ingress.SLACK_SECRET), 413, "too large");
        refused(ingress.slack(FORM, largest + "x", "another secret"), 413, "too large");
    }

    @Test
    void either_of_two_secrets_proves_during_a_rotation() {
        ingress.aws.secrets.put(
                "arn:slack",
                "{\"signing_secret\":\"new\",\"previous_signing_secret\":\"" + Ingress.SLACK_SECRET + "\"}");
        assertThat(ingress.send(ingress.slack(FORM, "command=x", "new")).status())
                .isEqualTo(200);
        assertThat(ingress.send(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(200);
        refused(ingress.slack(FORM, "command=x", "third"), 401, "unauthorized");
    }

    @Test
    void a_rotated_secret_is_read_again_when_a_signature_fails() {
        assertThat(ingress.send(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(200);
        ingress.aws.secrets.put("arn:slack", "{\"signing_secret\":\"new\"}");
        ingress.clock.advance(Duration.ofSeconds(11));
        assertThat(ingress.send(ingress.slack(FORM, "command=x", "new")).status())
                .isEqualTo(200);
        refused(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET), 401, "unauthorized");
        assertThat(ingress.aws.secretReads).hasValue(2);
    }

    @Test
    void forged_requests_read_the_secret_at_most_once_in_ten_seconds() {
        for (int i = 0; i < 300; i++) {
            refused(ingress.slack(FORM, "command=x", "forged"), 401, "unauthorized");
            ingress.clock.advance(Duration.ofMillis(100));
        }
        assertThat(ingress.aws.secretReads).hasValue(3);
    }

    @Test
    void a_secret_is_read_again_after_five_minutes() {
        ingress.send(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET));
        ingress.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        ingress.send(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET));
        assertThat(ingress.aws.secretReads).hasValue(1);
        ingress.clock.advance(Duration.ofMillis(1));
        ingress.send(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET));
        assertThat(ingress.aws.secretReads).hasValue(2);
    }

    @Test
    void while_secrets_manager_does_not_answer_the_last_secret_proves_for_an_hour() {
        proves(200);
        ingress.aws.secretsDown = true;
        ingress.clock.advance(Duration.ofMinutes(5));
        proves(200);
        int asked = ingress.aws.secretReads.get();
        ingress.clock.advance(Duration.ofSeconds(30).minusMillis(1));
        proves(200);
        assertThat(ingress.aws.secretReads).as("asked again after 30 s only").hasValue(asked);
        assertThat(ingress.log()).containsOnlyOnce("\"LastGoodUsed\":1");
        ingress.clock.advance(Duration.ofMinutes(55).minusSeconds(30));
        proves(200);
        ingress.clock.advance(Duration.ofMillis(1));
        proves(503);
        ingress.aws.secretsDown = false;
        ingress.clock.advance(Duration.ofSeconds(1));
        proves(200);
    }

    @Test
    void a_secret_that_is_refused_is_good_no_more() {
        proves(200);
        ingress.aws.secretsFail = true;
        ingress.clock.advance(Duration.ofMinutes(5));
        proves(503);
        proves(503);
        ingress.clock.advance(Duration.ofSeconds(2));
        proves(503);
    }

    private void proves(int status) {
        assertThat(ingress.send(ingress.slack(FORM, "command=x", Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void without_its_secret_it_is_unavailable_and_asks_once_a_second() {
        ingress.aws.secretsFail = true;
        for (int i = 0; i < 10; i++) {
            refused(Ingress.recorded("block_actions_ack"), 503, "unavailable");
        }
        assertThat(ingress.aws.secretReads).hasValue(1);
        ingress.aws.secretsFail = false;
        ingress.clock.advance(Duration.ofSeconds(1));
        assertThat(ingress.send(Ingress.recorded("block_actions_ack")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"signing_secret\":\"\"}", "{\"signing_secret\":5}"})
    void a_secret_that_is_not_one_lets_nobody_in(String document) {
        ingress.aws.secrets.put("arn:slack", document);
        refused(ingress.slack(FORM, "command=x", "x"), 503, "unavailable");
    }

    @Test
    void a_token_in_the_place_of_the_signing_secret_is_told_as_what_it_is() {
        ingress.clock.advance(Duration.ofHours(2));
        ingress.aws.secrets.put("arn:slack", "{\"signing_secret\":\"xoxb-top-secret\"}");
        refused(ingress.slack(FORM, "command=x", "x"), 503, "unavailable");
        assertThat(ingress.lastLine()).contains("signing_secret is a bot token").doesNotContain("top-secret");
    }

    @Test
    void a_queue_that_cannot_take_it_is_unavailable() {
        ingress.aws.queuesFail = true;
        refused(Ingress.recorded("block_actions_ack"), 503, "unavailable");
        ingress.aws.queuesFail = false;
        assertThat(ingress.send(Ingress.recorded("block_actions_ack")).status()).isEqualTo(200);
        assertThat(ingress.aws.messages).hasSize(1);
    }

    @Test
    void the_log_tells_each_step_of_an_answer_with_its_time() {
        ingress.send(Ingress.recorded("block_actions_ack"));
        String step =
                "{\"timestamp\":\"2026-11-22T08:28:51Z\",\"level\":\"DEBUG\",\"service\":\"ingress\",\"correlation_id\":\"the-request\",\"span\":";
        assertThat(ingress.spans())
                .containsExactly(
                        step + "\"slack\",\"span_kind\":\"verification\",\"span_id\":\"the-request.1\",\"system\":\"\","
                                + "\"duration_ms\":0,\"outcome\":\"PROVED\"}",
                        step
                                + "\"SendMessage slack-actions.fifo\",\"span_kind\":\"call\",\"span_id\":\"the-request.2\","
                                + "\"system\":\"sqs\",\"duration_ms\":0,\"outcome\":\"ok\"}",
                        step + "\"slack\",\"span_kind\":\"request\",\"span_id\":\"the-request.3\",\"system\":\"\","
                                + "\"duration_ms\":0,\"outcome\":\"stored\"}");
    }

    @Test
    void the_log_tells_what_became_of_it_and_nothing_of_what_it_said() {
        ingress.send(Ingress.recorded("block_actions_ack"));
        ingress.send(ingress.slack(FORM, "payload=%7B", Ingress.SLACK_SECRET));
        assertThat(ingress.outcomes())
                .containsExactly(
                        "{\"level\":\"INFO\",\"service\":\"ingress\",\"correlation_id\":\"the-request\",\"route\":\"slack\","
                                + "\"status\":200,\"outcome\":\"stored\",\"reason\":\"ack\",\"millis\":0}",
                        "{\"level\":\"WARN\",\"service\":\"ingress\",\"correlation_id\":\"the-request\",\"route\":\"slack\","
                                + "\"status\":400,\"outcome\":\"refused\","
                                + "\"reason\":\"the body holds no JSON object where one belongs\",\"millis\":0}");
    }

    private void refused(JsonObject event, int status, String error) {
        int before = ingress.aws.messages.size();
        Ingress.Reply reply = ingress.send(event);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(ingress.aws.messages).hasSize(before);
    }
}
