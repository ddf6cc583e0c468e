package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.alarm.Published;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A platform refuses our token: people hear of it once, through the other platform, and of its return. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadTokenTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private Bench bench = begun();
    private final Map<Platform, Backstage> stages = new EnumMap<>(Platform.class);

    private Bench begun() {
        return Bench.beside(aws, faults, clock, Platform.SLACK, EnumSet.allOf(Platform.class));
    }

    @BeforeEach
    void both_platforms_have_an_operations_channel() {
        stages.put(Platform.SLACK, new SlackBackstage(bench.world().slack()));
        stages.put(Platform.TEAMS, new TeamsBackstage(bench.world().teams()));
        bench.world().installation().changeSettings(settings -> settings.put("operations_channel", operations()));
        bench.check();
    }

    private static JsonObject operations() {
        return JsonObject.builder()
                .object("slack")
                .value("workspace_id", AcmeWorkspace.TEAM)
                .value("channel", AcmeWorkspace.SUPPORT)
                .end()
                .object("teams")
                .value("tenant_id", AcmeTeams.TENANT)
                .value("team_id", AcmeTeams.TEAM)
                .value("channel", AcmeTeams.SUPPORT)
                .end()
                .done();
    }

    @AfterEach
    void another_world() {
        bench.close();
        bench = begun();
    }

    @AfterAll
    void all_stops() {
        bench.close();
        aws.close();
    }

    @Test
    void nothing_is_said_while_all_is_well() {
        hour();
        assertThat(said(Platform.SLACK)).isEmpty();
        assertThat(said(Platform.TEAMS)).isEmpty();
        assertThat(bench.published()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void a_dead_token_is_told_once_through_the_other_platform_and_so_is_its_return(Platform dead) {
        Platform other = dead == Platform.SLACK ? Platform.TEAMS : Platform.SLACK;
        stage(dead).signIn(false);
        hour();
        hour();
        assertThat(said(dead)).isEmpty();
        assertThat(said(other))
                .singleElement()
                .asString()
                .startsWith(dead.label() + " refuses our credential " + dead.id() + "/");
        assertThat(bench.published())
                .singleElement()
                .extracting(Published::subject)
                .asString()
                .matches("Belay: credential " + dead.id() + "/\\S+ is unhealthy");

        stage(dead).signIn(true);
        hour();
        hour();
        assertThat(said(dead)).isEmpty();
        assertThat(said(other)).hasSize(2).last().asString().contains(" takes our credential ");
        assertThat(bench.published()).hasSize(2);
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void where_both_are_dead_the_topic_tells_and_the_first_that_works_again_is_told_of_both() {
        stages.values().forEach(stage -> stage.signIn(false));
        hour();
        hour();
        assertThat(said(Platform.SLACK)).isEmpty();
        assertThat(said(Platform.TEAMS)).isEmpty();
        assertThat(bench.published()).hasSize(2);

        stage(Platform.TEAMS).signIn(true);
        hour();
        assertThat(said(Platform.SLACK)).isEmpty();
        assertThat(said(Platform.TEAMS)).hasSize(3);
        assertThat(bench.published()).hasSize(3);
    }

    private void hour() {
        bench.pass(AN_HOUR);
        bench.check();
    }

    private Backstage stage(Platform platform) {
        return Objects.requireNonNull(stages.get(platform));
    }

    private List<String> said(Platform platform) {
        String channel = platform == Platform.SLACK ? AcmeWorkspace.SUPPORT : AcmeTeams.SUPPORT;
        return stage(platform).said(channel).stream()
                .filter(sentence -> sentence.contains("credential"))
                .toList();
    }
}
