package dev.belay.teams.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.command.Command;
import dev.belay.dialog.Input;
import dev.belay.event.FileEvent;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.event.TeamEvent;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsActivityTest {
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String THREAD = "19:c0ffee@thread.tacv2;messageid=1795336194433";

    private final JsonObject submit = RecordedActivity.body("message_action_submit");
    private final JsonObject execute = RecordedActivity.body("invoke_action_execute");
    private final JsonObject installation = RecordedActivity.body("installation_update_team");

    @ParameterizedTest
    @ValueSource(strings = {"message_action_submit", "invoke_action_execute"})
    void a_recorded_press_of_either_kind_is_read(String name) throws MalformedActivity {
        JsonObject activity = RecordedActivity.body(name);
        assertThat(pressed(activity))
                .isEqualTo(new Press(
                        "teams:c8618251-d68a-498b-a004-9fa2bab6f4dc:" + activity.getString("id"),
                        "00000000-0000-0000-0000-00000000000011",
                        new ChatUser(
                                Platform.TEAMS,
                                "00000000-0000-0000-0000-0000000000001",
                                "00000000-0000-0000-0000-0000000000020"),
                        Optional.empty(),
                        new Press.Place(
                                "c8618251-d68a-498b-a004-9fa2bab6f4dc", true, Optional.empty(), "1795336194433"),
                        new PressedButton(
                                RecordRef.of("incident", SYS_ID),
                                "ack",
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Input.NONE,
                        Optional.of(new ReplyAddress("http://localhost:56150/_connector")),
                        NOON));
    }

    @Test
    void the_message_id_is_cut_from_the_channel_and_is_the_thread() throws MalformedActivity {
        place(submit, "channel", THREAD);
        Press press = pressed(submit);
        assertThat(press.place().channel()).isEqualTo("19:c0ffee@thread.tacv2");
        assertThat(press.place().thread()).hasValue("1795336194433");
        assertThat(press.place().direct()).isFalse();
        assertThat(press.pressId()).isEqualTo("teams:" + THREAD + ":" + submit.getString("id"));
    }

    @Test
    void a_press_names_the_card_or_else_the_root_of_its_thread() throws MalformedActivity {
        place(submit, "channel", THREAD);
        submit.put("replyToId", "1795336199999");
        assertThat(pressed(submit).place().message()).isEqualTo("1795336199999");
        submit.remove("replyToId");
        assertThat(pressed(submit).place().message()).isEqualTo("1795336194433");
    }

    @Test
    void the_same_activity_is_the_same_press_and_another_is_another() throws MalformedActivity {
        String first = pressed(submit).pressId();
        assertThat(pressed(submit).pressId()).isEqualTo(first);
        submit.put("id", "f:another");
        assertThat(pressed(submit).pressId()).isNotEqualTo(first);
    }

    @Test
    void a_dialog_is_one_press_under_however_many_activities_it_is_sent() throws MalformedActivity {
        place(execute, "channel", THREAD);
        String opened = asked().dialog();
        TeamsActivity.Submitted first = submitted(opened, "Checkout is down.");
        assertThat(first.dialog()).isEqualTo(opened);
        execute.put("id", "f:another");
        assertThat(submitted(opened, "Checkout is down.").press().pressId())
                .isEqualTo(first.press().pressId());
        assertThat(asked().dialog()).isNotEqualTo(opened);
    }

    @Test
    void what_is_entered_anew_in_a_dialog_is_another_press() throws MalformedActivity {
        String opened = asked().dialog();
        assertThat(submitted(opened, "Payments are down too.").press().pressId())
                .isNotEqualTo(submitted(opened, "Checkout is down.").press().pressId());
    }

    @Test
    void a_dialog_that_somebody_else_opened_is_malformed() throws MalformedActivity {
        String opened = asked().dialog();
        execute.getObject("from").put("aadObjectId", "11111111-0000-0000-0000-000000000001");
        assertThatThrownBy(() -> submitted(opened, ""))
                .isInstanceOf(MalformedActivity.class)
                .hasMessage("the dialog is another person's");
    }

    @Test
    void ids_are_as_the_directory_writes_them() throws MalformedActivity {
        submit.getObject("recipient").put("id", "28:7F3C2C1E-0B52-4C8E-9D61-AA00ACAE0099");
        submit.getObject("from").put("aadObjectId", "7F3C2C1E-0B52-4C8E-9D61-AA00ACAE0020");
        submit.getObject("channelData").getObject("tenant").put("id", "7F3C2C1E-0B52-4C8E-9D61-AA00ACAE0001");
        Press press = pressed(submit);
        assertThat(press.appId()).isEqualTo("7f3c2c1e-0b52-4c8e-9d61-aa00acae0099");
        assertThat(press.user().id()).isEqualTo("7f3c2c1e-0b52-4c8e-9d61-aa00acae0020");
        assertThat(press.workspace()).isEqualTo("7f3c2c1e-0b52-4c8e-9d61-aa00acae0001");
    }

    @Test
    void whoever_is_not_in_the_directory_is_named_as_the_bot_connector_does() throws MalformedActivity {
        submit.getObject("from").remove("aadObjectId");
        submit.getObject("from").put("id", "28:another-bot");
        assertThat(pressed(submit).user().id()).isEqualTo("28:another-bot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28:"})
    void an_app_without_an_id_is_malformed(String recipient) {
        submit.getObject("recipient").put("id", recipient);
        assertThatThrownBy(() -> read(submit)).isInstanceOf(MalformedActivity.class);
    }

    @Test
    void what_is_not_needed_may_be_empty_or_nothing() throws MalformedActivity {
        submit.getObject("from").put("tenantId", "");
        submit.getObject("conversation").put("conversationType", null);
        submit.put("id", null);
        assertThat(pressed(submit).userWorkspace()).isEmpty();
        assertThat(pressed(submit).pressId()).endsWith(":at" + NOON.toEpochMilli());
        installation.put("id", 7);
        installation.getObject("channelData").getObject("team").put("aadGroupId", "");
        assertThat(noticed(installation).team()).isEmpty();
    }

    @Test
    void a_tenant_stands_in_either_of_two_places_and_in_both_it_is_the_same() throws MalformedActivity {
        String tenant = submit.getObject("channelData").getObject("tenant").getString("id");
        submit.getObject("channelData").remove("tenant");
        submit.getObject("conversation").put("tenantId", tenant.toUpperCase(Locale.ROOT));
        assertThat(pressed(submit).workspace()).isEqualTo(tenant.toLowerCase(Locale.ROOT));
    }

    @Test
    void generation_and_whom_it_replaces_come_from_the_button_and_more_is_let_be() throws MalformedActivity {
        JsonObject data = submit.getObject("value");
        data.put("generation", 12);
        data.put("replaces", SYS_ID);
        data.put("reason", "typed by a person");
        data.put("msteams", JsonObject.builder().value("type", "invoke").done());
        submit.put("somethingNew", new JsonArray());
        Press press = pressed(submit);
        assertThat(press.button().generation()).hasValue(12);
        assertThat(press.button().replaces()).hasValue(SYS_ID);
    }

    @Test
    void the_verb_is_the_word_where_the_data_holds_none() throws MalformedActivity {
        action().put("verb", "page");
        assertThat(pressed(execute).button().action()).isEqualTo("ack");
        action().getObject("data").remove("action");
        assertThat(pressed(execute).button().action()).isEqualTo("page");
    }

    @Test
    void words_in_a_person_s_own_chat_are_a_command() throws MalformedActivity {
        Command command = commanded(words("postmortem INC0010023 https://wiki.acme.example/x"));
        assertThat(command.place())
                .isEqualTo(new Press.Place(
                        "c8618251-d68a-498b-a004-9fa2bab6f4dc",
                        true,
                        Optional.empty(),
                        submit.getString("id"),
                        RecordNumber.of("INC0010023")));
        assertThat(command.user().id()).isEqualTo("00000000-0000-0000-0000-0000000000020");
        assertThat(command.appId()).isEqualTo("00000000-0000-0000-0000-00000000000011");
        assertThat(command.input().one("address")).contains("https://wiki.acme.example/x");
        assertThat(command.id()).isEqualTo("teams:c8618251-d68a-498b-a004-9fa2bab6f4dc:" + submit.getString("id"));
    }

    @Test
    void in_a_channel_words_are_for_us_where_they_mention_us() throws MalformedActivity {
        JsonObject said = words("<at>Belay</at>\u00a0postmortem INC0010023 https://wiki.acme.example/x");
        place(said, "channel", THREAD);
        assertThat(read(said)).isInstanceOf(TeamsActivity.Wrote.class);
        mention(said, "28:somebody-else");
        assertThat(read(said)).isInstanceOf(TeamsActivity.Wrote.class);
        mention(said, said.getObject("recipient").getString("id"));
        assertThat(commanded(said).place().thread()).contains("1795336194433");
        assertThat(((TeamsActivity.Commanded) read(said)).files())
                .as("a bot is told of no files, so that each message may have some")
                .hasValueSatisfying(files ->
                        assertThat(((FileEvent.Shared) files).message()).isEqualTo(said.getString("id")));
    }

    @Test
    void in_a_person_s_own_chat_with_us_there_are_no_files_for_a_record() throws MalformedActivity {
        JsonObject command = words("postmortem INC0010023 https://wiki.acme.example/x");
        assertThat(((TeamsActivity.Commanded) read(command)).files()).isEmpty();
        assertThat(((TeamsActivity.Misspoken) read(words("good morning"))).files())
                .isEmpty();
    }

    @Test
    void what_a_person_writes_in_a_channel_may_have_files() throws MalformedActivity {
        JsonObject said = words("");
        place(said, "channel", THREAD);
        assertThat(read(said)).isInstanceOfSatisfying(TeamsActivity.Wrote.class, wrote -> {
            FileEvent.Shared event = (FileEvent.Shared) wrote.event();
            assertThat(event.message()).isEqualTo(said.getString("id"));
            assertThat(event.at().thread()).contains("1795336194433");
            assertThat(event.by().id()).isEqualTo("00000000-0000-0000-0000-0000000000020");
            assertThat(event.files()).isEmpty();
        });
        said.getObject("from").remove("aadObjectId");
        assertThat(read(said)).isEqualTo(new TeamsActivity.NotForUs("message"));
    }

    @Test
    void other_words_are_answered_with_what_to_write() throws MalformedActivity {
        JsonObject said = words("<at>Belay</at> good morning");
        place(said, "channel", THREAD);
        mention(said, said.getObject("recipient").getString("id"));
        assertThat(read(said)).isInstanceOfSatisfying(TeamsActivity.Misspoken.class, help -> {
            assertThat(help.answer().answer().sentence())
                    .endsWith("@Belay postmortem INC0010023 https://example.com/page");
            assertThat(help.answer().at().thread()).contains("1795336194433");
            assertThat(help.answer().user().id()).isEqualTo("00000000-0000-0000-0000-0000000000020");
            assertThat(help.files()).isPresent();
        });
    }

    @Test
    void what_no_person_wrote_and_what_says_nothing_is_not_for_us() throws MalformedActivity {
        assertThat(read(words(""))).isEqualTo(new TeamsActivity.NotForUs("message"));
        JsonObject said = words("postmortem INC0010023 https://wiki.acme.example/x");
        said.getObject("from").remove("aadObjectId");
        assertThat(read(said)).isEqualTo(new TeamsActivity.NotForUs("message"));
    }

    private JsonObject words(String text) {
        submit.remove("value");
        submit.put("text", text);
        return submit;
    }

    private static void mention(JsonObject said, String whom) {
        JsonObject entity = new JsonObject();
        entity.put("type", "mention");
        entity.put("text", "<at>Belay</at>");
        JsonObject mentioned = new JsonObject();
        mentioned.put("id", whom);
        entity.put("mentioned", mentioned);
        said.put("entities", JsonArray.from(entity));
    }

    private static Command commanded(JsonObject activity) throws MalformedActivity {
        return ((TeamsActivity.Commanded) read(activity)).command();
    }

    @Test
    void a_submit_may_come_as_an_invoke() throws MalformedActivity {
        action().put("type", "Action.Submit");
        action().remove("verb");
        assertThat(pressed(execute).button().action()).isEqualTo("ack");
    }

    @Test
    void a_card_that_refreshes_itself_was_not_pressed() throws MalformedActivity {
        execute.getObject("value").put("trigger", "automatic");
        assertThat(read(execute)).isEqualTo(new TeamsActivity.NotForUs("refresh"));
        execute.getObject("value").put("trigger", "manual");
        assertThat(pressed(execute).button().action()).isEqualTo("ack");
    }

    @Test
    void an_invoke_without_an_action_is_malformed_and_a_button_without_data_not_ours() throws MalformedActivity {
        action().remove("data");
        assertThat(read(execute)).isEqualTo(new TeamsActivity.NotForUs("button"));
        action().put("data", "a text");
        assertThat(read(execute)).isEqualTo(new TeamsActivity.NotForUs("button"));
        execute.remove("value");
        assertThatThrownBy(() -> read(execute)).isInstanceOf(MalformedActivity.class);
    }

    @ParameterizedTest
    @CsvSource({
        "message, message",
        "messageReaction, messageReaction",
        "typing, typing",
        "invoke, invoke",
        "whoKnows, other"
    })
    void what_is_not_for_us_is_known_by_its_type(String type, String kind) throws MalformedActivity {
        submit.remove("value");
        submit.put("type", type);
        assertThat(read(submit)).isEqualTo(new TeamsActivity.NotForUs(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "table, Incident",
        "table, incident;drop",
        "sys_id, 9d385017",
        "action, Ack!",
        "action, ''",
        "replaces, fred",
        "generation, twelve"
    })
    void what_our_buttons_never_hold_is_malformed(String name, String value) {
        submit.getObject("value").put(name, value);
        assertThatThrownBy(() -> read(submit)).isInstanceOf(MalformedActivity.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "..", "a/b", "a?b", "a b", "a\nb", "a%2fb", ";messageid=1", "a;messageid=b/c"})
    void what_would_change_an_address_is_no_id(String id) {
        submit.getObject("conversation").put("id", id);
        assertThatThrownBy(() -> read(submit)).isInstanceOf(MalformedActivity.class);
    }

    @Test
    void a_recorded_installation_is_noticed() throws MalformedActivity {
        assertThat(noticed(installation))
                .isEqualTo(new TeamEvent(
                        "teams:team-id:a25d6dc3-6043-4e25-9b10-325741a6726d",
                        Platform.TEAMS,
                        TeamEvent.Kind.APP_INSTALLED,
                        "00000000-0000-0000-0000-0000000000001",
                        Optional.of("00000000-0000-0000-0000-000000000031"),
                        "team-id",
                        Optional.empty(),
                        Optional.empty(),
                        new ReplyAddress("http://localhost:56150/_connector"),
                        NOON));
    }

    @ParameterizedTest
    @CsvSource({"add, APP_INSTALLED", "add-upgrade, APP_INSTALLED", "remove, APP_REMOVED"})
    void an_upgrade_is_an_installation_and_a_removal_a_removal(String action, TeamEvent.Kind kind)
            throws MalformedActivity {
        installation.put("action", action);
        assertThat(noticed(installation).kind()).isEqualTo(kind);
    }

    @Test
    void an_upgrade_does_not_begin_with_a_removal() throws MalformedActivity {
        installation.put("action", "remove-upgrade");
        assertThat(read(installation)).isEqualTo(new TeamsActivity.NotForUs("installationUpdate"));
    }

    @Test
    void an_installation_in_a_persons_own_chat_is_not_for_us() throws MalformedActivity {
        installation.getObject("channelData").remove("team");
        assertThat(read(installation)).isEqualTo(new TeamsActivity.NotForUs("installationUpdate"));
    }

    @ParameterizedTest
    @CsvSource({
        "channelDeleted, CHANNEL_DELETED",
        "channelRestored, CHANNEL_RESTORED",
        "channelRenamed, CHANNEL_RENAMED"
    })
    void what_happens_to_a_channel_is_noticed(String event, TeamEvent.Kind kind) throws MalformedActivity {
        TeamEvent notice = noticed(channelEvent(event));
        assertThat(notice.kind()).isEqualTo(kind);
        assertThat(notice.teamConversation()).isEqualTo("team-id");
        assertThat(notice.channel()).hasValue("19:c0ffee@thread.tacv2");
        assertThat(notice.name()).hasValue("inc0010023-database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"channelCreated", "teamRenamed", "teamMemberAdded", "", "channelShouted"})
    void other_changes_are_not_for_us(String event) throws MalformedActivity {
        assertThat(read(channelEvent(event))).isEqualTo(new TeamsActivity.NotForUs("conversationUpdate"));
    }

    private JsonObject channelEvent(String event) {
        installation.put("type", "conversationUpdate");
        installation.remove("action");
        JsonObject data = installation.getObject("channelData");
        data.put("eventType", event);
        data.put(
                "channel",
                JsonObject.builder()
                        .value("id", "19:c0ffee@thread.tacv2")
                        .value("name", "inc0010023-database")
                        .done());
        return installation;
    }

    private TeamsActivity.Asked asked() throws MalformedActivity {
        return (TeamsActivity.Asked) read(dialog("task/fetch", "", ""));
    }

    private TeamsActivity.Submitted submitted(String dialog, String message) throws MalformedActivity {
        return (TeamsActivity.Submitted) read(dialog("task/submit", dialog, message));
    }

    private JsonObject dialog(String name, String id, String message) {
        JsonObject data = JsonObject.builder()
                .value("table", "incident")
                .value("sys_id", SYS_ID)
                .value("action", "page")
                .value("message", "1795336194433")
                .value("dialog", id)
                .value("input_message", message)
                .done();
        execute.put("name", name);
        execute.put("value", JsonObject.builder().object("data", data).done());
        return execute;
    }

    private JsonObject action() {
        return execute.getObject("value").getObject("action");
    }

    private static void place(JsonObject activity, String type, String id) {
        activity.getObject("conversation").put("conversationType", type);
        activity.getObject("conversation").put("id", id);
    }

    private static TeamsActivity read(JsonObject activity) throws MalformedActivity {
        byte[] body = JsonWriter.string(activity).getBytes(StandardCharsets.UTF_8);
        return TeamsActivity.of(InboundActivity.of(body), NOON);
    }

    private static Press pressed(JsonObject activity) throws MalformedActivity {
        return ((TeamsActivity.Pressed) read(activity)).press();
    }

    private static TeamEvent noticed(JsonObject activity) throws MalformedActivity {
        return ((TeamsActivity.Noticed) read(activity)).notice();
    }
}
