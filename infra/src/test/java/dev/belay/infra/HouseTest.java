package dev.belay.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.infra.House.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the architecture's rules do not cover is said, and with what to do about it. */
final class HouseTest {
    private static final Module CORE = new Module("core", Set.of("dev.belay.card", "dev.belay.link"));
    private static final Module SLACK = new Module("adapters/slack", Set.of("dev.belay.slack"));
    private static final Set<String> SEEN = Set.of("dev.belay.card", "dev.belay.link", "dev.belay.slack");

    @TempDir
    Path root;

    @Test
    void a_house_whose_packages_each_have_one_room_has_no_gap() {
        assertThat(house(CORE, SLACK).gaps(SEEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "core,CORE",
        "adapters/signature,BUILDING_BLOCK",
        "adapters/pager-protocol,PROTOCOL",
        "adapters/pager,ADAPTER",
        "functions/ingress,INGRESS",
        "functions/wiring,SHARED_BY_WORKERS",
        "functions/page-sent,WORKER",
        "local/simulators,SIMULATORS",
        "local/command,LOCAL"
    })
    void the_folder_tells_the_room_of_a_module_that_nobody_listed_too(String folder, Room room) {
        assertThat(Room.of(folder)).contains(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "tools/report", "infra", "functions/ingress/bench"})
    void a_module_in_no_room_is_reported_with_what_to_do(String folder) {
        Module stranger = new Module(folder, Set.of("dev.belay.stranger"));
        assertThat(house(stranger).gaps(Set.of("dev.belay.stranger")))
                .singleElement()
                .asString()
                .startsWith(folder + " stands in no room: move it into core, adapters, functions or local,");
    }

    @Test
    void a_module_that_the_rules_do_not_see_is_reported() {
        Module pager = new Module("adapters/pager", Set.of("dev.belay.pager"));
        assertThat(house(CORE, SLACK, pager).gaps(SEEN))
                .containsExactly("no rule sees dev.belay.pager of adapters/pager: let a function use the module,"
                        + " or name it in infra/pom.xml");
    }

    @Test
    void a_package_of_two_modules_is_reported() {
        Module twin = new Module("adapters/teams", Set.of("dev.belay.slack"));
        assertThat(house(CORE, SLACK, twin).gaps(SEEN))
                .singleElement()
                .asString()
                .startsWith("dev.belay.slack is a package of adapters/slack and of adapters/teams: ");
    }

    @Test
    void a_package_of_no_module_is_reported() {
        assertThat(house(CORE).gaps(SEEN))
                .containsExactly("dev.belay.slack is the package of no module: list its module in pom.xml");
    }

    @Test
    void a_repository_is_read_from_its_pom_and_its_folders() throws IOException {
        write("pom.xml", """
                <project>
                  <modules><module>core</module><module>adapters/slack</module><module>infra/app</module></modules>
                  <profiles><profile><modules><module>functions/bench</module></modules></profile></profiles>
                </project>
                """);
        write("core/src/main/java/dev/belay/card/Card.java", "");
        write("core/src/main/java/dev/belay/package-info.java", "");
        write("core/src/test/java/dev/belay/fake/Fake.java", "");
        write("adapters/slack/src/main/java/dev/belay/slack/Slack.java", "");
        write("adapters/slack/pom.xml", "");
        write("adapters/teams/pom.xml", "");
        write("infra/app/pom.xml", "");
        Files.createDirectories(root.resolve("functions"));
        Files.createDirectories(root.resolve("local"));

        House house = House.in(root);

        assertThat(house.modules())
                .containsExactly(
                        new Module("core", Set.of("dev.belay.card")),
                        new Module("adapters/slack", Set.of("dev.belay.slack")));
        assertThat(house.gaps(Set.of("dev.belay.card", "dev.belay.slack")))
                .containsExactly("adapters/teams has a pom and is no module of the build: list it in pom.xml");
    }

    private static House house(Module... modules) {
        return new House(List.of(modules), Set.of());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(UTF_8));
    }
}
