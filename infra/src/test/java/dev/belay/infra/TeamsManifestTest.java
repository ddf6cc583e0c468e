package dev.belay.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Teams app that is installed is the one that the code is written for, and one that Teams takes. */
final class TeamsManifestTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(?m)^\\| `([A-Za-z]+\\.[A-Za-z.]+\\.Group)` \\| \\S.*\\|$");
    private static final int WHITE = 0xFFFFFF;

    private final Tree manifest = new Tree(JsonParser.object().from(TeamsApp.filledManifest()));

    TeamsManifestTest() throws JsonParserException {}

    @Test
    @Requires(Tool.NODE)
    void the_filled_manifest_is_as_microsofts_schema_asks(@TempDir Path folder) throws IOException {
        assertThat(checked(TeamsApp.filledManifest(), folder)).isEqualTo(new ToolRun(0, ""));
    }

    @Test
    @Requires(Tool.NODE)
    void a_manifest_that_is_not_filled_is_refused(@TempDir Path folder) throws IOException {
        ToolRun run = checked(TeamsApp.manifest(), folder);

        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("/id must match", "/bots/0/botId must match");
    }

    @ParameterizedTest
    @Requires(Tool.NODE)
    @CsvSource(delimiter = '|', textBlock = """
            "team", "personal"    | "teem", "personal"    | /bots/0/scopes/0
            #1F4E5F               | teal                  | /accentColor
            "canUpdateConfig      | "canChangeConfig      | /configurableTabs/0
            "Application" }       | "App" }               | /authorization/permissions/resourceSpecific/0/type
            "outline":            | "line":               | /icons
            """)
    void the_schema_finds_what_is_wrong(String right, String wrong, String said, @TempDir Path folder)
            throws IOException {
        String broken = TeamsApp.filledManifest().replace(right, wrong);
        ToolRun run = checked(broken, folder);

        assertThat(broken).isNotEqualTo(TeamsApp.filledManifest());
        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains(said);
    }

    @Test
    void an_installation_gives_its_app_and_its_instance_and_nothing_else() {
        assertThat(PLACEHOLDER.matcher(TeamsApp.manifest()).results().map(MatchResult::group))
                .containsOnly("${project.version}", "${teams.app.id}", "${servicenow.host}");
        assertThat(TeamsApp.filledManifest()).doesNotContain("${");
    }

    @Test
    void the_permissions_are_those_that_the_simulated_teams_grants() {
        assertThat(permissions()).containsExactlyInAnyOrderElementsOf(AcmeTeams.PERMISSIONS);
    }

    @Test
    void each_permission_is_given_a_reason_and_no_other_is() {
        assertThat(DOCUMENTED.matcher(TeamsApp.readme()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(permissions());
    }

    @Test
    void no_permission_is_lent_by_a_person() {
        assertThat(resourceSpecific()).allMatch(each -> each.at("type").text().equals("Application"));
    }

    @Test
    void the_bot_is_in_teams_and_can_answer_one_person_alone() {
        Tree bot = manifest.at("bots").elements().getFirst();

        assertThat(bot.at("scopes").elements()).map(Tree::text).containsExactly("team", "personal");
        assertThat(bot.at("botId").text())
                .isEqualTo(manifest.at("webApplicationInfo", "id").text());
        assertThat(manifest.at("defaultInstallScope").text()).isEqualTo("team");
    }

    @Test
    void a_message_is_recorded_from_its_menu_by_the_command_that_the_code_knows() {
        Tree extension = manifest.at("composeExtensions").elements().getFirst();
        Tree command = extension.at("commands").elements().getFirst();

        assertThat(extension.at("botId").text())
                .isEqualTo(manifest.at("webApplicationInfo", "id").text());
        assertThat(command.at("id").text()).isEqualTo("record");
        assertThat(command.at("type").text()).isEqualTo("action");
        assertThat(command.at("fetchTask").text()).as("it asks for nothing").isEqualTo("true");
        assertThat(command.at("context").elements()).map(Tree::text).containsExactly("message");
    }

    @Test
    void a_channel_can_bear_our_tab_and_nobody_reconfigures_it() {
        Tree tab = manifest.at("configurableTabs").elements().getFirst();

        assertThat(tab.at("scopes").elements()).map(Tree::text).containsExactly("team");
        assertThat(tab.at("canUpdateConfiguration").text()).isEqualTo("false");
        assertThat(manifest.at("validDomains").elements()).map(Tree::text).containsExactly("acme.service-now.com");
    }

    @Test
    void the_color_icon_is_192_pixels_wide_and_has_no_hole() throws IOException {
        BufferedImage icon =
                ImageIO.read(TeamsApp.icon(manifest.at("icons", "color").text()));

        assertThat(List.of(icon.getWidth(), icon.getHeight())).containsExactly(192, 192);
        assertThat(pixels(icon)).allMatch(pixel -> pixel >>> 24 == 0xFF);
    }

    @Test
    void the_outline_icon_is_32_pixels_wide_and_white_on_nothing() throws IOException {
        BufferedImage icon =
                ImageIO.read(TeamsApp.icon(manifest.at("icons", "outline").text()));

        assertThat(List.of(icon.getWidth(), icon.getHeight())).containsExactly(32, 32);
        assertThat(pixels(icon))
                .allMatch(pixel -> pixel >>> 24 == 0 || (pixel & WHITE) == WHITE)
                .anyMatch(pixel -> pixel >>> 24 == 0)
                .anyMatch(pixel -> pixel >>> 24 == 0xFF);
    }

    @Test
    void a_zip_holds_the_manifest_and_the_icons_at_its_root_and_nothing_else() throws IOException {
        assertThat(TeamsApp.zips()).isNotEmpty().allSatisfy(zip -> assertThat(
                        TeamsApp.contents(zip).keySet())
                .containsExactly("manifest.json", "color.png", "outline.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"color.png", "outline.png"})
    void a_zips_icons_are_untouched(String icon) throws IOException {
        byte[] drawn = TeamsApp.icon(icon).readAllBytes();

        assertThat(TeamsApp.zips())
                .allSatisfy(zip -> assertThat(TeamsApp.contents(zip).get(icon)).isEqualTo(drawn));
    }

    @Test
    void a_zip_that_is_not_filled_says_so_in_its_name() throws IOException {
        for (Path zip : TeamsApp.zips()) {
            boolean unfilled = new String(TeamsApp.contents(zip).get("manifest.json"), UTF_8).contains("${");

            assertThat(zip.getFileName().toString())
                    .isEqualTo(unfilled ? "belay-teams-unfilled.zip" : "belay-teams.zip");
        }
    }

    private List<Tree> resourceSpecific() {
        return manifest.at("authorization", "permissions", "resourceSpecific").elements();
    }

    private List<String> permissions() {
        return resourceSpecific().stream().map(each -> each.at("name").text()).toList();
    }

    private static ToolRun checked(String manifest, Path folder) throws IOException {
        return NodeTools.ready().manifest(Files.writeString(folder.resolve("manifest.json"), manifest));
    }

    private static List<Integer> pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .boxed()
                .toList();
    }
}
