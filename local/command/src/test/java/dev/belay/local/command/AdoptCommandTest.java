package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.fuzz.Enumeration;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.team.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels of an older integration are adopted from the command line. */
final class AdoptCommandTest {
    /** More than Slack lets us ask about in a minute. */
    private static final int CHANNELS = Enumeration.asked().of(500, 120);

    private static final String GOES_ON = "the record's link has this channel already; a worker was told to go on.";

    private final AuditStage stage = new AuditStage();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nothing_is_adopted_without_a_yes() {
        String number = stage.incident();
        stage.bound(number);
        stage.answers.add("n");
        assertThat(stage.audit("--adopt")).isZero();
        assertThat(stage.out())
                .contains("Bob Baker, a full member, made it on ")
                .contains("it mentions " + number)
                .doesNotContain("is adopted");
        assertThat(stage.link(stage.sysId(number))).isEmpty();
    }

    @Test
    void what_is_confirmed_is_claimed_with_its_channel() {
        String number = stage.incident();
        String channel = stage.bound(number);
        stage.answers.add("y");
        assertThat(stage.audit("--adopt")).as(stage.errors()).isZero();
        assertThat(stage.out()).contains("is adopted: its card comes within a minute");
        assertThat(stage.link(stage.sysId(number)).getObject("channel_id").getString("S"))
                .isEqualTo(channel);
        assertThat(stage.link(stage.sysId(number)).getObject("state").getString("S"))
                .isEqualTo("PROVISIONING");
    }

    @Test
    void without_a_terminal_a_file_to_review_comes_out_and_adopts_nothing_until_somebody_has() throws IOException {
        String number = stage.incident();
        String channel = stage.bound(number);
        assertThat(stage.audit("--adopt")).isZero();
        Path file = Files.writeString(folder.resolve("review.txt"), stage.out());
        assertThat(stage.audit("--adopt", "--reviewed", file.toString())).isZero();
        assertThat(stage.link(stage.sysId(number))).as("all is commented out").isEmpty();

        String line = "adopt slack " + channel + " incident:" + stage.sysId(number);
        assertThat(stage.out()).isEmpty();
        Files.writeString(file, Files.readString(file).replace("# " + line, line));
        assertThat(stage.audit("--adopt", "--reviewed", file.toString()))
                .as(stage.errors())
                .isZero();
        assertThat(stage.link(stage.sysId(number)).getObject("channel_id").getString("S"))
                .isEqualTo(channel);
    }

    @Test
    void a_reviewed_line_that_no_audit_found_is_refused() throws IOException {
        String number = stage.incident();
        stage.bound(number);
        Path file = Files.writeString(
                folder.resolve("review.txt"),
                "adopt slack C0GENERAL incident:" + stage.sysId(number) + "  # by hand\n");
        assertThat(stage.audit("--adopt", "--reviewed", file.toString())).isOne();
        assertThat(stage.errors()).contains("not adopted: no audit found 'adopt slack C0GENERAL incident:");
        assertThat(stage.link(stage.sysId(number))).isEmpty();
    }

    @Test
    void many_channels_are_proposed_one_after_the_other_as_fast_as_slack_lets_us_ask() {
        for (int i = 0; i < CHANNELS; i++) {
            stage.bound(stage.incident());
        }
        assertThat(stage.adopt()).as(stage.errors()).isZero();
        assertThat(stage.out().lines().filter(line -> line.startsWith("# adopt ")))
                .hasSize(CHANNELS);
        assertThat(stage.errors()).as("limits were met, and waited out").contains("slack lets us go on in ");
    }

    @Test
    void a_reviewed_file_that_is_run_again_is_told_again() throws IOException {
        String number = stage.incident();
        String channel = stage.bound(number);
        String line = "adopt slack " + channel + " incident:" + stage.sysId(number);
        Path file = Files.writeString(folder.resolve("review.txt"), line + "\n");
        assertThat(stage.adopt("--reviewed", file.toString()))
                .as(stage.errors())
                .isZero();
        assertThat(stage.adopt("--reviewed", file.toString()))
                .as(stage.errors())
                .isZero();
        assertThat(stage.out()).contains(GOES_ON);
        assertThat(stage.adopt("--fresh", "--reviewed", file.toString()))
                .as("where no audit finds it any more")
                .isZero();
        assertThat(stage.out()).contains(GOES_ON);
    }

    @Test
    void a_claim_whose_hint_was_lost_is_told_again() {
        String number = stage.incident();
        stage.bound(number);
        stage.answers.add("y");
        assertThat(stage.adopt()).as(stage.errors()).isZero();
        assertThat(stage.link(stage.sysId(number)).getObject("state").getString("S"))
                .isEqualTo("PROVISIONING");
        stage.answers.add("n");
        assertThat(stage.adopt()).isZero();
        assertThat(stage.out())
                .contains("the record's link has this channel already")
                .doesNotContain(GOES_ON);
        stage.answers.add("y");
        assertThat(stage.adopt()).isZero();
        assertThat(stage.out()).as("by the audit of just now").contains(GOES_ON);
        stage.clock.pass(Duration.ofHours(2));
        stage.answers.add("y");
        assertThat(stage.adopt()).as(stage.errors()).isZero();
        assertThat(stage.out()).as("by another audit").contains(GOES_ON);
    }

