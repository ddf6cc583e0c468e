package dev.belay.slack.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.command.Command;
import dev.belay.dialog.Input;
import dev.belay.event.ChannelEvent;
import dev.belay.event.FileEvent;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.event.TokenEvent;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackRequestTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void a_recorded_press_is_read() throws MalformedRequest {
        Press press = pressed(Recorded.request("block_actions_ack").body());
        assertThat(press)
                .isEqualTo(new Press(
                        press.pressId(),
                        "A01BELAY",
                        new ChatUser(Platform.SLACK, "T01ACME", "U01ALICE"),
                        Optional.of("T01ACME"),
                        new Press.Place("C01GEN", false, Optional.empty(), "1795336131.000001"),
                        new PressedButton(
                                RecordRef.of("incident", SYS_ID),
                                "ack",
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Input.NONE,
                        Optional.of(new ReplyAddress(
                                "http://localhost:3456/_hooks/response/74737bd0-57c4-4771-8fb5-f5c24e6432b1")),
                        NOON));
    }

    @Test
    void the_same_press_has_one_id_and_each_click_its_own() throws MalformedRequest {
        byte[] body = Recorded.request("block_actions_ack").body();
        assertThat(pressed(body).pressId()).isEqualTo(pressed(body).pressId()).matches("[0-9a-f]{64}");
        assertThat(pressed(changed(payload -> action(payload).put("action_ts", "1795336131.984")))
                        .pressId())
                .isNotEqualTo(pressed(body).pressId());
    }

    @Test
    void generation_and_whom_it_replaces_come_from_the_button() throws MalformedRequest {
        Press press = pressed(withValue("{\"table\":\"incident\",\"sys_id\":\"" + SYS_ID
                + "\",\"action\":\"ack\",\"generation\":12,\"replaces\":\"" + SYS_ID + "\",\"later\":{\"a\":[1]}}"));
        assertThat(press.button().generation()).hasValue(12);
        assertThat(press.button().replaces()).hasValue(SYS_ID);
    }

    @Test
    void the_thread_is_the_containers_or_else_the_messages() throws MalformedRequest {
        assertThat(pressed(changed(payload -> {
                            payload.getObject("container").put("thread_ts", "1795336000.000001");
                            payload.getObject("message").put("thread_ts", "1795336000.000002");
                        }))
                        .place()
                        .thread())
                .hasValue("1795336000.000001");
        assertThat(pressed(changed(payload -> payload.getObject("message").put("thread_ts", "1795336000.000002")))
                        .place()
                        .thread())
                .hasValue("1795336000.000002");
    }

    @Test
    void an_app_of_a_whole_organization_names_the_enterprise_where_there_is_no_team() throws MalformedRequest {
        Press press = pressed(changed(payload -> {
            payload.put("team", null);
            payload.put(
                    "enterprise", JsonObject.builder().value("id", "E01ACME").done());
        }));
        assertThat(press.workspace()).isEqualTo("E01ACME");
    }

    @Test
    void a_person_of_a_connected_workspace_keeps_their_own() throws MalformedRequest {
        Press press = pressed(changed(payload -> payload.getObject("user").put("team_id", "T02WOOF")));
        assertThat(press.workspace()).isEqualTo("T01ACME");
        assertThat(press.userWorkspace()).hasValue("T02WOOF");
    }

    @Test
    void text_beyond_ascii_is_read() throws MalformedRequest {
        assertThat(pressed(changed(payload -> payload.getObject("user").put("name", "Zoë 🧗")))
                        .user()
                        .id())
                .isEqualTo("U01ALICE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "{not json", "[1]", "{}", "{\"url\":\"https://acme.service-now.com\"}"})
    void a_button_that_is_not_ours_is_not_for_us(String value) throws MalformedRequest {
        assertThat(read(FORM, withValue(value))).isEqualTo(new SlackRequest.NotForUs("button"));
    }

    @Test
    void a_button_without_value_is_not_for_us() throws MalformedRequest {
        assertThat(read(FORM, changed(payload -> action(payload).remove("value"))))
                .isEqualTo(new SlackRequest.NotForUs("button"));
        assertThat(read(FORM, changed(payload -> payload.remove("actions"))))
                .isEqualTo(new SlackRequest.NotForUs("button"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"table\":\"incident\"}",
                "{\"action\":\"ack\"}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017\",\"action\":\"ack\"}",
                "{\"table\":\"incident^x\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"ack\"}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"page\"}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"Ack!\"}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":7}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"ack\","
                        + "\"generation\":\"3\"}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"ack\","
                        + "\"generation\":1e99999999}",
                "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"ack\","
                        + "\"replaces\":\"someone\"}"
            })
    void a_malformed_button_of_ours_is_malformed(String value) {
        assertThatThrownBy(() -> read(FORM, withValue(value))).isInstanceOf(MalformedRequest.class);
    }

    @ParameterizedTest
    @CsvSource({"user, id", "container, channel_id", "container, message_ts", "team, id"})
    void what_is_no_id_is_malformed(String object, String field) {
        assertThatThrownBy(() ->
                        read(FORM, changed(payload -> payload.getObject(object).put(field, "x\ny"))))
                .isInstanceOf(MalformedRequest.class);
    }

    @Test
    void a_press_of_nobody_is_malformed() {
        assertThatThrownBy(() -> read(FORM, changed(payload -> payload.put("user", "text"))))
                .isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> read(FORM, changed(payload -> {
                    payload.remove("team");
                    payload.remove("enterprise");
                })))
                .isInstanceOf(MalformedRequest.class);
    }

    @Test
    void where_a_press_was_is_known_by_its_container_or_by_its_channel_and_message() throws MalformedRequest {
        Press whole = pressed(changed(_ -> {}));
        for (Object container : new Object[] {null, "", 7, new JsonObject()}) {
            Press press = pressed(changed(payload -> {
                payload.put("container", container);
                payload.put(
                        "channel",
                        JsonObject.builder()
                                .value("id", whole.place().channel())
                                .done());
                payload.put(
                        "message",
                        JsonObject.builder()
                                .value("ts", whole.place().message())
                                .done());
            }));
            assertThat(press.place().channel()).isEqualTo(whole.place().channel());
            assertThat(press.place().message()).isEqualTo(whole.place().message());
        }
    }

    @Test
    void a_click_without_a_time_is_told_apart_by_its_trigger() throws MalformedRequest {
        byte[] first = changed(payload -> {
            action(payload).remove("action_ts");
            payload.put("trigger_id", "1.2.a");
        });
        byte[] second = changed(payload -> {
            action(payload).remove("action_ts");
            payload.put("trigger_id", "1.3.b");
        });
        assertThat(pressed(first).pressId())
                .isEqualTo(pressed(first).pressId())
                .isNotEqualTo(pressed(second).pressId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "7", "{}"})
    void where_no_team_is_named_the_organization_is_and_the_person_has_a_workspace(String team)
            throws MalformedRequest, JsonParserException {
        Object value = JsonParser.any().from(team);
        Press press = pressed(changed(payload -> {
            payload.put("team", value);
            payload.put(
                    "enterprise", JsonObject.builder().value("id", "E01ACME").done());
            payload.getObject("user").put("team_id", "T01ACME");
        }));
        assertThat(press.workspace()).isEqualTo("E01ACME");
        assertThat(press.inWorkspaceOf(Optional.of("E01ACME")).workspace()).isEqualTo("T01ACME");
        assertThat(press.inWorkspaceOf(Optional.of("E02OTHER")).workspace()).isEqualTo("E01ACME");
        assertThat(press.inWorkspaceOf(Optional.empty()).workspace()).isEqualTo("E01ACME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-UrlEncoded; charset=UTF-8",
                " application/x-www-form-urlencoded ;charset=utf-8"
            })
    void a_media_type_is_written_in_any_case_and_with_parameters(String type) throws MalformedRequest {
        assertThat(read(type, changed(_ -> {}))).isInstanceOf(SlackRequest.Pressed.class);
        assertThatThrownBy(() -> read("application/x-www-form-urlencodedx", changed(_ -> {})))
                .isInstanceOf(MalformedRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":5}", "{\"type\":null}"})
    void an_event_of_no_known_type_is_none_of_ours(String body) throws MalformedRequest {
        assertThat(read(JSON, bytes(body))).isEqualTo(new SlackRequest.NotForUs("other"));
    }

    @Test
    void a_press_in_a_view_is_not_for_us() throws MalformedRequest {
        assertThat(read(FORM, changed(payload -> payload.getObject("container").put("type", "view"))))
                .isEqualTo(new SlackRequest.NotForUs("view"));
    }

    @ParameterizedTest
    @CsvSource({
        "view_submission, view_submission",
        "view_closed, view_closed",
        "block_suggestion, block_suggestion",
        "shortcut, shortcut",
        "message_action, message_action",
        "something_new, other"
    })
    void another_interaction_is_not_for_us(String type, String kind) throws MalformedRequest {
        assertThat(read(FORM, changed(payload -> payload.put("type", type))))
                .isEqualTo(new SlackRequest.NotForUs(kind));
    }

    @Test
    void what_is_entered_in_one_dialog_is_one_press_and_what_is_entered_anew_another() throws MalformedRequest {
        Press first = submitted("Checkout is down.");
        assertThat(submitted("Checkout is down.").pressId()).isEqualTo(first.pressId());
        assertThat(submitted("Payments are down too.").pressId()).isNotEqualTo(first.pressId());
    }

    private static Press submitted(String words) throws MalformedRequest {
        String metadata = "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"page\","
                + "\"channel\":\"D01ALICE\",\"message\":\"1795336194.433000\"}";
        String payload = JsonWriter.string(JsonObject.builder()
                .value("type", "view_submission")
                .value("api_app_id", "A01BELAY")
                .object("team")
                .value("id", "T01ACME")
                .end()
                .object("user")
                .value("id", "U01ALICE")
                .end()
                .object("view")
                .value("id", "V01")
                .value("private_metadata", metadata)
                .object("state")
                .object("values")
                .object("message")
                .object("input")
                .value("value", words)
                .end()
                .end()
                .end()
                .end()
                .end()
                .done());
        Press press = ((SlackRequest.Submitted)
                        read(FORM, bytes("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8))))
                .press();
        assertThat(press.place().direct())
                .as("its channel is a person's own chat")
                .isTrue();
        return press;
    }

    private static final String COMMAND = "token=x&team_id=T01ACME&channel_id=C01GEN&user_id=U01ALICE&command=%2Fbelay"
            + "&api_app_id=A01BELAY&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=13.2.x";

    private static final String WORDS =
            "&text=postmortem+inc0010023+https%3A%2F%2Fwiki.acme.example%2F%3Fa%3D1%26amp%3Bb%3D2";

    @Test
    void a_command_is_read() throws MalformedRequest {
        Command command = commanded(COMMAND + WORDS);
        assertThat(command)
                .isEqualTo(new Command(
                        command.id(),
                        "A01BELAY",
                        new ChatUser(Platform.SLACK, "T01ACME", "U01ALICE"),
                        Optional.empty(),
                        new Press.Place("C01GEN", false, Optional.empty(), "command", RecordNumber.of("INC0010023")),
                        CardAction.POSTMORTEM,
                        new Input(Map.of("address", List.of("https://wiki.acme.example/?a=1&b=2"))),
                        Optional.of(new ReplyAddress("https://hooks.slack.com/commands/1")),
                        NOON));
        assertThat(commanded(COMMAND + WORDS).id()).isEqualTo(command.id());
        assertThat(commanded((COMMAND + WORDS).replace("13.2.x", "13.3.x")).id())
                .isNotEqualTo(command.id());
    }

    private static Command commanded(String form) throws MalformedRequest {
        return ((SlackRequest.Commanded) read(FORM, bytes(form))).command();
    }

    @ParameterizedTest
    @ValueSource(strings = {"team_id", "channel_id", "user_id", "api_app_id"})
    void a_command_of_nobody_or_nowhere_is_malformed(String field) {
        assertThatThrownBy(() -> read(FORM, bytes((COMMAND + WORDS).replace(field + "=", "x="))))
                .isInstanceOf(MalformedRequest.class);
    }

    @Test
    void other_words_are_answered_with_what_to_write() throws MalformedRequest {
        assertThat(read(FORM, bytes("token=x&command=%2Fbelay&text=")))
                .isInstanceOfSatisfying(SlackRequest.Misspoken.class, said -> assertThat(said.sentence())
                        .endsWith("/belay postmortem INC0010023 https://example.com/page"));
        assertThat(read(FORM, bytes("ssl_check=1&token=x"))).isEqualTo(new SlackRequest.NotForUs("ssl_check"));
    }

    private static String callback(String event) {
        return """
                {"token":"x","team_id":"T01ACME","api_app_id":"A01BELAY","event":%s,"type":"event_callback",\
                "event_id":"Ev01","event_time":1795336000}""".formatted(event);
    }

    private static SlackRequest callbackOf(String event) throws MalformedRequest {
        return read(JSON, bytes(callback(event)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[],\"bot\":[\"U0BELAY\"]}}|TOKEN_REVOKED",
                "{\"type\":\"app_uninstalled\"}|APP_UNINSTALLED"
            })
    void an_event_that_says_that_our_token_is_gone_is_read(String event, TokenEvent.Kind kind) throws MalformedRequest {
        assertThat(callbackOf(event)).isInstanceOfSatisfying(SlackRequest.TokenLost.class, lost -> {
            TokenEvent read = lost.event();
            assertThat(read.kind()).isEqualTo(kind);
            assertThat(read.eventId()).isEqualTo("Ev01");
            assertThat(read.app()).isEqualTo("A01BELAY");
            assertThat(read.workspace()).isEqualTo("T01ACME");
            assertThat(read.occurredAt()).isEqualTo(Instant.ofEpochSecond(1795336000));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U01ALICE\"],\"bot\":[]}}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U01ALICE\"]}}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":\"U0BELAY\"}}",
                "{\"type\":\"tokens_revoked\",\"tokens\":[]}",
                "{\"type\":\"tokens_revoked\"}",
                "{\"type\":7}",
                "[]"
            })
    void a_persons_token_or_what_slack_would_not_write_says_nothing_of_ours(String event) throws MalformedRequest {
        assertThat(callbackOf(event)).isEqualTo(new SlackRequest.NotForUs("event_callback"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"team_id\":\"T01ACME\"",
                "\"event_id\":\"Ev01\"",
                "\"api_app_id\":\"A01BELAY\"",
                "\"event_time\":1795336000"
            })
    void an_event_that_lacks_what_slack_writes_is_not_asked_for_again(String field) throws MalformedRequest {
        String lacking = callback("{\"type\":\"app_uninstalled\"}").replace(field, "\"x\":1");
        assertThat(read(JSON, bytes(lacking))).isEqualTo(new SlackRequest.NotForUs("event_callback"));
    }

    private static String ofChannel(String event) {
        return """
                {"token":"x","team_id":"T01ACME","api_app_id":"A01BELAY","event":%s,"type":"event_callback",\
                "event_id":"Ev01","event_time":1795336000,"authorizations":[{"enterprise_id":null,"team_id":"T01ACME",\
                "user_id":"U0BELAY","is_bot":true,"is_enterprise_install":false}]}""".formatted(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"channel_archive\",\"channel\":\"C01\",\"user\":\"U01ALICE\"}|ARCHIVED",
                "{\"type\":\"group_archive\",\"channel\":\"C01\"}|ARCHIVED",
                "{\"type\":\"channel_unarchive\",\"channel\":\"C01\",\"user\":\"U01ALICE\"}|UNARCHIVED",
                "{\"type\":\"group_unarchive\",\"channel\":\"C01\"}|UNARCHIVED",
                "{\"type\":\"channel_deleted\",\"channel\":\"C01\"}|DELETED",
                "{\"type\":\"group_deleted\",\"channel\":\"C01\"}|DELETED",
                "{\"type\":\"channel_rename\",\"channel\":{\"id\":\"C01\",\"name\":\"new\",\"created\":1}}|RENAMED",
                "{\"type\":\"group_rename\",\"channel\":{\"id\":\"C01\",\"name\":\"new\",\"created\":1}}|RENAMED",
                "{\"type\":\"channel_left\",\"channel\":\"C01\"}|APP_LEFT",
                "{\"type\":\"group_left\",\"channel\":\"C01\"}|APP_LEFT",
                "{\"type\":\"member_left_channel\",\"channel\":\"C01\",\"user\":\"U0BELAY\"}|APP_LEFT",
                "{\"type\":\"member_joined_channel\",\"channel\":\"C01\",\"user\":\"U0BELAY\"}|APP_JOINED"
            })
    void an_event_of_a_channel_is_read(String event, ChannelEvent.Kind kind) throws MalformedRequest {
        assertThat(read(JSON, bytes(ofChannel(event))))
                .isInstanceOfSatisfying(SlackRequest.ChannelChanged.class, changed -> {
                    ChannelEvent read = changed.event();
                    assertThat(read.kind()).isEqualTo(kind);
                    assertThat(read.eventId()).isEqualTo("Ev01");
                    assertThat(read.workspace()).isEqualTo("T01ACME");
                    assertThat(read.channel()).isEqualTo("C01");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"member_joined_channel\",\"channel\":\"C01\",\"user\":\"U01ALICE\"}",
                "{\"type\":\"member_left_channel\",\"channel\":\"C01\",\"user\":\"U01ALICE\"}",
                "{\"type\":\"member_left_channel\",\"channel\":\"C01\"}",
                "{\"type\":\"channel_archive\",\"channel\":7}",
                "{\"type\":\"channel_archive\",\"channel\":\"a b\"}",
                "{\"type\":\"channel_rename\",\"channel\":{\"name\":\"new\"}}",
                "{\"type\":\"channel_created\",\"channel\":{\"id\":\"C01\"}}"
            })
    void others_who_come_and_go_and_what_slack_would_not_write_say_nothing_of_a_channel(String event)
            throws MalformedRequest {
        assertThat(read(JSON, bytes(ofChannel(event)))).isEqualTo(new SlackRequest.NotForUs("event_callback"));
    }

    /** Whoever subscribes to more than is read pays for each; whoever reads what is not subscribed to waits in vain. */
    @Test
    void the_manifest_subscribes_to_what_is_read_and_to_nothing_else() throws IOException, MalformedRequest {
        String listed = Files.readString(Path.of("../../infra/slack/manifest.yaml"))
                .split("bot_events:\n", -1)[1]
                .split("\n  interactivity:", -1)[0];
        List<String> events = Pattern.compile("^ +- ([a-z_]+)", Pattern.MULTILINE)
                .matcher(listed)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(events).hasSize(18);
        for (String event : events) {
            String user = event.equals("message") ? "U01ALICE" : "U0BELAY";
            String told = "{\"type\":\"" + event
                    + "\",\"channel\":\"C01\",\"user\":\"" + user + "\",\"tokens\":{\"bot\":[\"U0BELAY\"]},"
                    + "\"channel_type\":\"group\",\"ts\":\"1795336131.000100\",\"files\":[{\"id\":\"F01\"}],"
                    + "\"channel_id\":\"C01\",\"reaction\":\"memo\",\"item_user\":\"U01ALICE\",\"item\":{\"type\":\"message\","
                    + "\"channel\":\"C01\",\"ts\":\"1795336131.000100\",\"message\":{\"user\":\"U01ALICE\",\"ts\":\"1795336131.000100\"}}}";
            assertThat(read(JSON, bytes(ofChannel(told)))).as(event).isNotInstanceOf(SlackRequest.NotForUs.class);
        }
    }

    @Test
    void a_message_with_files_is_read() throws MalformedRequest {
        SlackRequest read = read(
                JSON,
                bytes(ofChannel(
                        "{\"type\":\"message\",\"subtype\":\"file_share\",\"channel\":\"C01\",\"channel_type\":\"channel\","
                                + "\"user\":\"U01ALICE\",\"ts\":\"1795336131.000100\",\"thread_ts\":\"1795336000.000100\","
                                + "\"files\":[{\"id\":\"F01\",\"name\":\"outage.png\",\"size\":19,"
                                + "\"url_private\":\"https://evil.example/x\"},{\"id\":\"F02\"}]}")));
        assertThat(read).isInstanceOfSatisfying(SlackRequest.FilesShared.class, shared -> {
            FileEvent.Shared event = (FileEvent.Shared) shared.event();
            assertThat(event.files()).containsExactly("F01", "F02");
            assertThat(event.told()).containsExactly(Map.entry("F01", new FileEvent.Told("outage.png", 19)));
            assertThat(event.at().thread()).contains("1795336000.000100");
            assertThat(event.message()).isEqualTo("1795336131.000100");
            assertThat(event.by().id()).isEqualTo("U01ALICE");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bot_id\":\"B01\",\"channel_type\":\"channel\",\"files\":[{\"id\":\"F01\"}]",
                "\"subtype\":\"message_changed\",\"channel_type\":\"channel\",\"files\":[{\"id\":\"F01\"}]",
                "\"channel_type\":\"im\",\"files\":[{\"id\":\"F01\"}]",
                "\"user\":\"U0BELAY\",\"upload\":true,\"channel_type\":\"channel\",\"files\":[{\"id\":\"F01\"}]"
            })
    void a_message_of_no_person_in_a_channel_is_not_for_us(String rest) throws MalformedRequest {
        String event = "{\"type\":\"message\",\"channel\":\"C01\",\"ts\":\"1795336131.000100\","
                + (rest.contains("\"user\"") ? "" : "\"user\":\"U01ALICE\",") + rest + "}";
        assertThat(read(JSON, bytes(ofChannel(event)))).isEqualTo(new SlackRequest.NotForUs("event_callback"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"files\":[]", "\"files\":[{\"id\":\"../F01\"}]", "\"files\":\"F01\""})
    void a_message_without_files_is_what_it_says(String rest) throws MalformedRequest {
        String event = "{\"type\":\"message\",\"channel\":\"C01\",\"channel_type\":\"channel\",\"user\":\"U01ALICE\","
                + "\"ts\":\"1795336131.000100\",\"text\":\"look\"," + rest + "}";
        assertThat(read(JSON, bytes(ofChannel(event)))).isInstanceOf(SlackRequest.Said.class);
    }

    /** github.com/slackapi/java-slack-sdk/issues/629 */
    @Test
    void what_happens_in_a_shared_channel_is_of_the_workspace_that_the_app_hears_it_in() throws MalformedRequest {
        SlackRequest files = shared(
                "{\"type\":\"message\",\"subtype\":\"file_share\",\"channel\":\"C01\","
                        + "\"channel_type\":\"channel\",\"user\":\"U02X\",\"ts\":\"1795336131.000100\",\"text\":\"see\",\"files\":[{\"id\":\"F01\"}]}");
        assertThat(files).isInstanceOfSatisfying(SlackRequest.FilesShared.class, read -> {
            assertThat(((FileEvent.Shared) read.event()).at().workspace()).isEqualTo("T01ACME");
            assertThat(((FileEvent.Shared) read.event()).by().workspace()).isEqualTo("T01ACME");
            assertThat(read.said().orElseThrow().at().workspace()).isEqualTo("T01ACME");
        });
        assertThat(shared("{\"type\":\"channel_archive\",\"channel\":\"C01\"}"))
                .isInstanceOfSatisfying(
                        SlackRequest.ChannelChanged.class,
                        read -> assertThat(read.event().workspace()).isEqualTo("T01ACME"));
        assertThat(shared("{\"type\":\"app_uninstalled\"}"))
                .isInstanceOfSatisfying(
                        SlackRequest.TokenLost.class,
                        read -> assertThat(read.event().workspace()).isEqualTo("T01ACME"));
    }

    /** An installation for a whole organization is of no workspace of its own. */
    @Test
    void an_organizations_event_is_of_the_workspace_of_its_context() throws MalformedRequest {
        String event = ofChannel("{\"type\":\"channel_archive\",\"channel\":\"C01\"}")
                .replace(
                        "\"team_id\":\"T01ACME\",\"api_app_id\"",
                        "\"team_id\":\"T02\",\"context_team_id\":\"T03\",\"api_app_id\"")
                .replace(
                        "\"enterprise_id\":null,\"team_id\":\"T01ACME\"", "\"enterprise_id\":\"E01\",\"team_id\":null");
        assertThat(read(JSON, bytes(event)))
                .isInstanceOfSatisfying(
                        SlackRequest.ChannelChanged.class,
                        read -> assertThat(read.event().workspace()).isEqualTo("T03"));
    }

    private static SlackRequest shared(String event) throws MalformedRequest {
        return read(
                JSON,
                bytes(ofChannel(event)
                        .replace("\"team_id\":\"T01ACME\",\"api_app_id\"", "\"team_id\":\"T02OTHER\",\"api_app_id\"")));
    }

    @Test
    void without_whom_slack_tells_it_to_nobody_who_comes_is_our_bot() throws MalformedRequest {
        assertThat(callbackOf("{\"type\":\"member_joined_channel\",\"channel\":\"C01\",\"user\":\"U0BELAY\"}"))
                .isEqualTo(new SlackRequest.NotForUs("event_callback"));
    }

    @Test
    void a_url_verification_names_its_challenge() throws MalformedRequest {
        assertThat(read(
                        "application/json; charset=utf-8",
                        bytes("{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}")))
                .isEqualTo(new SlackRequest.UrlVerification("3eZb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{",
                "application/json|[]",
                "application/json|{\"type\":\"url_verification\"}",
                "application/x-www-form-urlencoded|payload=%7",
                "application/x-www-form-urlencoded|payload=%zz",
                "application/x-www-form-urlencoded|payload=",
                "application/x-www-form-urlencoded|payload=%5B%5D",
                "application/x-www-form-urlencoded|a=b",
                "text/plain|{}",
                "|{}"
            })
    void what_slack_would_not_write_is_malformed(@Nullable String type, String body) {
        assertThatThrownBy(() -> read(type, bytes(body))).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void deep_nesting_is_malformed() {
        assertThatThrownBy(() -> read(JSON, bytes("[".repeat(200_000)))).isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> read(JSON, bytes("{\"a\":".repeat(40_000)))).isInstanceOf(MalformedRequest.class);
    }

    private static Press pressed(byte[] body) throws MalformedRequest {
        return ((SlackRequest.Pressed) read(FORM, body)).press();
    }

    private static SlackRequest read(@Nullable String type, byte[] body) throws MalformedRequest {
        return SlackRequest.of(type, body, NOON);
    }

    private static byte[] withValue(String value) {
        return changed(payload -> action(payload).put("value", value));
    }

    private static JsonObject action(JsonObject payload) {
        JsonArray actions = payload.getArray("actions");
        return actions.getObject(0);
    }

    private static byte[] changed(Consumer<JsonObject> change) {
        try {
            byte[] field = new Form(Recorded.request("block_actions_ack").body()).field("payload");
            JsonObject payload =
                    JsonParser.object().from(new String(field == null ? new byte[0] : field, StandardCharsets.UTF_8));
            change.accept(payload);
            return bytes("payload=" + URLEncoder.encode(JsonWriter.string(payload), StandardCharsets.UTF_8));
        } catch (MalformedRequest | JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
