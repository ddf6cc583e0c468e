package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.event.Press;
import dev.belay.event.TeamEvent;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.CommandCodec;
import dev.belay.events.DeletionCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MarkingCodec;
import dev.belay.events.PressCodec;
import dev.belay.events.TeamEventCodec;
import dev.belay.message.ChatMessage;
import dev.belay.message.Marking;
import dev.belay.message.Tombstone;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door to Teams does with what it lets in. */
class TeamsDoorTest {
    private final TeamsIngress teams = new TeamsIngress("slack,teams");

    @AfterEach
    void stop() {
        teams.close();
    }

    @Test
    void a_pressed_submit_is_stored_and_answered_with_nothing() {
        Ingress.Reply reply = teams.send(TeamsIngress.submit());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        Press press = press();
        assertThat(press.button().action()).isEqualTo("ack");
        assertThat(press.acceptedAt()).isEqualTo(TeamsIngress.NOW);
        JsonObject message = teams.ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/teams-actions.fifo");
        assertThat(message.getString("MessageGroupId"))
                .isEqualTo(PressCodec.write(press).groupId());
    }

    @Test
    void a_pressed_execute_is_stored_and_answered_with_a_sentence_that_promises_nothing() throws JsonParserException {
        Ingress.Reply reply = teams.send(TeamsIngress.execute());
        assertThat(press().button().action()).isEqualTo("ack");
        assertThat(reply.headers().getString("content-type")).isEqualTo("application/json");
        assertThat(inside(reply))
                .isEqualTo(JsonParser.object()
                        .from("{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                                + "\"value\":\"Passed on. The card will show what came of it.\"}"));
    }

    @Test
    void an_installation_is_stored_for_those_who_look_after_records() {
        assertThat(teams.send(TeamsIngress.installation()).status()).isEqualTo(200);
        JsonObject message = teams.ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/teams-records.fifo");
        assertThat(TeamEventCodec.read(message.getString("MessageBody")).kind())
                .isEqualTo(TeamEvent.Kind.APP_INSTALLED);
    }

