package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with messages and files is said over HTTP too, and the app hears of it. */
class MessageControlTest {
    private static final String USER = "user";
    private static final String CHANNEL = "channel";
    private static final String TEXT = "text";

    private final Stage stage = new Stage();
    private final App app = new App();

    @BeforeEach
    void begin() {
        sim("request-url", Map.of("url", app.url().toString()));
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    @Test
    void a_message_is_changed_pinned_reacted_to_marked_from_its_menu_and_deleted() {
        String ts = sim("say", by(AcmeWorkspace.ALICE, TEXT, "It is dwon")).getString("ts");
        sim("edit-message", by(AcmeWorkspace.ALICE, "ts", ts, TEXT, "It is down"));
        assertThat(event().getString("subtype")).isEqualTo("message_changed");
        assertThat(event().getObject("message").getString(TEXT)).isEqualTo("It is down");
        sim("pin", by(AcmeWorkspace.BOB, "ts", ts));
        assertThat(event().getString("type")).isEqualTo("pin_added");
        sim("react", by(AcmeWorkspace.BOB, "ts", ts, "emoji", "memo"));
        assertThat(event().getString("type")).isEqualTo("reaction_added");
        assertThat(sim("shortcut", by(AcmeWorkspace.BOB, "ts", ts, "callback_id", "belay_record"))
                        .getBoolean("accepted"))
                .isTrue();
        assertThat(app.payload().getString("type")).isEqualTo("message_action");
        sim("delete-message", by(AcmeWorkspace.ALICE, "ts", ts));
        assertThat(event().getString("subtype")).isEqualTo("message_deleted");
    }

    @Test
    void a_file_is_shared_in_a_thread() {
        String root = sim("say", by(AcmeWorkspace.ALICE, TEXT, "Look")).getString("ts");
        sim("share-file", by(AcmeWorkspace.ALICE, "name", "log.txt", "content", "Ym9vbQ==", "thread_ts", root));
        assertThat(event().getString("thread_ts")).isEqualTo(root);
        assertThat(event().getArray("files").getObject(0)).containsEntry("name", "log.txt");
    }

    @Test
    void what_one_may_not_do_is_said() {
        String ts = sim("say", by(AcmeWorkspace.ALICE, TEXT, "Mine")).getString("ts");
        assertThat(sim("edit-message", by(AcmeWorkspace.BOB, "ts", ts, TEXT, "x"))
                        .getString("error"))
                .contains("did not write");
        assertThat(sim("react", by(AcmeWorkspace.BOB, "ts", "1.1", "emoji", "memo"))
                        .getString("error"))
                .contains("no message is 1.1");
        assertThat(sim("pin", by(AcmeWorkspace.BOB)).getString("error")).isEqualTo("ts is missing");
    }

    private JsonObject event() {
        return Stage.json(app.last().text()).getObject("event");
    }

    private static Map<String, String> by(String user, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(USER, user, CHANNEL, AcmeWorkspace.SUPPORT));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private JsonObject sim(String command, Map<String, String> fields) {
        return Stage.json(
                stage.post(stage.slack.url() + "/_sim/" + command, "", "application/json", JsonWriter.string(fields))
                        .body());
    }
}
