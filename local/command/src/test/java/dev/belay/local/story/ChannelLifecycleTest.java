package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.local.room.Room;
import dev.belay.local.story.Backstage.Doing;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to channels is known of the conversations in them. */
final class ChannelLifecycleTest extends OnEachPlatform {
    private String incident = "";
    private String channel = "";

    @BeforeEach
    void a_channel_stands() {
        bench.backstage().inviteApp(bench.room().support());
        incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident).id();
        assertThat(bench.link(incident)).isEqualTo("READY");
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
    }

    /** Teams tells nobody that a channel was archived: there the next change meets it. What a person archived stays so. */
    @Test
    void a_record_that_is_open_goes_on_elsewhere_where_somebody_archives_its_channel() {
        bench.backstage().archiveByHand(channel);
        bench.hints();
        bench.change(incident, "short_description", "Checkout down in Europe");
        bench.hints();
        Room.Place now = bench.channelOf(incident);
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(bench.backstage().isArchived(now.id())).isFalse();
        assertThat(bench.cardOf(incident, now.id()).content()).contains("Checkout down in Europe");
        assertThat(now.id()).isNotEqualTo(channel);
        assertThat(bench.backstage().isArchived(channel)).isTrue();
    }

    @Test
    void of_a_record_that_is_over_it_is_known_and_nothing_more() {
        bench.change(incident, "state", "8");
        bench.hints();
        bench.backstage().archiveByHand(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo(platform == Platform.SLACK ? "ARCHIVED" : "READY");
        bench.backstage().unarchiveByHand(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo(platform == Platform.SLACK ? "APP_REMOVED" : "READY");
        bench.backstage().inviteApp(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isEqualTo(1);
    }

    @Test
    void a_deleted_channel_of_an_open_record_is_made_again() {
        bench.backstage().deleteByHand(channel);
        bench.hints();
        assertThat(bench.channelOf(incident).id()).isNotEqualTo(channel);
        assertThat(bench.link(incident)).isEqualTo("READY");
    }

    @Test
    void a_channel_that_the_app_is_taken_out_of_is_cut_off_until_the_app_is_back_and_shows_what_it_missed() {
        bench.backstage().removeApp(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo("APP_REMOVED");
        bench.change(incident, "short_description", "Checkout down in Europe");
        bench.hints();
        bench.backstage().inviteApp(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(bench.cardOf(incident, channel).content()).contains("Checkout down in Europe");
    }

    @Test
    void a_renamed_channel_is_known_by_its_new_name_and_goes_on() {
        bench.backstage().renameByHand(channel, "war-room");
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(EndState.of(bench)).contains("war-room");
    }

    @Test
    void what_happens_to_channels_of_nobody_s_is_not_looked_into() {
        String other = bench.backstage().createdByAlice("lunch");
        bench.hints();
        int looked = bench.backstage().count(Doing.LOOK_AT_CHANNEL);
        bench.backstage().renameByHand(other, "dinner");
        bench.backstage().deleteByHand(other);
        bench.hints();
        assertThat(bench.backstage().count(Doing.LOOK_AT_CHANNEL)).isEqualTo(looked);
        assertThat(bench.link(incident)).isEqualTo("READY");
    }

    @Test
    void of_a_shared_channel_that_is_deleted_those_who_run_this_are_told_once() {
        String operations = bench.backstage().createdByAlice("operations");
        operatedFrom(operations);
        String thread = bench.open(3, 3, "Printer jams");
        bench.hints();
        bench.backstage().deleteByHand(bench.room().support());
        bench.hints();
        assertThat(bench.link(thread)).isEqualTo("CHANNEL_DELETED");
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(bench.backstage().said(operations))
                .singleElement()
                .asString()
                .contains("which a route shares among its records");
    }

    @Test
    void our_app_s_removal_cuts_all_its_conversations_off() {
        String thread = bench.open(3, 3, "Printer jams");
        bench.hints();
        if (platform == Platform.SLACK) {
            bench.slack().uninstall();
        } else {
            bench.backstage().removeApp(channel);
        }
        bench.hints();
        assertThat(Map.of(thread, bench.link(thread), incident, bench.link(incident))
                        .values())
                .containsOnly("APP_REMOVED");
    }

    /** In that channel; our app is in it. */
    private void operatedFrom(String operations) {
        if (platform == Platform.SLACK) {
            bench.backstage().inviteApp(operations);
        }
        bench.world().installation().changeSettings(settings -> {
            JsonObject place =
                    new JsonObject(settings.getArray("routes").getObject(0).getObject(platform.id()));
            place.keySet().retainAll(Set.of("workspace_id", "tenant_id", "team_id"));
            place.put("channel", operations);
            settings.put(
                    "operations_channel",
                    JsonObject.builder().value(platform.id(), place).done());
        });
    }
}
