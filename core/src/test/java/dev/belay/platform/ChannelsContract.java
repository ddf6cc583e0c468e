package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.PostedCard;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.platform.ChannelView.State;
import dev.belay.record.Sample;
import dev.belay.team.ChannelQuota;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Channels}, and {@link dev.belay.team.Teams} where a platform has them, keep. */
public interface ChannelsContract extends StagedPlatform {
    @Test
    default void a_channel_is_created_by_its_name() {
        Channel made = channels().create(draft(NAME)).orElseThrow();
        assertThat(made.name()).isEqualTo(NAME);
        assertThat(made.workspace()).isEqualTo(stage().workspace());
        assertThat(made.team()).isEqualTo(stage().shared().team());
        assertThat(stage().members(made)).contains(channels().self(stage().workspace()));
    }

    @Test
    default void a_name_that_we_took_ourselves_is_taken() {
        channels().create(draft(NAME));
        assertThat(channels().create(draft(NAME))).isEmpty();
        assertThat(stage().channelsNamed(NAME)).isEqualTo(1);
    }

    @Test
    default void a_private_channel_is_private_or_is_not_made() {
        ChannelDraft draft = draft(NAME, true, MARKER);
        try {
            Channel made = channels().create(draft).orElseThrow();
            assertThat(stage().isPrivate(made)).isTrue();
            assertThat(channels().findOwn(draft)).map(Channel::id).contains(made.id());
        } catch (Rejected e) {
            assertThat(stage().channelsNamed(NAME)).isZero();
        }
    }

    @Test
    default void a_channel_made_under_a_lost_answer_is_found() {
        ChannelDraft draft = draft(NAME);
        stage().loseNextCreation(true);
        assertThatThrownBy(() -> channels().create(draft)).isInstanceOf(OutcomeUnknown.class);
        Channel found = channels().findOwn(draft).orElseThrow();
        assertThat(found.name()).isEqualTo(NAME);
        assertThat(stage().channelsNamed(NAME)).isEqualTo(1);
    }

    @Test
    default void nothing_is_found_when_the_creation_never_arrived() {
        ChannelDraft draft = draft(NAME);
        stage().loseNextCreation(false);
        assertThatThrownBy(() -> channels().create(draft)).isInstanceOf(OutcomeUnknown.class);
        assertThat(channels().findOwn(draft)).isEmpty();
        assertThat(channels().create(draft)).isPresent();
    }

    @Test
    default void a_channel_that_another_created_is_never_ours() {
        stage().makeForeignChannel(NAME);
        assertThat(channels().create(draft(NAME))).isEmpty();
        assertThat(channels().findOwn(draft(NAME))).isEmpty();
    }

    @Test
    default void a_channel_older_than_the_claim_is_not_the_draft_s() {
        channels().create(draft(NAME));
        stage().pass(Duration.ofHours(1));
        assertThat(channels().findOwn(draft(NAME, false, "another marker"))).isEmpty();
    }

    @Test
    default void setting_up_twice_is_setting_up_once() {
        Channel channel = channel();
        PostedCard posted = cards().post(channel, NEW, MARKER);
        ChatUser alice = stage().person(Standing.FULL);
        List<ChannelSetup> parts = List.of(
                new ChannelSetup.Description("P1 INC0010023: Checkout down", "Working on INC0010023", MARKER),
                new ChannelSetup.Bookmark(Sample.REF, "INC0010023", "https://acme.service-now.com/incident"),
                new ChannelSetup.Pin(posted.message()),
                new ChannelSetup.Invitation(
                        List.of(alice.id(), stage().bystander().id())));
        Stream.of(parts, parts).flatMap(List::stream).forEach(part -> channels().setUp(channel, part));
        assertThat(stage().description(channel)).containsOnlyOnce("P1 INC0010023: Checkout down");
        assertThat(stage().description(channel)).containsOnlyOnce("Working on INC0010023");
        assertThat(stage().bookmarks(channel)).containsExactly("https://acme.service-now.com/incident");
        assertThat(stage().members(channel))
                .contains(
                        channels().self(stage().workspace()),
                        alice.id(),
                        stage().bystander().id());
    }

    @Test
    default void a_later_postmortem_takes_the_place_of_an_earlier_one_and_the_record_s_link_stays() {
        Channel channel = channel();
        ChannelSetup record =
                new ChannelSetup.Bookmark(Sample.REF, "INC0010023", "https://acme.service-now.com/incident");
        Stream.of(record, postmortem("first"), postmortem("first"), postmortem("second"), record, postmortem("second"))
                .forEach(part -> channels().setUp(channel, part));
        assertThat(stage().bookmarks(channel))
                .containsExactlyInAnyOrder("https://acme.service-now.com/incident", "https://wiki.acme.example/second");
    }

