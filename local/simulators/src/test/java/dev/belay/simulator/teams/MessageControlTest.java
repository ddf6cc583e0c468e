package dev.belay.simulator.teams;

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
    private static final String PERSON = "person";
    private static final String CHANNEL = "channel";
    private static final String MESSAGE = "message";
    private static final String TEXT = "text";

    private final Stage stage = new Stage();
    private final App app = new App();

    @BeforeEach
    void begin() {
        sim("messaging-endpoint", Map.of("url", app.url().toString()));
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    @Test
    void a_message_is_changed_marked_from_its_menu_and_deleted() {
        String id = say("It is dwon");
        sim("edit-message", by(AcmeTeams.ALICE, MESSAGE, id, TEXT, "It is down"));
        assertThat(activity()).containsEntry("type", "messageUpdate");
        assertThat(activity().getString(TEXT)).contains("It is down");
        sim("command", by(AcmeTeams.BOB, MESSAGE, id, "command", "record"));
        assertThat(activity()).containsEntry("name", "composeExtension/fetchTask");
        sim("delete-message", by(AcmeTeams.ALICE, MESSAGE, id));
        assertThat(activity()).containsEntry("type", "messageDelete");
        assertThat(sim("undelete-message", by(AcmeTeams.BOB, MESSAGE, id)).getString("error"))
                .contains("deleted no message");
        sim("undelete-message", by(AcmeTeams.ALICE, MESSAGE, id));
        assertThat(activity()).containsEntry("type", "messageUpdate").containsEntry("id", id);
        assertThat(activity().getObject("channelData")).containsEntry("eventType", "undeleteMessage");
        assertThat(activity().getString(TEXT)).contains("It is down");
    }

    @Test
    void a_file_is_shared_in_a_thread() {
        String root = say("Look");
        String id = sim("share-file", by(AcmeTeams.ALICE, "name", "log.txt", "content", "Ym9vbQ==", "thread", root))
                .getString("id");
        assertThat(activity()).containsEntry("type", "message").containsEntry("id", id);
        assertThat(stage.teams
                        .tenant()
                        .library()
                        .of(stage.teams.channel(AcmeTeams.SUPPORT))
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("log.txt"));
    }

    @Test
    void what_one_may_not_do_is_said() {
        String id = say("Mine");
        assertThat(sim("edit-message", by(AcmeTeams.BOB, MESSAGE, id, TEXT, "x"))
                        .getString("error"))
                .contains("wrote no message");
        assertThat(sim("delete-message", by(AcmeTeams.ALICE)).getString("error"))
                .isEqualTo("message is missing");
    }

    private String say(String words) {
        return sim("say", by(AcmeTeams.ALICE, TEXT, words)).getString("id");
    }

    private JsonObject activity() {
        return Stage.json(app.last().text());
    }

    private static Map<String, String> by(String person, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(PERSON, person, CHANNEL, AcmeTeams.SUPPORT));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private JsonObject sim(String command, Map<String, String> fields) {
        return stage.call("POST", stage.teams.url() + "/_sim/" + command, "", JsonWriter.string(fields))
                .json();
    }
}
