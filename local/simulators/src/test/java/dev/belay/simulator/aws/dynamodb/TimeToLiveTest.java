package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What has expired is deleted late, by the clock that tests move. */
final class TimeToLiveTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ON =
            "{'TableName': 'things', 'TimeToLiveSpecification': {'AttributeName': 'expires', 'Enabled': true}}";

    private final PassingClock clock = new PassingClock(() -> NOW);
    private final Asked asked = Asked.inMemory(clock);

    @Test
    void an_expired_item_shows_until_it_is_swept_days_later() {
        asked.done("UpdateTimeToLive", ON);
        put(1, NOW.plusSeconds(60));
        clock.pass(Duration.ofHours(47));
        assertThat(asked.item(1)).isNotEmpty();
        clock.pass(Duration.ofHours(3));
        assertThat(asked.item(1)).isEmpty();
        assertThat(Asked.ranges(asked.done("Scan", "{'TableName': 'things', 'IndexName': 'keys'}")))
                .isEmpty();
    }

    @Test
    void what_has_no_time_or_another_type_or_is_five_years_old_stays() {
        asked.done("UpdateTimeToLive", ON);
        asked.put(1, "");
        asked.put(2, "'expires': {'S': '1'}");
        put(3, NOW.minus(Duration.ofDays(6 * 365)));
        put(4, NOW.plus(Duration.ofDays(30)));
        clock.pass(Duration.ofDays(10));
        assertThat(Asked.ranges(asked.done("Scan", "{'TableName': 'things'}"))).containsExactly("1", "2", "3", "4");
    }

    @Test
    void nothing_expires_where_it_is_off() {
        put(1, NOW);
        clock.pass(Duration.ofDays(10));
        assertThat(asked.item(1)).isNotEmpty();
    }

    @Test
    void it_is_described_and_not_turned_on_twice() {
        assertThat(status()).isEqualTo("DISABLED");
        asked.done("UpdateTimeToLive", ON);
        assertThat(status()).isEqualTo("ENABLED");
        assertThat(asked.refusal("UpdateTimeToLive", ON))
                .isEqualTo("ValidationException: TimeToLive is already enabled");
        assertThat(asked.refusal("UpdateTimeToLive", ON.replace("expires", "other")))
                .isEqualTo(
                        "ValidationException: TimeToLive is active on a different AttributeName: current AttributeName is"
                                + " expires");
        asked.done("UpdateTimeToLive", ON.replace("true", "false"));
        assertThat(status()).isEqualTo("DISABLED");
    }

    private String status() {
        return asked.done("DescribeTimeToLive", "{'TableName': 'things'}")
                .getObject("TimeToLiveDescription")
                .getString("TimeToLiveStatus");
    }

    private void put(int sk, Instant expires) {
        asked.put(sk, "'st': {'S': 'OPEN'}, 'expires': {'N': '" + expires.getEpochSecond() + "'}");
    }
}