    @ParameterizedTest
    @CsvSource({"/teams/messages, 200", "/api/messages, 200", "/teams/messages/, 404", "/api, 404"})
    void it_is_where_clients_for_bots_look_too(String path, int status) {
        String body = JsonWriter.string(TeamsIngress.submit());
        assertThat(teams.ingress
                        .send(teams.event(path, TeamsIngress.token(), body))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void the_same_activity_again_is_the_same_message_again() {
        teams.send(TeamsIngress.execute());
        teams.ingress.clock.advance(Duration.ofMillis(900));
        teams.send(TeamsIngress.execute());
        assertThat(teams.ingress.aws.messages)
                .extracting(message -> message.getString("MessageDeduplicationId"))
                .hasSize(2)
                .containsOnly(PressCodec.write(press()).deduplicationId());
    }

    /** The queue passes it on after the window; the worker knows it by its press id and does it once. */
    @Test
    void the_same_activity_much_later_is_the_same_press() {
        teams.send(TeamsIngress.execute());
        teams.ingress.clock.advance(Duration.ofSeconds(30));
        teams.send(TeamsIngress.execute());
        assertThat(teams.ingress.aws.messages)
                .extracting(message ->
                        PressCodec.read(message.getString("MessageBody")).pressId())
                .hasSize(2)
                .containsOnly(press().pressId());
    }

    @Test
    void a_button_that_asks_first_is_answered_with_its_dialog_and_nothing_is_stored() throws JsonParserException {
        JsonObject task = inside(teams.send(dialog("task/fetch", null))).getObject("task");
        assertThat(task.getString("type")).isEqualTo("continue");
        JsonObject card = task.getObject("value").getObject("card").getObject("content");
        assertThat(card.getArray("body").getObject(0).getString("id")).isEqualTo("input_to");
        assertThat(card.getArray("actions").getObject(0).getObject("data"))
                .containsEntry("action", "hand-over")
                .containsEntry("message", "1795336194433");
        assertThat(teams.ingress.aws.messages).isEmpty();
    }

    @Test
    void what_is_entered_in_a_dialog_is_stored_and_the_dialog_closes() {
        Ingress.Reply reply = teams.send(dialog("task/submit", "00000000-0000-0000-0000-0000000000021"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(press().input().one("to")).contains("00000000-0000-0000-0000-0000000000021");
        assertThat(press().place().message()).isEqualTo("1795336194433");
    }

    @Test
    void what_is_missing_or_cannot_be_taken_is_said_in_the_dialog_with_what_was_entered() throws JsonParserException {
        JsonObject asked =
                inside(teams.send(dialog("task/submit", ""))).getObject("task").getObject("value");
        assertThat(asked.getObject("card")
                        .getObject("content")
                        .getArray("body")
                        .getObject(0)
                        .getString("text"))
                .isEqualTo("Please fill this in.");
        assertThat(teams.ingress.aws.messages).isEmpty();
        teams.ingress.aws.queuesFail = true;
        JsonObject kept = inside(teams.send(dialog("task/submit", "somebody")))
                .getObject("task")
                .getObject("value");
        assertThat(JsonWriter.string(kept)).contains("This cannot be taken now").contains("\"value\":\"somebody\"");
    }

    private static JsonObject dialog(String name, @Nullable String to) {
        JsonObject activity = TeamsIngress.execute();
        activity.put("name", name);
        JsonObject data = activity.getObject("value").getObject("action").getObject("data");
        data.put("action", "hand-over");
        if (to != null) {
            data.put("input_to", to);
            data.put("message", activity.getString("replyToId"));
        }
        activity.getObject("value").put("data", data);
        return activity;
    }

    @ParameterizedTest
    @ValueSource(strings = {"task/fetch", "composeExtension/query", "adaptiveCard/action", "whatever/comes"})
    void an_invoke_that_is_not_for_us_is_answered_as_an_invoke(String name) throws JsonParserException {
        JsonObject activity = TeamsIngress.execute();
        activity.put("name", name);
        activity.getObject("value").getObject("action").remove("data");
        Ingress.Reply reply = teams.send(activity);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(inside(reply).getInt("statusCode")).isEqualTo(200);
        assertThat(teams.ingress.aws.messages).isEmpty();
    }

    @Test
    void a_command_is_stored_and_answered_with_nothing() {
        Ingress.Reply reply = teams.send(written("postmortem INC0010023 https://wiki.acme.example/x"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        JsonObject message = teams.ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/teams-actions.fifo");
        assertThat(CommandCodec.read(message.getString("MessageBody")).number().value())
                .isEqualTo("INC0010023");
    }

    @Test
    void a_command_in_a_channel_may_have_files_which_are_stored_first() throws JsonParserException {
        assertThat(teams.send(mentioning("postmortem INC0010023 https://wiki.acme.example/x"))
                        .status())
                .isEqualTo(200);
        assertThat(teams.ingress.aws.messages)
                .extracting(message -> message.getString("QueueUrl"))
                .containsExactly("https://sqs/files", "https://sqs/teams-actions.fifo");
    }

    @Test
    void other_words_to_us_in_a_channel_are_stored_as_a_message_and_as_the_answer_to_them() throws JsonParserException {
        assertThat(teams.send(mentioning("good morning")).status()).isEqualTo(200);
        assertThat(teams.ingress.aws.messages)
                .extracting(message -> message.getString("QueueUrl"))
                .containsExactly(
                        "https://sqs/teams-messages.fifo", "https://sqs/files", "https://sqs/teams-actions.fifo");
        assertThat(teams.ingress.aws.messages.getFirst().getString("MessageBody"))
                .contains("good morning");
    }

    private static JsonObject mentioning(String words) throws JsonParserException {
        JsonObject activity = written("<at>Belay</at> " + words);
        activity.getObject("conversation").put("conversationType", "channel");
        JsonObject entity = JsonParser.object().from("{\"type\":\"mention\",\"text\":\"<at>Belay</at>\"}");
        entity.put("mentioned", activity.getObject("recipient"));
        activity.put("entities", JsonArray.from(entity));
        return activity;
    }

    @Test
    void other_words_are_stored_as_the_answer_to_them() {
        assertThat(teams.send(written("hello")).status()).isEqualTo(200);
        String body = teams.ingress.aws.messages.getFirst().getString("MessageBody");
        assertThat(LateAnswerCodec.read(body).answer().sentence()).startsWith("This attaches a postmortem");
        assertThat(body).doesNotContain("hello");
    }

    /** Nobody knows yet whether it will be a work note. */
    @Test
    void who_asks_that_a_message_be_recorded_is_promised_nothing_but_an_answer() throws JsonParserException {
        JsonObject activity =
                command("{\"user\":{\"id\":\"00000000-0000-0000-0000-000000000077\",\"displayName\":\"Jane\"}}");
        JsonObject task = inside(teams.send(activity)).getObject("task");
        assertThat(task.getString("value")).isEqualTo("Passed on. You are told what became of it.");
        JsonObject message = teams.ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/teams-messages.fifo");
        assertThat(MarkingCodec.read(message.getString("MessageBody")).message().id())
                .isEqualTo("1795336200000");
    }

    @Test
    void who_asks_for_what_no_person_wrote_is_told_so_at_once() throws JsonParserException {
        JsonObject task =
                inside(teams.send(command("{\"application\":{\"id\":\"x\"}}"))).getObject("task");
        assertThat(task.getString("value")).isEqualTo(Marking.OF_NO_PERSON);
        assertThat(teams.ingress.aws.messages).isEmpty();
    }

    private static JsonObject command(String from) throws JsonParserException {
        JsonObject activity = TeamsIngress.execute();
        activity.put("name", "composeExtension/submitAction");
        activity.put(
                "value",
                JsonParser.object()
                        .from("{\"commandId\":\"record\",\"messagePayload\":{\"id\":\"1795336200000\",\"from\":" + from
                                + ",\"body\":{\"content\":\"<p>so</p>\"}}}"));
        return activity;
    }

    @Test
    void what_people_write_to_each_other_is_answered_with_nothing_and_stored_for_whom_it_may_concern() {
        JsonObject activity = written("postmortem INC0010023 https://wiki.acme.example/x");
        activity.getObject("conversation").put("conversationType", "channel");
        assertThat(teams.send(activity).status()).isEqualTo(200);
        JsonObject message = teams.ingress.aws.messages.getFirst();
        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/teams-messages.fifo");
        assertThat(ChatMessageCodec.read(message.getString("MessageBody")).kind())
                .isEqualTo(ChatMessage.Kind.WRITTEN);
        JsonObject files = teams.ingress.aws.messages.getLast();
        assertThat(files.getString("QueueUrl")).isEqualTo("https://sqs/files");
        assertThat(files.getString("MessageBody")).doesNotContain("wiki.acme.example");
    }

    @Test
    void a_deletion_is_told_in_line_and_beside_it_and_its_being_undone_in_line() {
        JsonObject activity = written("");
        activity.put("type", "messageDelete");
        activity.put("id", "1795336200000");
        activity.getObject("conversation").put("conversationType", "channel");
        activity.getObject("channelData").put("eventType", "softDeleteMessage");
        assertThat(teams.send(activity).status()).isEqualTo(200);
        assertThat(teams.ingress.aws.messages)
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.getString("QueueUrl")).isEqualTo("https://sqs/teams-messages.fifo"))
                .extracting(message -> message.getString("MessageGroupId"))
                .doesNotHaveDuplicates();
        Tombstone tombstone = DeletionCodec.read(
                        teams.ingress.aws.messages.getFirst().getString("MessageBody"))
                .tombstone();
        assertThat(tombstone.message()).isEqualTo("1795336200000");
        assertThat(tombstone.isFinal()).isFalse();
        activity.put("type", "messageUpdate");
        activity.getObject("channelData").put("eventType", "undeleteMessage");
        assertThat(teams.send(activity).status()).isEqualTo(200);
        assertThat(teams.ingress.aws.messages).hasSize(3);
        assertThat(ChatMessageCodec.read(teams.ingress.aws.messages.getLast().getString("MessageBody"))
                        .kind())
                .isEqualTo(ChatMessage.Kind.RESTORED);
    }

    private static JsonObject written(String text) {
        JsonObject activity = TeamsIngress.submit();
        activity.remove("value");
        activity.put("text", text);
        return activity;
    }

    @Test
    void a_malformed_invoke_is_told_so_inside_of_a_200_and_all_else_by_a_400() throws JsonParserException {
        JsonObject invoke = TeamsIngress.execute();
        invoke.getObject("value").getObject("action").getObject("data").put("sys_id", "short");
        Ingress.Reply reply = teams.send(invoke);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(inside(reply).getInt("statusCode")).isEqualTo(400);
        assertThat(inside(reply).getString("type")).isEqualTo("application/vnd.microsoft.error");
        assertThat(inside(reply).getObject("value")).containsOnlyKeys("code", "message");
        JsonObject message = TeamsIngress.submit();
        message.getObject("value").put("sys_id", "short");
        assertThat(teams.send(message).status()).isEqualTo(400);
        assertThat(teams.ingress
                        .send(teams.event("/teams/messages", TeamsIngress.token(), "{"))
                        .status())
                .isEqualTo(400);
        assertThat(teams.ingress.aws.messages).isEmpty();
    }

    @Test
    void a_queue_that_cannot_take_it_is_a_500_inside_of_an_invoke_and_else_a_503() throws JsonParserException {
        teams.ingress.aws.queuesFail = true;
        Ingress.Reply reply = teams.send(TeamsIngress.execute());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(inside(reply).getInt("statusCode")).isEqualTo(500);
        assertThat(inside(reply).getString("type")).isEqualTo("application/vnd.microsoft.error");
        assertThat(teams.send(TeamsIngress.submit()).status()).isEqualTo(503);
        assertThat(teams.send(TeamsIngress.installation()).status()).isEqualTo(503);
        assertThat(teams.ingress.outcomes()).allMatch(line -> line.contains("\"level\":\"ERROR\""));
    }

    @Test
    void size_comes_before_the_token_and_the_token_before_form() {
        String large = "x".repeat(256 * 1024 + 1);
        assertThat(teams.ingress.send(teams.event("/teams/messages", "", large)).status())
                .isEqualTo(413);
        assertThat(teams.ingress.send(teams.event("/teams/messages", "", "{")).status())
                .isEqualTo(401);
    }

    @Test
    void the_log_tells_what_became_of_it_and_nothing_of_what_it_said() {
        teams.send(TeamsIngress.execute());
        teams.send("Bearer x.y.z", TeamsIngress.execute());
        JsonObject malformed = TeamsIngress.submit();
        malformed.getObject("value").put("sys_id", "a-secret-of-theirs");
        teams.send(malformed);
        assertThat(teams.ingress.outcomes())
                .containsExactly(
                        "{\"level\":\"INFO\",\"service\":\"ingress\",\"correlation_id\":\"the-request\",\"route\":\"teams\","
                                + "\"status\":200,\"outcome\":\"stored\",\"reason\":\"ack\",\"millis\":0}",
                        "{\"level\":\"WARN\",\"service\":\"ingress\",\"correlation_id\":\"the-request\",\"route\":\"teams\","
                                + "\"status\":401,\"outcome\":\"refused\",\"reason\":\"NOT_A_TOKEN\",\"millis\":0}",
                        "{\"level\":\"WARN\",\"service\":\"ingress\",\"correlation_id\":\"the-request\",\"route\":\"teams\","
                                + "\"status\":400,\"outcome\":\"refused\","
                                + "\"reason\":\"the button's table or sys_id is not one\",\"millis\":0}");
    }

    @Test
    void what_is_proved_and_mutated_never_breaks_it() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String token = TeamsIngress.token();
        for (JsonObject recorded :
                new JsonObject[] {TeamsIngress.submit(), TeamsIngress.execute(), TeamsIngress.installation()}) {
            String body = JsonWriter.string(recorded);
            for (int i = 0; i < 700; i++) {
                String mutated = Mutation.of(body, random);
                Ingress.Reply reply = teams.ingress.send(teams.event("/teams/messages", token, mutated));
                assertThat(reply.status())
                        .as("seed %d, round %d, %s", seed, i, mutated)
                        .isIn(200, 400, 401, 403);
            }
        }
        assertThat(teams.ingress.log()).doesNotContain("ERROR");
    }

    @Test
    void a_mutated_token_never_gets_in() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String token = TeamsIngress.token();
        String body = JsonWriter.string(TeamsIngress.submit());
        for (int i = 0; i < 1_500; i++) {
            String mutated = Mutation.of(token, random);
            Ingress.Reply reply = teams.ingress.send(teams.event("/teams/messages", mutated, body));
            assertThat(reply.status())
                    .as("seed %d, round %d, %s", seed, i, mutated)
                    .isEqualTo(isSame(token, mutated) ? 200 : 401);
        }
    }

    /** The scheme has no case, blanks around the token do not matter, and the last digit has bits that say nothing. */
    private static boolean isSame(String token, String mutated) {
        return mutated.length() > 7
                && mutated.substring(0, 7).equalsIgnoreCase("Bearer ")
                && means(mutated.substring(7).strip()).equals(means(token.substring(7)));
    }

    private static String means(String token) {
        int end = token.lastIndexOf('.') + 1;
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(end));
            return token.substring(0, end) + HexFormat.of().formatHex(signature);
        } catch (IllegalArgumentException e) {
            return token;
        }
    }

