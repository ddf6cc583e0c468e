package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A channel that nobody is invited into, because the settings name no responders, is found all the same. */
final class UninvitedTest extends OnEachPlatform {
    @Test
    void the_shared_channel_is_told_of_it_once_with_the_way_there() {
        bench.world().installation().changeSettings(UninvitedTest::withoutResponders);
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        String channel = bench.channelOf(incident).id();
        bench.change(incident, "short_description", "Checkout and search down");
        bench.hints();
        String encoded = channel.replace(":", "%3A").replace("@", "%40");
        assertThat(bench.backstage().said(bench.room().support()))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said)
                            .startsWith("P1 INC0010001: Checkout down has a channel, and nobody was invited into it."
                                    + " Join it there: https://");
                    assertThat(List.of(channel, encoded)).anyMatch(said::contains);
                });
    }

    @Test
    void where_responders_are_named_the_shared_channel_hears_nothing() {
        bench.open(1, 1, "Checkout down");
        bench.hints();
        assertThat(bench.backstage().said(bench.room().support())).isEmpty();
    }

    private static void withoutResponders(JsonObject settings) {
        settings.getArray("routes").forEach(route -> ((JsonObject) route)
                .values().stream().filter(JsonObject.class::isInstance).forEach(place -> ((JsonObject) place)
                        .put("responders", new JsonArray())));
    }
}
