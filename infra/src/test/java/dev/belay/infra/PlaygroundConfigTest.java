package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.teams.AcmeTeams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What Agents Playground is told to be is the tenant that {@code ./belay local} knows. */
final class PlaygroundConfigTest {
    private final Tree config = new Tree(
            new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("teams/playground.yml"))));

    PlaygroundConfigTest() throws IOException {}

    @Test
    void it_is_our_tenant_with_our_app_and_our_team() {
        assertThat(config.at("tenantId").text()).isEqualTo(AcmeTeams.TENANT);
        assertThat(config.at("bot", "id").text()).isEqualTo(AcmeTeams.APP.mri());
        assertThat(config.at("team", "id").text()).isEqualTo(AcmeTeams.GENERAL);
        assertThat(config.at("team", "aadGroupId").text()).isEqualTo(AcmeTeams.TEAM);
        assertThat(config.at("team", "channels").elements().getFirst().at("id").text())
                .isEqualTo(AcmeTeams.SUPPORT);
    }

    @Test
    void its_people_are_ours_and_are_found_by_their_object_id() {
        assertThat(config.at("currentUser", "aadObjectId").text()).isEqualTo(AcmeTeams.ALICE);
        assertThat(config.at("users").elements())
                .hasSize(5)
                .allSatisfy(user -> assertThat(user.at("id").text())
                        .isEqualTo(user.at("aadObjectId").text()))
                .extracting(user -> user.at("aadObjectId").text())
                .contains(AcmeTeams.BOB, AcmeTeams.CAROL, AcmeTeams.DAVE, AcmeTeams.ERIN);
    }
}
