package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.servicenow.oncall.OnCall;
import dev.belay.simulator.servicenow.oncall.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is on call, as the REST API of On-Call Scheduling tells it. */
final class OnCallTest {
    private static final String PATH = "/api/now/on_call_rota/whoisoncall";

    private final Instance instance = new Instance();
    private final OnCall onCall = instance.snow.onCall();
    private final String group = instance.snow.people().group("Databases");

    @AfterEach
    void stop() {
        instance.close();
    }

    private List<String> users(String query) {
        return results(instance.get(PATH + "?" + query)).stream()
                .map(member -> ((JsonObject) member).getString("userId"))
                .toList();
    }

    @Test
    void those_on_call_for_a_group_are_named_in_their_order() {
        Shift shift = onCall.always(group, List.of("a", "b"));
        onCall.always("other", List.of("c"));

        assertThat(users("group_ids=" + group)).containsExactly("a", "b");
        assertThat(users("rota_ids=" + shift.rota())).containsExactly("a", "b");
        assertThat(users("group_ids=" + group + ",other")).containsExactly("a", "b", "c");
        assertThat(users("")).hasSize(3);
        assertThat(results(instance.get(PATH + "?group_ids=" + group)).getObject(1))
                .containsEntry("group", group)
                .containsEntry("rota", shift.rota())
                .containsEntry("order", 2)
                .containsEntry("isOverride", false);
    }

    @Test
    void a_shift_has_its_time() {
        Instant now = instance.clock.instant();
        Shift shift = onCall.between(group, now, now.plus(Duration.ofHours(1)), List.of("a"));

        assertThat(users("group_ids=" + group)).containsExactly("a");
        assertThat(users("group_ids=" + group + "&date_time=2026-03-02%2011:15:30"))
                .isEmpty();
        instance.clock.pass(Duration.ofHours(1));
        instance.newToken();
        assertThat(users("group_ids=" + group)).isEmpty();
        assertThat(users("group_ids=" + group + "&date_time=2026-03-02%2011:15:29"))
                .containsExactly("a");
        onCall.remove(shift);
        assertThat(users("group_ids=" + group + "&date_time=2026-03-02%2011:15:29"))
                .isEmpty();
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThat(instance.get(PATH + "?date_time=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void an_instance_may_say_no_more_than_who() {
        onCall.always(group, List.of("a"));
        onCall.terse(true);

        assertThat(results(instance.get(PATH + "?group_ids=" + group)).getObject(0))
                .containsOnlyKeys("userId");
    }

    @Test
    void an_instance_without_the_plugin_does_not_know_the_path() {
        onCall.activated(false);

        assertThat(instance.get(PATH + "?group_ids=" + group).body())
                .contains("Requested URI does not represent any resource");
    }

    @Test
    void a_stranger_is_told_nothing_and_the_product_is_counted() {
        assertThat(instance.send(instance.plain(PATH)).statusCode()).isEqualTo(401);
        instance.get(PATH + "?group_ids=" + group);

        assertThat(instance.snow.calls()).last().satisfies(call -> {
            assertThat(call.name()).isEqualTo("GET on_call_rota");
            assertThat(call.query()).isEqualTo("group_ids=" + group);
        });
        assertThat(instance.faults.calls()).last().isEqualTo("servicenow GET on_call_rota");
    }

    @Test
    void it_fails_as_it_is_told() {
        assertThat(Instance.object(instance.send(Instance.json(
                                instance.plain("/_sim/fail"),
                                "POST",
                                "{\"call\":\"GET on_call_rota\",\"how\":\"status\",\"status\":503}")))
                        .has("error"))
                .isFalse();

        assertThat(instance.get(PATH + "?group_ids=" + group).statusCode()).isEqualTo(503);
        assertThat(instance.get(PATH + "?group_ids=" + group).statusCode()).isEqualTo(200);
    }
}
