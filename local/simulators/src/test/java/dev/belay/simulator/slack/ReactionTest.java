package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.slack.app.MessageDeeds;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/reference/events/reaction_added, reference/methods/reactions.add and conversations.replies. */
class ReactionTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final MessageDeeds people = stage.slack.messageDeeds();

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
    void an_event_has_all_that_the_documented_one_has_and_nothing_of_the_message()
            throws IOException, JsonParserException {
        String ts = say("Tray 2 is broken");
        people.react(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, ts, "memo");
        JsonObject documented = documented();
        JsonObject made = Stage.json(app.last().text());
        assertThat(App.isSigned(app.last())).isTrue();
        assertThat(made.keySet()).containsAll(documented.keySet());
        assertThat(made.getObject("event").keySet())
                .isEqualTo(documented.getObject("event").keySet());
        assertThat(made.getObject("event").getObject("item").keySet())
                .isEqualTo(documented.getObject("event").getObject("item").keySet());
        assertThat(made.getArray("authorizations")).isEqualTo(documented.getArray("authorizations"));
        assertThat(made.getObject("event"))
                .containsEntry("user", AcmeWorkspace.BOB)
                .containsEntry("item_user", AcmeWorkspace.ALICE)
                .containsEntry("reaction", "memo");
        assertThat(made.getObject("event").getObject("item"))
                .containsEntry("channel", AcmeWorkspace.SUPPORT)
                .containsEntry("ts", ts);
    }

    @Test
    void everybody_reacts_once_with_each_emoji_and_the_history_shows_it() {
        String ts = say("Tray 2 is broken");
        people.react(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, ts, "memo");
        people.react(AcmeWorkspace.CAROL, AcmeWorkspace.SUPPORT, ts, "memo");
        people.react(AcmeWorkspace.CAROL, AcmeWorkspace.SUPPORT, ts, "thumbsup::skin-tone-2");
        assertThatThrownBy(() -> people.react(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, ts, "memo"))
                .hasMessageContaining("already_reacted");
        assertThatThrownBy(() -> people.react(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, ts, ":memo:"))
                .hasMessageContaining("invalid_name");
        JsonObject shown = stage.call("conversations.replies", "channel", AcmeWorkspace.SUPPORT, "ts", ts)
                .getArray("messages")
                .getObject(0);
        assertThat(shown.getArray("reactions").getObject(0))
                .containsEntry("name", "memo")
                .containsEntry("count", 2);
        assertThat(shown.getArray("reactions")).hasSize(2);
    }

    @Test
    void it_is_told_with_the_scope_and_where_the_app_is_alone() {
        String ts = say("Tray 2 is broken");
        String elsewhere = stage.slack
                .say(AcmeWorkspace.ALICE, AcmeWorkspace.GENERAL, "among ourselves", "")
                .ts();
        int before = stage.slack.deliveries().size();
        people.react(AcmeWorkspace.BOB, AcmeWorkspace.GENERAL, elsewhere, "memo");
        stage.slack.workspace().botScopes(List.of("channels:history", "chat:write"));
        people.react(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, ts, "memo");
        assertThat(stage.slack.deliveries()).hasSize(before);
        stage.slack.workspace().botScopes(AcmeWorkspace.BOT_SCOPES);
        people.react(AcmeWorkspace.CAROL, AcmeWorkspace.SUPPORT, ts, "memo");
        assertThat(stage.slack.deliveries()).hasSize(before + 1);
        assertThatThrownBy(() -> people.react(AcmeWorkspace.GUEST, AcmeWorkspace.GENERAL, elsewhere, "memo"))
                .hasMessageContaining("cannot do that");
    }

    private String say(String words) {
        return stage.slack
                .say(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, words, "")
                .ts();
    }

    private static JsonObject documented() throws IOException, JsonParserException {
        try (InputStream file = ReactionTest.class.getResourceAsStream("/slack/event_reaction.json")) {
            return Stage.json(
                    JsonParser.object().from(Objects.requireNonNull(file)).getString("body", ""));
        }
    }
}
