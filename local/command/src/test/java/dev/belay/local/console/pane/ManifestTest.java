package dev.belay.local.console.pane;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the console offers in a message's menu is what the app's manifests put there. */
final class ManifestTest {
    private static final Path INFRA = Path.of("../../infra");

    @Test
    void slacks_shortcuts_are_the_manifests() throws IOException {
        String manifest = Files.readString(INFRA.resolve("slack/manifest.yaml"));
        assertThat(Pattern.compile("- name: (.+)\\n\\s+type: message.*\\n\\s+callback_id: (\\S+)")
                        .matcher(manifest)
                        .results()
                        .collect(Collectors.toMap(found -> found.group(2), found -> found.group(1))))
                .isEqualTo(SlackPane.SHORTCUTS);
    }

    @Test
    void teams_commands_are_the_manifests() throws IOException, JsonParserException {
        JsonObject manifest = JsonParser.object().from(Files.readString(INFRA.resolve("teams/manifest.json")));
        JsonObject extension = manifest.getArray("composeExtensions").getObject(0);
        assertThat(Systems.objects(extension, "commands").stream()
                        .collect(Collectors.toMap(
                                command -> command.getString("id"), command -> command.getString("title"))))
                .isEqualTo(TeamsPane.COMMANDS);
    }
}
