package dev.belay.aws.table.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimitStoreContract;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rate limits on the real engine keep the contract, and one worker's limit holds for the others within a second. */
final class DynamoDbRateLimitStoreTest implements RateLimitStoreContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final RateLimitStore limits = another();

    @Override
    public RateLimitStore limits() {
        return limits;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String token() {
        return "slack:T" + Cloud.unique();
    }

    @Test
    void one_read_a_second_answers_for_all_methods() {
        String token = token();
        assertThat(Cloud.requestsOf(() -> {
                    limits.notBefore(token, "chat.update");
                    limits.notBefore(token, "chat.postMessage");
                    limits.notBefore(token, "users.info");
                }))
                .isEqualTo(Map.of("dynamodb GetItem", 1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(Cloud.requestsOf(() -> limits.notBefore(token, "chat.update")))
                .isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void a_limit_met_by_one_worker_holds_for_all_within_a_second() {
        String token = token();
        Instant until = clock.instant().plusSeconds(30);
        assertThat(limits.notBefore(token, "chat.update")).isEmpty();
        assertThat(Cloud.requestsOf(() -> another().hold(token, "chat.update", until)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.notBefore(token, "chat.update")).contains(until);
    }

    @Test
    void a_hold_whose_answer_was_lost_holds() {
        String token = token();
        Instant until = clock.instant().plusSeconds(30);
        Cloud.losingTheFirstAnswer(() -> limits.hold(token, "chat.update", until));
        assertThat(limits.notBefore(token, "chat.update")).contains(until);
    }

    @Test
    void a_part_of_a_millisecond_is_waited_out() {
        String token = token();
        limits.hold(token, "chat.update", clock.instant().plusNanos(1));
        assertThat(limits.notBefore(token, "chat.update"))
                .contains(clock.instant().plusMillis(1));
    }

    private RateLimitStore another() {
        return Cloud.worker(clock).limits(Cloud.STACK.eventTable());
    }
}
