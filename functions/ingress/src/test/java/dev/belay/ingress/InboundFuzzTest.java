package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.command.Command;
import dev.belay.event.ChannelEvent;
import dev.belay.event.FileEvent;
import dev.belay.event.LateAnswer;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.events.ChannelEventCodec;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.CommandCodec;
import dev.belay.events.DeletionCodec;
import dev.belay.events.FileEventCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.PressCodec;
import dev.belay.events.ReactionCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.events.TeamEventCodec;
import dev.belay.fuzz.Enumeration;
import dev.belay.fuzz.FieldMutation;
import dev.belay.message.ChatMessage;
import dev.belay.message.Deletion;
import dev.belay.message.Reaction;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a field of an inbound document is, it is stored, refused or ignored; and what is stored, a worker can read. */
class InboundFuzzTest {
    private static final String EVENT =
            "{\"schema\":1,\"event_id\":\"incident:9d385017c611228701d22104cc95c371:3:record.updated\","
                    + "\"type\":\"record.updated\",\"occurred_at\":\"2026-11-23T12:00:00Z\",\"instance\":\"acme\","
                    + "\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"sys_mod_count\":\"3\","
                    + "\"updated_by\":\"fred\"}";
    private static final String WORDS = "postmortem INC0010023 https://wiki.acme.example/x";
    private static final String RENAMED = "channelRenamed";
    private static final String CHANNEL_EVENT = """
            {"team_id":"T01ACME","api_app_id":"A01BELAY","event":{"type":"%s","channel":%s,"user":"U0BELAY"},\
            "type":"event_callback","event_id":"Ev01","event_time":1795336000,\
            "authorizations":[{"team_id":"T01ACME","user_id":"U0BELAY","is_bot":true}]}""";

    private static final String REACTION = """
            {"team_id":"T01ACME","api_app_id":"A01BELAY","event":{"type":"reaction_added","user":"U02CAROL",\
            "reaction":"memo::skin-tone-2","item_user":"U01ALICE","item":{"type":"message","channel":"C01GEN",\
            "ts":"1795336131.000002","channel_type":"channel"},"event_ts":"1795336140.000100"},"type":"event_callback",\
            "event_id":"EvRCT0001","event_time":1795336140,\
            "authorizations":[{"team_id":"T01ACME","user_id":"U0BELAY","is_bot":true}]}""";

