package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The client secret of the app in Teams ends: people hear of it a month before, once, and the days are counted down. */
final class ExpiringTokenTest {
    private final PassingClock clock = new PassingClock(Clock.systemUTC());

    @Test
    void an_end_is_told_a_month_before_and_its_days_are_counted_until_a_new_secret_is_stored() {
        Faults faults = new Faults();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock, Platform.TEAMS)) {
            bench.world().installation().printTo(new PrintStream(printed, true, StandardCharsets.UTF_8));
            store(bench, today().plusDays(33));
            bench.check();
            assertThat(bench.published()).isEmpty();
            assertThat(taken(printed)).contains("\"CredentialDaysLeft\":32");

            for (int day = 0; day < 5; day++) {
                bench.pass(Duration.ofDays(1));
                bench.check();
            }
            assertThat(bench.published())
                    .singleElement()
                    .satisfies(told -> assertThat(told.subject())
                            .isEqualTo("Belay: credential teams/" + AcmeTeams.TENANT + " is expiring"))
                    .satisfies(told -> assertThat(told.message()).contains("must be replaced: it ends on "));
            assertThat(taken(printed))
                    .contains("\"CredentialDaysLeft\":27")
                    .contains("\"CredentialUnhealthy\":0")
                    .contains("\"CredentialsChecked\":");

            store(bench, today().plusDays(365));
            bench.pass(Duration.ofHours(1));
            bench.check();
            bench.check();
            assertThat(bench.published()).hasSize(2).last().satisfies(told -> assertThat(told.subject())
                    .endsWith(" is healthy"));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void store(Bench bench, LocalDate end) {
        bench.world()
                .aws()
                .putSecret(
                        bench.world().stack().name() + "/teams/" + AcmeTeams.TENANT,
                        "{\"client_secret\":\"" + AcmeTeams.APP.secret() + "\",\"expires_on\":\"" + end + "\"}");
    }

    /** What was printed since this was last asked. */
    private static String taken(ByteArrayOutputStream printed) {
        String text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return text;
    }
}
