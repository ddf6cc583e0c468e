package dev.belay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.failure.Rejected;
import dev.belay.time.Crowd;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ConversationLinks} keeps. */
public interface ConversationLinksContract {
    int MANY = 100;

    ConversationLinks links();

    /** Claims on records that no test before had. */
    SampleLinks sample();

    @Test
    default void nothing_is_linked_before_a_claim() {
        ConversationLink link = sample().dedicated();
        assertThat(links().find(link.record(), Platform.SLACK)).isEmpty();
        assertThat(links().recordOf(conversation(sample().channel()))).isEmpty();
    }

    @Test
    default void a_claim_is_read_back_whole() {
        ConversationLink dedicated = sample().dedicated();
        ConversationLink shared = sample().shared();
        assertThat(links().claim(dedicated)).isTrue();
        assertThat(links().claim(shared)).isTrue();
        assertThat(stored(dedicated)).isEqualTo(dedicated);
        assertThat(stored(shared)).isEqualTo(shared);
    }

    @Test
    default void the_same_claim_repeated_stands() {
        ConversationLink link = sample().dedicated();
        assertThat(links().claim(link)).isTrue();
        assertThat(links().claim(link)).isTrue();
    }

    @Test
    default void a_second_claim_is_refused_and_changes_nothing() {
        ConversationLink link = claimed();
        assertThat(links().claim(sample().rival(link))).isFalse();
        assertThat(stored(link)).isEqualTo(link);
    }

    @Test
    default void first_claim_wins() throws Exception {
        ConversationLink link = sample().dedicated();
        assertThat(Crowd.of(MANY, () -> links().claim(sample().rival(link))))
                .filteredOn(won -> won)
                .hasSize(1);
    }

    @Test
    default void progress_is_read_back_whole() {
        ConversationLink link = claimed();
        ConversationLink progress = link.with(LinkState.AMBIGUOUS)
                .with(link.claim().until(SampleLinks.CLAIMED.plusSeconds(600)))
                .with(link.placement().named("inc0010023-2"))
                .with(sample().channel())
                .with(sample().card(7))
                .seen(8)
                .createdBy("U0BELAY");
        assertThat(links().save(progress)).contains(progress.next());
        assertThat(stored(link)).isEqualTo(progress.next());
    }

    @Test
    default void a_claim_whose_place_is_to_be_decided_anew_goes_on_elsewhere() {
        ConversationLink unplaced =
                links().save(claimed().with(LinkState.UNPLACED)).orElseThrow();
        ConversationLink anew =
                unplaced.with(LinkState.PROVISIONING).with(unplaced.placement().named("inc0010023-2"));
        assertThat(links().save(anew)).contains(anew.next());
        assertThat(stored(unplaced)).isEqualTo(anew.next());
    }

    @Test
    default void save_by_a_stale_version_is_refused() {
        ConversationLink link = claimed();
        Optional<ConversationLink> saved = links().save(link.with(sample().channel()));
        assertThat(links().save(link.with(sample().channel()))).isEmpty();
        assertThat(stored(link)).isEqualTo(saved.orElseThrow());
    }

