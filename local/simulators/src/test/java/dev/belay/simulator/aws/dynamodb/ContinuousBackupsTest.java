package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** A table can be restored to a point in time where that was switched on. */
final class ContinuousBackupsTest {
    private static final String SWITCH =
            "{'TableName': 'things', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': %s}}";

    private final Asked asked = Asked.inMemory(new PassingClock(Clock.systemUTC()));

    @Test
    void it_is_off_until_it_is_switched_on() {
        assertThat(status()).isEqualTo("DISABLED");
        asked.done("UpdateContinuousBackups", SWITCH.formatted("true"));
        assertThat(status()).isEqualTo("ENABLED");
        asked.done("UpdateContinuousBackups", SWITCH.formatted("false"));
        assertThat(status()).isEqualTo("DISABLED");
    }

    @Test
    void of_a_table_that_is_not_there_nothing_is_told() {
        assertThat(asked.refusal("DescribeContinuousBackups", "{'TableName': 'none'}"))
                .isEqualTo("TableNotFoundException: Table not found: none");
    }

    private String status() {
        return asked.done("DescribeContinuousBackups", "{'TableName': 'things'}")
                .getObject("ContinuousBackupsDescription")
                .getObject("PointInTimeRecoveryDescription")
                .getString("PointInTimeRecoveryStatus");
    }
}
