package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.story.Backstage.Doing;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is left without a room: where no channel can be had, the card stands in the shared one and says why. */
final class NoRoomTest extends OnEachPlatform {
    private String refused() {
        bench.operatorsAreTold();
        bench.backstage().forbidChannels(true);
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        return incident;
    }

    private Room.Card shared(String incident) {
        return bench.cardOf(incident, bench.room().support());
    }

    private void capped(int most) {
        bench.world().installation().changeSettings(settings -> settings.put("max_incident_channels", most));
        bench.pass(Duration.ofMinutes(2));
    }

    @Test
    void the_card_stands_in_the_shared_channel_with_the_reason_and_works_there() {
        String incident = refused();
        assertThat(shared(incident).content()).contains("No channel of its own", "refuses to make one");
        assertThat(bench.backstage().said(bench.room().support()))
                .singleElement()
                .asString()
                .contains("has no channel of its own", bench.incident(incident).value("number"));
        assertThat(bench.room()
                        .press(
                                Person.ALICE,
                                bench.room().support(),
                                shared(incident).id(),
                                "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
    }

    @Test
    void a_channel_is_tried_again_each_hour() {
        String incident = refused();
        int tried = bench.backstage().count(Doing.CREATE_CHANNEL);
        bench.pass(Duration.ofMinutes(30));
        bench.reconcile();
        bench.hints();
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isEqualTo(tried);
        bench.backstage().forbidChannels(false);
        bench.pass(Duration.ofMinutes(31));
        bench.reconcile();
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(shared(incident).content()).contains("Goes on in");
        assertThat(bench.backstage().said(bench.room().support())).hasSize(1);
    }

    @Test
    void past_the_cap_a_priority_2_goes_to_the_shared_channel_and_a_priority_1_does_not() {
        bench.operatorsAreTold();
        capped(1);
        String first = bench.open(1, 2, "Search down");
        bench.hints();
        String second = bench.open(1, 2, "Mail down");
        bench.hints();
        String major = bench.open(1, 1, "Checkout down");
        bench.hints();
        assertThat(bench.channelOf(first).cards()).hasSize(1);
        assertThat(shared(second).content()).contains("No channel of its own", "1 channels of open records");
        assertThat(bench.channelOf(major).cards()).hasSize(1);
        assertThat(bench.backstage().said(bench.room().support()).stream()
                        .filter(said -> said.contains("max_incident_channels")))
                .hasSize(1);
    }

    @Test
    void once_there_is_room_again_it_gets_its_channel() {
        capped(1);
        String first = bench.open(1, 2, "Search down");
        bench.hints();
        String second = bench.open(1, 2, "Mail down");
        bench.hints();
        bench.change(first, Map.of("state", "8"));
        bench.hints();
        bench.pass(Duration.ofDays(8));
        bench.reconcile();
        bench.hints();
        bench.reconcile();
        bench.hints();
        bench.pass(Duration.ofMinutes(61));
        bench.reconcile();
        bench.hints();
        assertThat(bench.channelOf(second).cards()).hasSize(1);
    }

    @Test
    void a_deleted_channel_of_an_open_priority_1_is_announced_and_made_again_once() {
        bench.operatorsAreTold();
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        Room.Place channel = bench.channelOf(incident);
        bench.backstage().deleteByHand(channel.id());
        bench.hints();
        Room.Place again = bench.channelOf(incident);
        assertThat(again.id()).isNotEqualTo(channel.id());
        assertThat(again.cards()).hasSize(1);
        assertThat(bench.backstage().said(bench.room().support()))
                .singleElement()
                .asString()
                .contains("was deleted while the record is open");
        bench.backstage().deleteByHand(again.id());
        bench.hints();
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isEqualTo(2);
        assertThat(bench.link(incident)).isEqualTo("CHANNEL_DELETED");
    }
}