    @Test
    default void one_of_many_who_take_a_claim_over_alike_wins() throws Exception {
        ConversationLink takenOver = claimed().with(LinkState.AMBIGUOUS);
        assertThat(Crowd.of(MANY, () -> links().save(takenOver)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    default void nothing_is_saved_without_a_claim() {
        ConversationLink link = sample().dedicated();
        assertThat(links().save(link)).isEmpty();
        assertThat(links().find(link.record(), Platform.SLACK)).isEmpty();
    }

    @Test
    default void a_finished_channel_is_bound_both_ways() {
        ConversationLink link = claimed().with(sample().channel()).with(sample().card(4));
        Optional<ConversationLink> ready = links().ready(link);
        assertThat(ready).contains(link.with(LinkState.READY).next());
        assertThat(stored(link)).isEqualTo(ready.orElseThrow());
        assertThat(links().recordOf(link.conversation().orElseThrow())).contains(link.record());
    }

    @Test
    default void threads_of_one_channel_are_bound_one_by_one() {
        Channel support = new Channel(Platform.SLACK, SampleLinks.WORKSPACE, Optional.empty(), "C0SUPPORT", "");
        ConversationLink first = finishedThread(support);
        ConversationLink second = finishedThread(support);
        assertThat(links().recordOf(first.conversation().orElseThrow())).contains(first.record());
        assertThat(links().recordOf(second.conversation().orElseThrow())).contains(second.record());
        assertThat(links().recordOf(conversation(support))).isEmpty();
    }

    @Test
    default void one_conversation_binds_one_record() {
        Channel channel = sample().channel();
        ConversationLink winner = finished(channel);
        ConversationLink loser = claimed().with(channel).with(sample().card(4));
        assertThat(links().ready(loser)).isEmpty();
        assertThat(links().recordOf(conversation(channel))).contains(winner.record());
    }

    @Test
    default void ready_is_all_or_nothing() {
        Channel taken = sample().channel();
        finished(taken);
        ConversationLink refused = claimed();
        assertThat(links().ready(refused.with(taken).with(sample().card(4)))).isEmpty();
        assertThat(stored(refused)).isEqualTo(refused);

        ConversationLink stale = claimed();
        links().save(stale);
        Channel free = sample().channel();
        assertThat(links().ready(stale.with(free).with(sample().card(4)))).isEmpty();
        assertThat(links().recordOf(conversation(free))).isEmpty();
    }

    @Test
    default void one_of_many_records_gets_the_conversation() throws Exception {
        Channel channel = sample().channel();
        PostedCard card = sample().card(4);
        assertThat(Crowd.of(10, () -> links().ready(claimed().with(channel).with(card))))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    default void a_ready_link_is_not_saved_over() {
        ConversationLink ready = finished(sample().channel());
        assertThat(links().save(ready.with(LinkState.PROVISIONING))).isEmpty();
        assertThat(links().ready(ready)).isEmpty();
        assertThat(stored(ready)).isEqualTo(ready);
    }

    @Test
    default void a_newer_generation_is_announced() {
        ConversationLink link = finished(sample().channel());
        assertThat(links().raise(link.record(), Platform.SLACK, 9)).isEqualTo(9);
        assertThat(generation(link)).isEqualTo(9);
        assertThat(links().raise(link.record(), Platform.SLACK, 9)).isEqualTo(9);
    }

    @Test
    default void what_was_announced_counts_as_shown_only_once_it_was_sent() {
        ConversationLink link = finished(sample().channel());
        links().raise(link.record(), Platform.SLACK, 9);
        assertThat(stored(link).shows(9)).isFalse();
        assertThat(links().drawn(link.record(), Platform.SLACK, 9)).isTrue();
        assertThat(stored(link).shows(9)).isTrue();
        assertThat(stored(link).shows(10)).isFalse();
    }

    @Test
    default void what_was_sent_after_a_newer_announcement_does_not_count() {
        ConversationLink link = finished(sample().channel());
        links().raise(link.record(), Platform.SLACK, 9);
        links().raise(link.record(), Platform.SLACK, 10);
        assertThat(links().drawn(link.record(), Platform.SLACK, 9)).isFalse();
        assertThat(stored(link).shows(9)).isFalse();
    }

    @Test
    default void raise_never_goes_down() {
        ConversationLink link = finished(sample().channel());
        links().raise(link.record(), Platform.SLACK, 9);
        assertThat(links().raise(link.record(), Platform.SLACK, 8)).isEqualTo(9);
        assertThat(generation(link)).isEqualTo(9);
    }

    @Test
    default void raising_changes_nothing_but_the_generation() {
        ConversationLink link = finished(sample().channel());
        links().raise(link.record(), Platform.SLACK, 9);
        String message = link.card().orElseThrow().message();
        assertThat(stored(link)).isEqualTo(link.with(new PostedCard(message, 9)));
    }

    @Test
    default void no_generation_without_a_card() {
        ConversationLink claimed = claimed();
        assertThatThrownBy(() -> links().raise(claimed.record(), Platform.SLACK, 1))
                .isInstanceOf(Rejected.class);
        ConversationLink unknown = sample().dedicated();
        assertThatThrownBy(() -> links().raise(unknown.record(), Platform.SLACK, 1))
                .isInstanceOf(Rejected.class);
        assertThat(stored(claimed)).isEqualTo(claimed);
        assertThat(links().find(unknown.record(), Platform.SLACK)).isEmpty();
    }

    @Test
    default void fitting_out_is_remembered() {
        ConversationLink link = finished(sample().channel());
        assertThat(link.fitted()).isFalse();
        links().fitted(link.record(), Platform.SLACK);
        links().fitted(link.record(), Platform.SLACK);
        assertThat(stored(link).fitted()).isTrue();
        assertThat(stored(link).conversation()).isEqualTo(link.conversation());
    }

    @Test
    default void what_is_not_linked_is_not_fitted_out() {
        ConversationLink link = sample().dedicated();
        links().fitted(link.record(), Platform.SLACK);
        assertThat(links().find(link.record(), Platform.SLACK)).isEmpty();
    }

    @Test
    default void a_link_is_turned_from_one_state_only() {
        ConversationLink link = finished(sample().channel());
        assertThat(links().turn(link.record(), Platform.SLACK, LinkState.GONE, LinkState.READY))
                .isFalse();
        assertThat(links().turn(link.record(), Platform.SLACK, LinkState.READY, LinkState.GONE))
                .isTrue();
        assertThat(links().turn(link.record(), Platform.SLACK, LinkState.READY, LinkState.GONE))
                .isFalse();
        assertThat(stored(link)).isEqualTo(link.with(LinkState.GONE));
        assertThat(links().recordOf(link.conversation().orElseThrow())).contains(link.record());
    }

    @Test
    default void what_is_not_linked_is_not_turned() {
        ConversationLink link = sample().dedicated();
        assertThat(links().turn(link.record(), Platform.SLACK, LinkState.READY, LinkState.GONE))
                .isFalse();
        assertThat(links().find(link.record(), Platform.SLACK)).isEmpty();
    }

    @Test
    default void a_new_name_changes_nothing_else() {
        Channel channel = sample().channel();
        ConversationLink link = finished(channel);
        links().renamed(link.record(), Platform.SLACK, "all-clear");
        assertThat(stored(link)).isEqualTo(link.with(channel.named("all-clear")));
        ConversationLink unfinished = claimed();
        links().renamed(unfinished.record(), Platform.SLACK, "all-clear");
        assertThat(stored(unfinished)).isEqualTo(unfinished);
    }

    @Test
    default void a_channel_s_team_and_its_tenant_are_read_back() {
        Channel channel = sample().channelOf("6f5d1c3a-0000-4000-8000-000000000001");
        ConversationLink link = finished(channel);
        assertThat(stored(link)).isEqualTo(link);
        assertThat(links().recordOf(conversation(channel))).contains(link.record());
    }

    @Test
    default void the_links_within_a_workspace_are_those_that_have_a_conversation() {
        ConversationLink dedicated = finished(sample().channelOf("team-7"));
        ConversationLink thread = finishedThread(sample().channel());
        ConversationLink unfinished = claimed();
        assertThat(links().within(Platform.SLACK, SampleLinks.WORKSPACE))
                .contains(dedicated, thread)
                .doesNotContain(unfinished);
        assertThat(links().within(Platform.SLACK, "T02OTHER")).isEmpty();
        assertThat(links().within(Platform.TEAMS, SampleLinks.WORKSPACE)).isEmpty();
    }

    private ConversationLink claimed() {
        ConversationLink link = sample().dedicated();
        links().claim(link);
        return link;
    }

    private ConversationLink finished(Channel channel) {
        return links().ready(claimed().with(channel).with(sample().card(4))).orElseThrow();
    }

    private ConversationLink finishedThread(Channel channel) {
        ConversationLink link = sample().shared();
        links().claim(link);
        return links().ready(link.with(channel).with(sample().card(4))).orElseThrow();
    }

    private ConversationLink stored(ConversationLink link) {
        return links().find(link.record(), link.platform()).orElseThrow();
    }

    private long generation(ConversationLink link) {
        return stored(link).card().orElseThrow().generation();
    }

    private static ConversationId conversation(Channel channel) {
        return new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
    }
}