    private static ChannelSetup postmortem(String page) {
        return new ChannelSetup.Postmortem(Sample.REF, "Postmortem of INC0010023", "https://wiki.acme.example/" + page);
    }

    @Test
    default void a_description_of_any_length_fits() {
        Channel channel = channel();
        channels().setUp(channel, new ChannelSetup.Description("down ".repeat(400), "up ".repeat(400), MARKER));
        assertThat(stage().description(channel)).contains("down down");
    }

    @Test
    default void a_channel_that_was_set_up_is_still_found() {
        Channel channel = channel();
        channels()
                .setUp(
                        channel,
                        new ChannelSetup.Description("P1 INC0010023: Checkout down", "Working on INC0010023", MARKER));
        assertThat(channels().findOwn(draft(NAME))).map(Channel::id).contains(channel.id());
    }

    @Test
    default void a_conversation_has_a_link_and_a_thread_one_of_its_own() {
        PostedCard posted = cards().post(stage().shared(), NEW, MARKER);
        String channel = channels().link(stage().shared(), Optional.empty());
        String thread = channels().link(stage().shared(), Optional.of(posted.message()));
        assertThat(URLDecoder.decode(channel, StandardCharsets.UTF_8))
                .startsWith("http")
                .contains(stage().shared().id());
        assertThat(thread).startsWith("http").isNotEqualTo(channel);
    }

    @Test
    default void a_team_is_at_most_full() {
        chat().teams().ifPresent(teams -> {
            ChannelQuota quota = teams.quota(channel());
            assertThat(quota.channels()).isBetween(2, quota.most());
            assertThat(quota.team()).isNotBlank();
        });
    }

    @Test
    default void a_channel_is_archived_in_the_end_and_asking_again_changes_nothing() {
        Channel channel = channel();
        channels().archive(channel);
        stage().pass(Duration.ofMinutes(1));
        assertThat(channels().archive(channel)).isEqualTo(Archiving.DONE);
        assertThat(stage().isArchived(channel)).isTrue();
        assertThat(state(channel)).isEqualTo(State.ARCHIVED);
    }

    @Test
    default void what_somebody_else_archived_is_archived() {
        Channel channel = channel();
        stage().archiveByHand(channel);
        stage().forbidArchiving();
        assertThat(channels().archive(channel)).isEqualTo(Archiving.DONE);
    }

    @Test
    default void where_we_may_not_archive_the_platform_says_so() {
        Channel channel = channel();
        stage().forbidArchiving();
        assertThatThrownBy(() -> channels().archive(channel))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("restricted");
        stage().pass(Duration.ofMinutes(1));
        assertThat(stage().isArchived(channel)).isFalse();
        assertThat(state(channel)).isEqualTo(State.LIVE);
    }

    @Test
    default void a_channel_that_is_gone_is_neither_archived_nor_taken_out_of_the_archive() {
        Channel channel = channel();
        stage().deleteByHand(channel);
        assertThatThrownBy(() -> channels().archive(channel)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> channels().unarchive(channel)).isInstanceOf(Rejected.class);
    }

    @Test
    default void a_channel_is_taken_out_of_the_archive_where_that_is_allowed() {
        Channel channel = channel();
        stage().archiveByHand(channel);
        if (channels().canUnarchive()) {
            channels().unarchive(channel);
            stage().pass(Duration.ofMinutes(1));
            assertThat(channels().unarchive(channel)).isEqualTo(Archiving.DONE);
            assertThat(state(channel)).isEqualTo(State.LIVE);
        } else {
            assertThatThrownBy(() -> channels().unarchive(channel)).isInstanceOf(Rejected.class);
            assertThat(stage().isArchived(channel)).isTrue();
        }
    }

    @Test
    default void what_people_do_to_a_channel_is_seen() {
        Channel channel = channel();
        assertThat(channels().look(channel)).isEqualTo(new ChannelView(State.LIVE, NAME));
        stage().renameByHand(channel, "war-room");
        assertThat(channels().look(channel)).isEqualTo(new ChannelView(State.LIVE, "war-room"));
        stage().removeApp(channel);
        assertThat(state(channel)).isEqualTo(State.APP_REMOVED);
        stage().inviteApp(channel);
        assertThat(state(channel)).isEqualTo(State.LIVE);
        stage().archiveByHand(channel);
        assertThat(state(channel)).isEqualTo(State.ARCHIVED);
        stage().deleteByHand(channel);
        assertThat(state(channel)).isEqualTo(State.DELETED);
    }

    private State state(Channel channel) {
        return channels().look(channel).state();
    }

    private Channels channels() {
        return chat().channels();
    }

    private Cards cards() {
        return chat().cards();
    }
}
