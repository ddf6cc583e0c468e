package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.app.Button;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: activities recorded from Microsoft 365 Agents Playground (npm {@code @microsoft/m365agentsplayground}). */
class ShapeTest {
    private final Stage stage = new Stage();
    private final App app = new App();

    @BeforeEach
    void begin() {
        stage.teams.messagingEndpoint(app.url());
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private static JsonObject recorded(String name) {
        try (InputStream in = ShapeTest.class.getResourceAsStream("/teams/" + name + ".json")) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return Stage.json(new String(bytes, StandardCharsets.UTF_8)).getObject("body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of an activity's properties with the kinds of their values. */
    private static Set<String> shape(JsonObject object) {
        Set<String> paths = new TreeSet<>();
        collect("", object, paths);
        return paths;
    }

    private static void collect(String path, Object value, Set<String> paths) {
        if (value instanceof JsonObject object) {
            object.forEach((name, each) -> collect(path + "/" + name, each, paths));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> collect(path + "[]", each, paths));
        } else {
            paths.add(path + " " + value.getClass().getSimpleName());
        }
    }

    private String chat() {
        return stage.connector("POST", "v3/conversations", Stage.chat(AcmeTeams.ALICE))
                .json()
                .getString("id");
    }

    private void press(Button how) {
        String chat = chat();
        String message = stage.connector("POST", Stage.activities(chat), Stage.message(Stage.CARD))
                .json()
                .getString("id");
        stage.teams.press(AcmeTeams.ALICE, chat, message, "ack", how);
    }

    @Test
    void an_execute_has_all_that_a_recorded_one_has() {
        press(Button.EXECUTE);
        assertThat(shape(app.activity())).containsAll(shape(recorded("invoke_action_execute")));
    }

    @Test
    void a_submit_has_all_that_a_recorded_one_has() {
        press(Button.SUBMIT);
        assertThat(shape(app.activity())).containsAll(shape(recorded("message_action_submit")));
    }

    @Test
    void an_installation_has_all_that_a_recorded_one_has() {
        stage.teams.administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
        JsonObject activity = Stage.json(app.requests().getFirst().text());
        assertThat(shape(activity)).containsAll(shape(recorded("installation_update_team")));
    }
}
