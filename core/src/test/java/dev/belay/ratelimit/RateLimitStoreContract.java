package dev.belay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimitStore} keeps. Times are whole milliseconds. */
public interface RateLimitStoreContract {
    RateLimitStore limits();

    MovedClock clock();

    /** A token that no test before had. */
    String token();

    @Test
    default void nothing_stands_in_the_way_at_first() {
        assertThat(limits().notBefore(token(), "chat.postMessage")).isEmpty();
    }

    @Test
    default void a_limit_holds_until_its_time() {
        String token = token();
        Instant until = in(30);
        limits().hold(token, "chat.postMessage", until);
        assertThat(limits().notBefore(token, "chat.postMessage")).contains(until);
        clock().advance(Duration.ofMillis(29_999));
        assertThat(limits().notBefore(token, "chat.postMessage")).contains(until);
        clock().advance(Duration.ofMillis(1));
        assertThat(limits().notBefore(token, "chat.postMessage")).isEmpty();
    }

    @Test
    default void a_limit_holds_for_its_method_and_token_only() {
        String token = token();
        limits().hold(token, "chat.postMessage", in(30));
        assertThat(limits().notBefore(token, "chat.update")).isEmpty();
        assertThat(limits().notBefore(token(), "chat.postMessage")).isEmpty();
    }

    @Test
    default void limits_of_several_methods_stand_beside_each_other() {
        String token = token();
        limits().hold(token, "chat.postMessage", in(30));
        limits().hold(token, "chat.update", in(60));
        assertThat(limits().notBefore(token, "chat.postMessage")).contains(in(30));
        assertThat(limits().notBefore(token, "chat.update")).contains(in(60));
    }

    @Test
    default void a_limit_is_never_shortened() {
        String token = token();
        limits().hold(token, "chat.postMessage", in(60));
        limits().hold(token, "chat.postMessage", in(30));
        assertThat(limits().notBefore(token, "chat.postMessage")).contains(in(60));
    }

    @Test
    default void a_limit_is_lengthened() {
        String token = token();
        limits().hold(token, "chat.postMessage", in(30));
        assertThat(limits().notBefore(token, "chat.postMessage")).contains(in(30));
        limits().hold(token, "chat.postMessage", in(60));
        assertThat(limits().notBefore(token, "chat.postMessage")).contains(in(60));
    }

    private Instant in(long seconds) {
        return clock().instant().plusSeconds(seconds);
    }
}