    @Test
    void an_audit_within_the_hour_is_enough_also_where_another_one_is_at_work() {
        stage.bound(stage.incident());
        assertThat(stage.adopt()).isZero();
        assertThat(stage.out().lines().filter(line -> line.startsWith("# adopt ")))
                .hasSize(1);
        stage.bound(stage.incident());
        assertThat(stage.operator()
                        .leases(stage.world.stack().eventTable())
                        .acquire("audit-command", "another", Duration.ofMinutes(5)))
                .isEmpty();
        assertThat(stage.adopt()).isZero();
        assertThat(stage.errors()).contains("Another audit is at work");
        assertThat(stage.out().lines().filter(line -> line.startsWith("# adopt ")))
                .hasSize(1);
    }

    @Test
    void of_several_channels_each_can_be_named_in_a_reviewed_file() throws IOException {
        String number = stage.incident();
        String channel = stage.bound(number);
        stage.world.slack().workspace().atomically(() -> {
            Channel made = stage.world
                    .slack()
                    .workspace()
                    .createChannel("war-room-" + number.toLowerCase(Locale.ROOT), AcmeWorkspace.BOB, false);
            made.describe(new Channel.Words("Everything about " + number, AcmeWorkspace.BOB, 0));
            return made.members().add(AcmeWorkspace.APP.botUser());
        });
        stage.clock.pass(Duration.ofMinutes(20));
        assertThat(stage.adopt()).isZero();
        String line = "adopt slack " + channel + " incident:" + stage.sysId(number);
        assertThat(stage.out())
                .contains("several channels speak of the same record")
                .contains("#   Bob Baker, a full member, made it on ")
                .contains("# " + line);
        Path file = Files.writeString(folder.resolve("review.txt"), stage.out().replace("# " + line, line));
        assertThat(stage.adopt("--reviewed", file.toString()))
                .as(stage.errors())
                .isZero();
        assertThat(stage.link(stage.sysId(number)).getObject("channel_id").getString("S"))
                .isEqualTo(channel);
    }

    @Test
    void where_nothing_could_be_looked_at_it_says_so() {
        assertThat(stage.adopt()).isZero();
        assertThat(stage.errors()).contains("No channel is bound by its name.");
        stage.bound(stage.incident());
        stage.world.slack().workspace().botToken(Grant.Standing.REVOKED);
        assertThat(stage.adopt("--fresh")).isEqualTo(20);
        assertThat(stage.errors()).contains("WARNING place-unreadable: T01ACME: token rejected: token_revoked");
        stage.world
                .aws()
                .client("deployment")
                .call(
                        "dynamodb",
                        "DeleteTable",
                        JsonObject.builder()
                                .value("TableName", stage.world.stack().linkTable())
                                .done());
        assertThat(stage.adopt("--fresh")).isEqualTo(30);
        assertThat(stage.errors()).contains("ERROR table-missing: ");
        assertThat(stage.adopt("--json")).as("it is for people").isEqualTo(2);
    }

    @Test
    void guests_are_counted() {
        String channel = stage.bound(stage.incident());
        stage.world.slack().workspace().atomically(() -> stage.world
                .slack()
                .workspace()
                .channel(channel)
                .orElseThrow()
                .members()
                .add(AcmeWorkspace.GUEST));
        stage.answers.add("n");
        assertThat(stage.adopt()).isZero();
        assertThat(stage.out())
                .contains("it is not shared with another organization")
                .contains("guests among them: 1, who will see all that is said of the record");
    }

    @Test
    void who_typed_a_mark_into_a_description_is_not_our_app() {
        String number = stage.incident();
        var team = stage.world.teams().tenant().team(AcmeTeams.TEAM).orElseThrow();
        stage.operator()
                .installations(stage.world.stack().linkTable())
                .put(new Installation(
                        Platform.TEAMS,
                        AcmeTeams.TENANT,
                        team.id(),
                        team.threadId(),
                        new ReplyAddress(stage.world.teams().connectorUrl().toString())));
        team.create(
                "dev " + number,
                "All about " + number + " [belay:whatever]",
                dev.belay.simulator.teams.tenant.Channel.Kind.STANDARD);
        stage.clock.pass(Duration.ofMinutes(20));
        stage.answers.add("n");
        assertThat(stage.adopt()).as(stage.errors()).isZero();
        assertThat(stage.out())
                .contains("the platform does not tell who made it")
                .contains("people in it: ")
                .doesNotContain("our own app made it");
    }
}