    private static final int DOCUMENTS = Enumeration.asked().of(54_000, 4_500);

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);
    private final TeamsIngress teams = new TeamsIngress("slack,teams");
    private final Ingress ingress = teams.ingress;
    private final String token = TeamsIngress.token();

    @AfterEach
    void stop() {
        teams.close();
    }

    @Test
    void whatever_a_field_is_nothing_breaks_and_what_is_stored_can_be_read() throws JsonParserException {
        System.out.println("seed " + seed + ", " + DOCUMENTS + " documents");
        int stored = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            stored += one(i);
        }
        assertThat(stored).as("seed %d", seed).isGreaterThan(DOCUMENTS / 10);
    }

    private int one(int number) throws JsonParserException {
        JsonObject document = document(number % 14);
        String done = FieldMutation.change(document, random);
        ingress.aws.messages.clear();
        ingress.clearLog();
        JsonObject request = request(number % 14, document);
        Ingress.Reply reply = ingress.send(request);
        String changed = done.substring(0, Math.min(done.length(), 500));
        String what = "seed " + seed + ", document " + number + ": " + changed + ": " + ingress.log();
        assertThat(reply.status()).as(what).isIn(isTooLarge(request) ? List.of(413) : List.of(200, 202, 400, 401, 403));
        assertThat(ingress.log()).as(what).doesNotContain("\"outcome\":\"failed\"", "\"unavailable\"");
        for (JsonObject message : ingress.aws.messages) {
            read(message.getString("MessageBody", ""), what);
        }
        return ingress.aws.messages.isEmpty() ? 0 : 1;
    }

    private static boolean isTooLarge(JsonObject request) {
        return request.getString("body", "").getBytes(StandardCharsets.UTF_8).length > 256 * 1024;
    }

    private JsonObject document(int kind) throws JsonParserException {
        return switch (kind) {
            case 0, 1 -> JsonParser.object().from(EVENT);
            case 2, 3 -> payload();
            case 4 -> TeamsIngress.submit();
            case 5 -> TeamsIngress.execute();
            case 6 -> TeamsIngress.installation();
            case 7 -> renamed();
            case 9 -> words();
            case 10 -> command();
            case 13 -> JsonParser.object().from(REACTION);
            case 11 -> JsonParser.object().from(CHANNEL_EVENT.formatted("member_joined_channel", "\"C01INCIDENT\""));
            case 12 ->
                JsonParser.object()
                        .from(CHANNEL_EVENT.formatted(
                                "channel_rename",
                                "{\"id\":\"C01INCIDENT\",\"name\":\"war-room\",\"created\":1795336000}"));
            default ->
                JsonObject.builder()
                        .value("type", "url_verification")
                        .value("token", "Jhj5dZrVaK7ZwHHjRyZWjbDl")
                        .value("challenge", "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P")
                        .done();
        };
    }

    private static JsonObject payload() throws JsonParserException {
        String form = Ingress.recorded("block_actions_ack").getString("body", "");
        return JsonParser.object().from(URLDecoder.decode(form.substring("payload=".length()), StandardCharsets.UTF_8));
    }

    private static JsonObject words() {
        JsonObject activity = TeamsIngress.submit();
        activity.remove("value");
        activity.put("text", WORDS);
        return activity;
    }

    private static JsonObject command() {
        return JsonObject.builder()
                .value("team_id", "T01ACME")
                .value("channel_id", "C01GEN")
                .value("user_id", "U01ALICE")
                .value("api_app_id", "A01BELAY")
                .value("command", "/belay")
                .value("text", WORDS)
                .value("response_url", "https://hooks.slack.com/commands/1")
                .value("trigger_id", "1.2.x")
                .done();
    }

    private static String form(JsonObject fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonObject renamed() {
        JsonObject activity = TeamsIngress.installation();
        activity.put("type", "conversationUpdate");
        activity.getObject("channelData").put("eventType", RENAMED);
        JsonObject channel = new JsonObject();
        channel.put("id", "19:general@thread.tacv2");
        channel.put("name", "Support");
        activity.getObject("channelData").put("channel", channel);
        return activity;
    }

    private JsonObject request(int kind, JsonObject document) {
        String json = JsonWriter.string((Map<String, Object>) document);
        return switch (kind) {
            case 0, 1 -> ingress.serviceNow(json, "k1", Ingress.EVENT_KEY);
            case 2, 3 ->
                ingress.slack(
                        "application/x-www-form-urlencoded",
                        "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8),
                        Ingress.SLACK_SECRET);
            case 10 -> ingress.slack("application/x-www-form-urlencoded", form(document), Ingress.SLACK_SECRET);
            case 8, 11, 12, 13 -> ingress.slack("application/json", json, Ingress.SLACK_SECRET);
            default -> teams.event("/teams/messages", token, json);
        };
    }

    /** As the workers do: what they cannot read goes to the dead-letter queue. */
    private void read(String body, String what) throws JsonParserException {
        String kind = JsonParser.object().from(body).getString("kind", "");
        switch (kind) {
            case "press" -> {
                Press press = PressCodec.read(body);
                assertThat(PressCodec.write(press).body()).as(what).isEqualTo(body);
            }
            case "command" -> {
                Command command = CommandCodec.read(body);
                assertThat(CommandCodec.write(command).body()).as(what).isEqualTo(body);
            }
            case "answer" -> {
                LateAnswer answer = LateAnswerCodec.read(body);
                assertThat(LateAnswerCodec.write(answer).body()).as(what).isEqualTo(body);
            }
            case "channel_event" -> {
                ChannelEvent event = ChannelEventCodec.read(body);
                assertThat(ChannelEventCodec.write(event).body()).as(what).isEqualTo(body);
            }
            case "file_event" -> {
                FileEvent event = FileEventCodec.read(body);
                assertThat(FileEventCodec.write(event).body()).as(what).isEqualTo(body);
            }
            case "chat_message" -> {
                ChatMessage message = ChatMessageCodec.read(body);
                assertThat(ChatMessageCodec.write(message).body()).as(what).isEqualTo(body);
            }
            case "deleted_message" -> {
                Deletion deletion = DeletionCodec.read(body);
                assertThat(deletion.tombstone().message()).as(what).isNotEmpty();
            }
            case "reaction" -> {
                Reaction reaction = ReactionCodec.read(body);
                assertThat(ReactionCodec.write(reaction).body()).as(what).isEqualTo(body);
            }
            case "hint" -> {
                RecordHint hint = RecordHintCodec.read(body);
                assertThat(RecordHintCodec.write(hint).body()).as(what).isEqualTo(body);
            }
            default -> {
                TeamEvent event = TeamEventCodec.read(body);
                assertThat(TeamEventCodec.write(event).body()).as(what).isEqualTo(body);
            }
        }
    }

    /** Which ids a worker could not read: a writer and a reader with two notions of a text. */
    @Test
    void a_recipient_that_is_only_a_prefix_is_refused_and_not_stored() {
        JsonObject activity = TeamsIngress.submit();
        activity.getObject("recipient").put("id", "28:");
        assertThat(teams.send(activity).status()).isEqualTo(400);
        assertThat(ingress.aws.messages).isEmpty();
    }

    @Test
    void a_press_in_teams_that_cannot_be_stored_is_counted_though_its_status_is_200() {
        ingress.aws.queuesFail = true;
        assertThat(teams.send(TeamsIngress.execute()).status()).isEqualTo(200);
        assertThat(ingress.lastLine()).contains("\"Unavailable\":1", "\"Namespace\":\"Belay\"", "\"Kind\":\"teams\"");
        ingress.aws.queuesFail = false;
        teams.send(TeamsIngress.execute());
        assertThat(ingress.lastLine()).doesNotContain("_aws");
    }

    @Test
    void a_token_names_its_audience_in_capitals_and_its_service_in_either_way() {
        JsonObject claims = TeamsIngress.claims();
        claims.put("aud", TeamsIngress.APP.toUpperCase(java.util.Locale.ROOT));
        claims.put("serviceUrl", claims.remove("serviceurl"));
        assertThat(teams.send("bearer " + TeamsIngress.SIGNER.token(claims), TeamsIngress.execute())
                        .status())
                .isEqualTo(200);
        assertThat(ingress.aws.messages).hasSize(1);
    }
}
