package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chat of the bot with one person. Source: docs.slack.dev/reference/methods/conversations.open. */
class DirectMessageTest {
    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    private JsonObject open(String users) {
        return stage.call("conversations.open", "users", users);
    }

    @Test
    void a_chat_is_opened_once_and_is_the_same_from_then_on() {
        String chat = open(AcmeWorkspace.ALICE).getObject("channel").getString("id");
        assertThat(chat).startsWith("D");
        JsonObject again = open(AcmeWorkspace.ALICE);
        assertThat(again.getObject("channel")).containsEntry("id", chat);
        assertThat(again).containsEntry("already_open", true).containsEntry("no_op", true);
        assertThat(open(AcmeWorkspace.BOB).getObject("channel").getString("id")).isNotEqualTo(chat);
    }

    private JsonObject read(String user, String chat) {
        String token = stage.slack.workspace().userToken(user);
        return stage.callAs(token, "conversations.history", "channel", chat);
    }

    @Test
    void what_is_said_there_is_seen_by_the_two_alone() {
        String chat = open(AcmeWorkspace.ALICE).getObject("channel").getString("id");
        stage.call("chat.postMessage", "channel", chat, "text", "Not now.");
        assertThat(stage.slack.messages(chat))
                .extracting(message -> message.content().text())
                .containsExactly("Not now.");
        assertThat(read(AcmeWorkspace.ALICE, chat)
                        .getArray("messages")
                        .getObject(0)
                        .getString("text"))
                .isEqualTo("Not now.");
        assertThat(read(AcmeWorkspace.BOB, chat)).containsEntry("error", "channel_not_found");
        assertThat(stage.call("conversations.list", "types", "public_channel,private_channel")
                        .getArray("channels"))
                .extracting(channel -> ((JsonObject) channel).getString("id"))
                .doesNotContain(chat);
    }

    @Test
    void it_needs_its_scope_and_somebody_to_talk_to() {
        List<String> scopes = new ArrayList<>(AcmeWorkspace.BOT_SCOPES);
        scopes.remove("im:write");
        assertThat(stage.error("conversations.open")).isEqualTo("users_list_not_supplied");
        assertThat(stage.error("conversations.open", "users", "U0NOBODY")).isEqualTo("user_not_found");
        assertThat(stage.error("conversations.open", "users", AcmeWorkspace.DEACTIVATED))
                .isEqualTo("user_disabled");
        assertThat(stage.error("conversations.open", "users", AcmeWorkspace.OTHER_BOT))
                .isEqualTo("cannot_dm_bot");
        assertThat(stage.error("conversations.open", "users", AcmeWorkspace.ALICE + "," + AcmeWorkspace.BOB))
                .isEqualTo("missing_scope");
        stage.slack.workspace().botScopes(scopes);
        JsonObject refused = open(AcmeWorkspace.ALICE);
        assertThat(refused).containsEntry("error", "missing_scope").containsEntry("needed", "im:write");
    }
}
