package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.workspace.Preferences.Kept;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/reference/events, docs.slack.dev/apis/events-api, github.com/slack-go/slack/issues/1066. */
class ChannelEventsTest {
    private final Stage stage = new Stage();
    private final App app = new App();

    @BeforeEach
    void begin() {
        assertThat(stage.slack.requestUrl(app.url()).accepted()).isTrue();
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    @Test
    void what_people_do_to_a_channel_is_told_in_order_and_signed() {
        String channel = stage.channel("one");
        var people = stage.slack.administration();
        people.rename(AcmeWorkspace.ALICE, channel, "two");
        people.archive(AcmeWorkspace.ALICE, channel);
        people.unarchive(AcmeWorkspace.ALICE, channel);
        people.inviteApp(AcmeWorkspace.ALICE, channel);
        people.removeApp(AcmeWorkspace.ALICE, channel);
        people.delete(AcmeWorkspace.ALICE, channel);
        assertThat(types())
                .containsExactly(
                        "channel_rename",
                        "channel_archive",
                        "channel_unarchive",
                        "member_joined_channel",
                        "channel_left",
                        "member_left_channel",
                        "channel_deleted");
        assertThat(App.isSigned(app.last())).isTrue();
        assertThat(told().getFirst().getObject("event").getObject("channel"))
                .containsEntry("id", channel)
                .containsEntry("name", "two");
        assertThat(told().get(1).getObject("event"))
                .containsEntry("channel", channel)
                .containsEntry("user", AcmeWorkspace.ALICE);
        assertThat(told().get(3).getArray("authorizations").getObject(0).getString("user_id"))
                .isEqualTo(told().get(3).getObject("event").getString("user"))
                .isEqualTo(AcmeWorkspace.APP.botUser());
        assertThat(stage.error("conversations.info", "channel", channel)).isEqualTo("channel_not_found");
    }

    @Test
    void our_own_archiving_and_inviting_are_told_too() {
        String channel = stage.channel("one");
        stage.call("conversations.invite", "channel", channel, "users", AcmeWorkspace.BOB);
        stage.call("conversations.archive", "channel", channel);
        assertThat(types()).containsExactly("member_joined_channel", "channel_archive");
    }

    @Test
    void what_the_app_did_itself_waits_where_it_is_held_back() {
        String channel = stage.channel("one");
        stage.slack.holdOwn();
        stage.call("conversations.archive", "channel", channel);
        stage.slack.administration().unarchive(AcmeWorkspace.ALICE, channel);
        assertThat(types()).containsExactly("channel_unarchive");
        assertThat(stage.slack.sendHeld()).hasSize(1);
        assertThat(stage.slack.sendHeld()).isEmpty();
        assertThat(types()).containsExactly("channel_unarchive", "channel_archive");
    }

    @Test
    void of_a_private_channel_only_its_members_hear() {
        String hidden = stage.slack
                .workspace()
                .createChannel("hidden", AcmeWorkspace.ALICE, true)
                .id();
        var people = stage.slack.administration();
        people.rename(AcmeWorkspace.ALICE, hidden, "unseen");
        assertThat(types()).isEmpty();
        people.inviteApp(AcmeWorkspace.ALICE, hidden);
        people.archive(AcmeWorkspace.ALICE, hidden);
        people.unarchive(AcmeWorkspace.ALICE, hidden);
        assertThat(types())
                .as("archiving took the bot out of it")
                .containsExactly("member_joined_channel", "group_archive");
    }

    @Test
    void an_event_that_was_not_taken_comes_again() {
        String channel = stage.channel("one");
        app.answers(503);
        stage.slack.administration().archive(AcmeWorkspace.ALICE, channel);
        app.answers(200);
        assertThat(stage.slack.tryAgain()).singleElement().satisfies(again -> assertThat(again.accepted())
                .isTrue());
    }

    @Test
    void what_administrators_keep_to_themselves_the_app_is_refused() {
        String channel = stage.channel("one");
        var preferences = stage.slack.workspace().preferences();
        preferences.keep(Kept.CREATE_PUBLIC, true);
        preferences.keep(Kept.ARCHIVE, true);
        assertThat(stage.error("conversations.create", "name", "two")).isEqualTo("restricted_action");
        assertThat(stage.error("conversations.create", "name", "two", "is_private", "true"))
                .isEqualTo("none");
        assertThat(stage.error("conversations.archive", "channel", channel)).isEqualTo("restricted_action");
        preferences.keep(Kept.CREATE_PUBLIC, false);
        preferences.keep(Kept.CREATE_PRIVATE, true);
        assertThat(stage.error("conversations.create", "name", "three")).isEqualTo("none");
        assertThat(stage.error("conversations.create", "name", "four", "is_private", "true"))
                .isEqualTo("restricted_action");
    }

    @Test
    void all_of_it_is_done_over_http() {
        String channel = stage.channel("one");
        String who = "{\"user\":\"U01ALICE\",\"channel\":\"" + channel + "\"";
        sim("rename", who + ",\"name\":\"two\"}");
        for (String deed : List.of("remove-app", "invite-app", "archive", "unarchive", "delete")) {
            assertThat(sim(deed, who + "}").getArray("deliveries")).as(deed).isNotEmpty();
        }
        sim("administrators-only", "{\"what\":\"archive\",\"on\":true}");
        assertThat(stage.slack.workspace().preferences().keeps(Kept.ARCHIVE)).isTrue();
        assertThat(sim("administrators-only", "{\"what\":\"dance\",\"on\":true}")
                        .getString("error"))
                .startsWith("what is one of");
    }

    private JsonObject sim(String command, String json) {
        return Stage.json(stage.post(stage.slack.url() + "/_sim/" + command, "", "application/json", json)
                .body());
    }

    private List<String> types() {
        return told().stream()
                .map(each -> each.getObject("event").getString("type"))
                .toList();
    }

    private List<JsonObject> told() {
        return app.requests().stream()
                .map(request -> Stage.json(request.text()))
                .filter(json -> json.getString("type", "").equals("event_callback"))
                .toList();
    }
}
