package dev.belay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.delivery.Delivery.Urgency;
import dev.belay.ratelimit.RateLimitStore.Waiter;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    default void nobody_stands_in_line_at_first() {
        assertThat(limits().lineEnd(token(), "chat.postMessage", Urgency.REST)).isEmpty();
    }

    @Test
    default void places_in_line_are_spaced_and_given_once() {
        String token = token();
        assertThat(List.of(
                        reserve(token, "a", Urgency.FIRST),
                        reserve(token, "b", Urgency.FIRST),
                        reserve(token, "c", Urgency.FIRST)))
                .containsExactly(in(0), in(3), in(6));
        assertThat(limits().lineEnd(token, "chat.postMessage", Urgency.FIRST)).contains(in(9));
        assertThat(limits().lineEnd(token, "chat.update", Urgency.FIRST)).isEmpty();
    }

    @Test
    default void a_waiter_keeps_its_place_until_it_leaves_it() {
        String token = token();
        reserve(token, "a", Urgency.FIRST);
        Instant place = reserve(token, "b", Urgency.FIRST);
        clock().advance(Duration.ofSeconds(2));
        assertThat(reserve(token, "b", Urgency.FIRST)).isEqualTo(place);
        limits().leave(token, "chat.postMessage", new Waiter("b", Urgency.FIRST));
        assertThat(reserve(token, "b", Urgency.FIRST)).isEqualTo(place.plusSeconds(3));
    }

    @Test
    default void no_place_is_before_the_end_of_a_limit() {
        String token = token();
        limits().hold(token, "chat.postMessage", in(40));
        assertThat(reserve(token, "a", Urgency.FIRST)).isEqualTo(in(40));
        assertThat(reserve(token, "b", Urgency.REST)).isEqualTo(in(43));
    }

    @Test
    default void the_rest_stands_behind_those_that_go_first_and_never_before_them() {
        String token = token();
        reserve(token, "a", Urgency.REST);
        Instant second = reserve(token, "b", Urgency.REST);
        assertThat(second).isEqualTo(in(3));
        assertThat(reserve(token, "p1", Urgency.FIRST)).isEqualTo(in(0));
        assertThat(reserve(token, "p2", Urgency.FIRST)).isEqualTo(in(3));
        assertThat(reserve(token, "c", Urgency.REST)).isEqualTo(in(6));
        assertThat(limits().lineEnd(token, "chat.postMessage", Urgency.FIRST)).contains(in(6));
        assertThat(limits().lineEnd(token, "chat.postMessage", Urgency.REST)).contains(in(9));
    }

    @Test
    default void a_line_that_has_passed_holds_up_nobody() {
        String token = token();
        reserve(token, "a", Urgency.FIRST);
        clock().advance(Duration.ofMinutes(1));
        assertThat(limits().lineEnd(token, "chat.postMessage", Urgency.FIRST)).isEmpty();
        assertThat(reserve(token, "b", Urgency.FIRST)).isEqualTo(in(0));
    }

    @Test
    default void workers_that_reserve_at_once_are_given_places_of_their_own() throws Exception {
        String token = token();
        List<Future<Instant>> places = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                String waiter = "w" + i;
                places.add(workers.submit(() -> reserve(token, waiter, Urgency.FIRST)));
            }
        }
        Set<Instant> given = new HashSet<>();
        for (Future<Instant> place : places) {
            given.add(place.get());
        }
        assertThat(given).hasSize(24).contains(in(0), in(69));
    }

    private Instant reserve(String token, String waiter, Urgency urgency) {
        return limits().reserve(token, "chat.postMessage", new Waiter(waiter, urgency), Duration.ofSeconds(3));
    }

    private Instant in(long seconds) {
        return clock().instant().plusSeconds(seconds);
    }
}
