package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
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

    /** Teams tells nobody that a channel was archived: there it is seen when somebody looks. */
    @Test
    void an_archived_channel_is_known_where_the_platform_tells_of_it() {
        bench.backstage().archiveByHand(channel);
        bench.hints();
        assertThat(bench.backstage().isArchived(channel)).isTrue();
        assertThat(bench.link(incident)).isEqualTo(platform == Platform.SLACK ? "ARCHIVED" : "READY");
    }

    @Test
    void a_channel_that_is_taken_out_of_the_archive_waits_for_the_app() {
        bench.backstage().archiveByHand(channel);
        bench.hints();
        bench.backstage().unarchiveByHand(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo(platform == Platform.SLACK ? "APP_REMOVED" : "READY");
        bench.backstage().inviteApp(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo("READY");
    }

    @Test
    void a_deleted_channel_cuts_its_conversation_off() {
        bench.backstage().deleteByHand(channel);
        bench.hints();
        assertThat(bench.link(incident)).isEqualTo("CHANNEL_DELETED");
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