    @Test
    void where_a_platform_is_not_one_its_routes_are_not_there() {
        try (TeamsIngress alone = new TeamsIngress("teams");
                Ingress slack = new Ingress("slack")) {
            JsonObject event =
                    teams.event("/teams/messages", TeamsIngress.token(), JsonWriter.string(TeamsIngress.submit()));
            assertThat(slack.send(event).status()).isEqualTo(404);
            assertThat(alone.ingress.send(event).status()).isEqualTo(200);
            assertThat(alone.ingress.send(Ingress.recorded("block_actions_ack")).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"teams, BELAY_SLACK_", "slack, BELAY_TEAMS_"})
    void what_a_platform_needs_is_needed_only_where_it_is_one(String platform, String others) {
        teams.ingress.environment.put("BELAY_PLATFORMS", platform);
        teams.ingress.environment.keySet().removeIf(name -> name.startsWith(others));
        IngressSettings settings = IngressSettings.of(teams.ingress.environment::get);
        assertThat(settings.teams() == null).isEqualTo(platform.equals("slack"));
        assertThat(settings.slackSecretArn() == null).isEqualTo(platform.equals("teams"));
    }

    @ParameterizedTest
    @CsvSource({
        "BELAY_TEAMS_CLOUD, moon",
        "BELAY_TEAMS_TENANTS, 'a,'",
        "BELAY_TEAMS_OPENID_URL, http://login.example.com/",
        "BELAY_TEAMS_OPENID_URL, 'not an address'",
        "BELAY_TEAMS_SERVICE_HOSTS, ','"
    })
    void a_wrong_setting_stops_the_start_and_is_named(String name, String value) {
        teams.ingress.environment.put(name, value);
        assertThatThrownBy(() -> IngressSettings.of(teams.ingress.environment::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the environment variable " + name + " is wrong: ");
    }

    @Test
    void a_cloud_brings_what_is_not_set() {
        teams.ingress.environment.remove("BELAY_TEAMS_OPENID_URL");
        teams.ingress.environment.put("BELAY_TEAMS_SERVICE_HOSTS", " ");
        teams.ingress.environment.put("BELAY_TEAMS_CLOUD", "gcc-high");
        TeamsDoorSettings settings = TeamsDoorSettings.of(teams.ingress.environment::get);
        assertThat(settings.issuer()).isEqualTo("https://api.botframework.us");
        assertThat(settings.metadata()).hasHost("login.botframework.azure.us");
        assertThat(settings.hosts().hosts()).containsExactly("smba.infra.gov.teams.microsoft.us");
    }

    private Press press() {
        return PressCodec.read(teams.ingress.aws.messages.getFirst().getString("MessageBody"));
    }

    private static JsonObject inside(Ingress.Reply reply) throws JsonParserException {
        return JsonParser.object().from(reply.body());
    }
}
