package dev.belay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.time.Crowd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ConversationLinks} keeps. */
public interface ConversationLinksContract {
    int MANY = 100;

    ConversationLinks links();

    /** Claims on records that no test before had. */
    SampleLinks sample();

    @Test
    default void nothing_is_linked_before_a_claim() {
        Claimed link = sample().dedicated();
        assertThat(links().find(link.key())).isEmpty();
        assertThat(links().recordOf(conversation(sample().channel()))).isEmpty();
    }

    @Test
    default void a_claim_is_read_back_whole() {
        Claimed dedicated = sample().dedicated();
        Claimed shared = sample().shared();
        assertThat(links().claim(dedicated)).isTrue();
        assertThat(links().claim(shared)).isTrue();
        assertThat(stored(dedicated)).isEqualTo(dedicated);
        assertThat(stored(shared)).isEqualTo(shared);
    }

    @Test
    default void the_same_claim_repeated_stands() {
        Claimed link = sample().dedicated();
        assertThat(links().claim(link)).isTrue();
        assertThat(links().claim(link)).isTrue();
    }

    @Test
    default void a_second_claim_is_refused_and_changes_nothing() {
        Claimed link = claimed();
        assertThat(links().claim(sample().rival(link))).isFalse();
        assertThat(stored(link)).isEqualTo(link);
    }

    @Test
    default void first_claim_wins() throws Exception {
        Claimed link = sample().dedicated();
        assertThat(Crowd.of(MANY, () -> links().claim(sample().rival(link))))
                .filteredOn(won -> won)
                .hasSize(1);
    }

    @Test
    default void progress_is_read_back_whole() {
        Claimed link = claimed();
        Claimed progress = link.with(LinkStatus.AMBIGUOUS)
                .with(link.claim().until(SampleLinks.CLAIMED.plusSeconds(600)))
                .with(link.placement().named("inc0010023-2"))
                .with(sample().channel())
                .with(sample().card(7))
                .seen(8);
        assertThat(links().save(progress)).contains(progress.next());
        assertThat(stored(link)).isEqualTo(progress.next());
    }

    @Test
    default void a_claim_whose_place_is_to_be_decided_anew_goes_on_elsewhere() {
        Claimed refused =
                links().save(claimed().with(LinkStatus.PLACEMENT_REFUSED)).orElseThrow();
        Claimed anew =
                refused.with(LinkStatus.PROVISIONING).with(refused.placement().named("inc0010023-2"));
        assertThat(links().save(anew)).contains(anew.next());
        assertThat(stored(refused)).isEqualTo(anew.next());
    }

    @Test
    default void save_by_a_stale_version_is_refused() {
        Claimed link = claimed();
        Optional<Claimed> saved = links().save(link.with(sample().channel()));
        assertThat(links().save(link.with(sample().channel()))).isEmpty();
        assertThat(stored(link)).isEqualTo(saved.orElseThrow());
    }

    @Test
    default void one_of_many_who_resume_a_claim_alike_wins() throws Exception {
        Claimed resumed = claimed().with(LinkStatus.AMBIGUOUS);
        assertThat(Crowd.of(MANY, () -> links().save(resumed)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    default void nothing_is_saved_without_a_claim() {
        Claimed link = sample().dedicated();
        assertThat(links().save(link)).isEmpty();
        assertThat(links().find(link.key())).isEmpty();
    }

    @Test
    default void a_finished_channel_is_bound_both_ways() {
        Standing finished = sample().standing(claimed(), 4);
        Optional<Standing> ready = links().ready(finished);
        assertThat(ready).contains(finished.next());
        assertThat(stored(finished)).isEqualTo(ready.orElseThrow());
        assertThat(links().recordOf(finished.id())).contains(finished.record());
    }

    @Test
    default void a_finished_conversation_is_read_back_whole() {
        Claimed claim = claimed();
        Conversation whole = new Conversation(
                sample().channelOf("team-7"),
                sample().card(4),
                5,
                Map.of("pin", "a1", "description", "b2"),
                "U0BELAY",
                new Kept(
                        Optional.of(SampleLinks.DRAWN),
                        Optional.of("message-1"),
                        Optional.of(Told.first(new Told.Account(
                                0, SampleLinks.CLAIMED, 4, Map.of("state", "New"), Set.of("press-1")))),
                        Optional.of(new Ending(2, true, SampleLinks.DRAWN.at())),
                        Optional.of(SampleLinks.DRAWN.at().plusSeconds(86_400))),
                Optional.of(new PagerIncident("PT4KHLK", "press-1")));
        Standing ready = links().ready(claim.standing(whole)).orElseThrow();
        assertThat(stored(claim)).isEqualTo(ready);
        assertThat(ready.conversation()).isEqualTo(whole);
    }

    @Test
    default void threads_of_one_channel_are_bound_one_by_one() {
        Channel support = new Channel(Platform.SLACK, SampleLinks.WORKSPACE, Optional.empty(), "C0SUPPORT", "");
        Standing first = finishedThread(support);
        Standing second = finishedThread(support);
        assertThat(links().recordOf(first.id())).contains(first.record());
        assertThat(links().recordOf(second.id())).contains(second.record());
        assertThat(links().recordOf(conversation(support))).isEmpty();
    }

    @Test
    default void one_conversation_binds_one_record() {
        Channel channel = sample().channel();
        Standing winner = finished(channel);
        Standing loser = sample().standing(claimed(), channel, sample().card(4));
        assertThat(links().ready(loser)).isEmpty();
        assertThat(links().recordOf(conversation(channel))).contains(winner.record());
    }

    @Test
    default void ready_is_all_or_nothing() {
        Channel taken = sample().channel();
        finished(taken);
        Claimed refused = claimed();
        assertThat(links().ready(sample().standing(refused, taken, sample().card(4))))
                .isEmpty();
        assertThat(stored(refused)).isEqualTo(refused);

        Claimed stale = claimed();
        links().save(stale);
        Channel free = sample().channel();
        assertThat(links().ready(sample().standing(stale, free, sample().card(4))))
                .isEmpty();
        assertThat(links().recordOf(conversation(free))).isEmpty();
    }

    @Test
    default void one_of_many_records_gets_the_conversation() throws Exception {
        Channel channel = sample().channel();
        PostedCard card = sample().card(4);
        assertThat(Crowd.of(10, () -> links().ready(sample().standing(claimed(), channel, card))))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    default void a_ready_link_is_not_saved_over() {
        Standing ready = finished(sample().channel());
        assertThat(links().save(claimOver(ready, LinkStatus.PROVISIONING))).isEmpty();
        assertThat(links().ready(ready)).isEmpty();
        assertThat(stored(ready)).isEqualTo(ready);
    }

    @Test
    default void a_newer_generation_is_announced() {
        Standing link = finished(sample().channel());
        assertThat(links().announceCard(link, 9, SampleLinks.DRAWN)).isEqualTo(9);
        assertThat(generation(link)).isEqualTo(9);
        assertThat(links().announceCard(link, 9, SampleLinks.DRAWN)).isEqualTo(9);
    }

    @Test
    default void what_was_announced_counts_as_shown_only_once_it_was_sent() {
        Standing link = finished(sample().channel());
        links().announceCard(link, 9, SampleLinks.DRAWN);
        assertThat(made(link).conversation().shows(9)).isFalse();
        assertThat(links().confirmCard(link, 9)).isTrue();
        assertThat(made(link).conversation().shows(9)).isTrue();
        assertThat(made(link).conversation().shows(10)).isFalse();
    }

    @Test
    default void what_was_sent_after_a_newer_announcement_does_not_count() {
        Standing link = finished(sample().channel());
        links().announceCard(link, 9, SampleLinks.DRAWN);
        links().announceCard(link, 10, SampleLinks.DRAWN);
        assertThat(links().confirmCard(link, 9)).isFalse();
        assertThat(made(link).conversation().shows(9)).isFalse();
    }

    @Test
    default void an_announcement_never_goes_down() {
        Standing link = finished(sample().channel());
        links().announceCard(link, 9, SampleLinks.DRAWN);
        assertThat(links().announceCard(link, 8, SampleLinks.DRAWN)).isEqualTo(9);
        assertThat(generation(link)).isEqualTo(9);
    }

    @Test
    default void an_announcement_changes_nothing_but_the_generation_and_what_is_drawn() {
        Standing link = finished(sample().channel());
        links().announceCard(link, 9, SampleLinks.DRAWN);
        String message = link.conversation().card().message();
        assertThat(stored(link))
                .isEqualTo(link.with(link.conversation()
                        .with(new PostedCard(message, 9))
                        .with(Kept.NOTHING.with(SampleLinks.DRAWN))));
    }

    @Test
    default void no_generation_without_a_card() {
        Claimed claimed = claimed();
        Standing unfinished = sample().standing(claimed, 4);
        assertThatThrownBy(() -> links().announceCard(unfinished, 1, SampleLinks.DRAWN))
                .isInstanceOf(Rejected.class);
        Standing unknown = sample().standing(sample().dedicated(), 4);
        assertThatThrownBy(() -> links().announceCard(unknown, 1, SampleLinks.DRAWN))
                .isInstanceOf(Rejected.class);
        assertThat(stored(claimed)).isEqualTo(claimed);
        assertThat(links().find(unknown.key())).isEmpty();
    }

    @Test
    default void setting_up_is_remembered() {
        Standing link = finished(sample().channel());
        assertThat(link.conversation().setUp()).isEmpty();
        links().markSetUp(link, "pin", "a1");
        links().markSetUp(link, "description", "b2");
        links().markSetUp(link, "description", "b3");
        assertThat(stored(link))
                .isEqualTo(link.with(link.conversation().markSetUp("pin", "a1").markSetUp("description", "b3")));
    }

    @Test
    default void many_parts_are_remembered_at_once() {
        Standing link = finished(sample().channel());
        Map<String, String> parts = IntStream.range(0, 120)
                .boxed()
                .collect(Collectors.toMap("invited_%032x"::formatted, number -> "in " + number));
        links().markSetUp(link, "pin", "a1");
        links().markSetUp(link, parts);
        links().markSetUp(link, Map.of());
        assertThat(((Standing) stored(link)).conversation().setUp())
                .hasSize(121)
                .containsAllEntriesOf(parts);
    }

    @Test
    default void what_is_not_linked_is_not_set_up() {
        Standing link = sample().standing(sample().dedicated(), 4);
        links().markSetUp(link, "pin", "a1");
        assertThat(links().find(link.key())).isEmpty();
    }

    @Test
    default void a_moved_conversation_is_claimed_anew_and_still_points_to_its_record() {
        Standing old = finished(sample().channel());
        Claimed next = sample().rival(old);
        assertThat(links().move(old, next)).contains(next);
        assertThat(stored(old)).isEqualTo(next);
        assertThat(links().recordOf(old.id())).contains(old.record());
        Standing moved = links().ready(sample().standing(next, 5)).orElseThrow();
        assertThat(links().recordOf(moved.id())).contains(old.record());
        assertThat(links().recordOf(old.id())).contains(old.record());
    }

    @Test
    default void a_conversation_is_moved_once() {
        Standing old = finished(sample().channel());
        Claimed next = sample().rival(old);
        links().move(old, next);
        assertThat(links().move(old, sample().rival(old))).isEmpty();
        assertThat(stored(old)).isEqualTo(next);
    }

    @Test
    default void what_a_conversation_takes_the_place_of_is_read_back_whole() {
        Standing old = finished(sample().channelOf("team-7"));
        links().paged(old.key(), new PagerIncident("PT4KHLK", "press-1"));
        assertThat(links().transition(old, LinkStatus.READY, LinkStatus.ARCHIVED))
                .isTrue();
        Former former = Former.of(made(old), Former.Why.REOPENED);
        assertThat(former.paged()).contains(new PagerIncident("PT4KHLK", "press-1"));
        Claimed next = sample().rival(old);
        Claimed after = next.with(next.claim().after(former));
        assertThat(links().move(made(old), after)).contains(after);
        assertThat(stored(old)).isEqualTo(after);
        Standing again = links().ready(sample().standing(after, 5)).orElseThrow();
        assertThat(stored(old)).isEqualTo(again);
        assertThat(Former.of(again, Former.Why.REOPENED).count()).isEqualTo(2);
    }

    @Test
    default void why_a_record_has_no_channel_of_its_own_is_read_back_whole() {
        NoRoom why = new NoRoom(
                NoRoom.Kind.REFUSED,
                "Slack refuses to make one (restricted_action)",
                SampleLinks.CLAIMED,
                "0a1b2c3d4e5f");
        Claimed shared = sample().shared();
        Claimed instead = shared.with(shared.placement().instead(why));
        assertThat(links().claim(instead)).isTrue();
        assertThat(stored(instead)).isEqualTo(instead);
        Standing standing = links().ready(sample().standing(instead, 4)).orElseThrow();
        assertThat(stored(instead)).isEqualTo(standing);
    }

    @Test
    default void the_next_conversation_is_claimed_beside_the_current_one() {
        Standing current = finishedThread(sample().channel());
        Claimed next = next(current);
        assertThat(links().claimNext(current, next)).isTrue();
        assertThat(links().claimNext(current, next)).isTrue();
        assertThat(links().claimNext(current, next(current))).isFalse();
        assertThat(links().find(next.key())).contains(next);
        assertThat(stored(current)).isEqualTo(current);
        Claimed progress = links().save(next.with(sample().channel())).orElseThrow();
        assertThat(links().find(next.key())).contains(progress);
        assertThat(stored(current)).isEqualTo(current);
    }

    @Test
    default void the_next_conversation_takes_the_place_of_the_current_one() {
        Standing current = finishedThread(sample().channel());
        Claimed claim = claimedNext(current);
        Standing finished = sample().standing(claim, 6);
        Standing succeeding = links().succeed(current, finished).orElseThrow();
        assertThat(succeeding).isEqualTo(finished.succeeding(current));
        assertThat(stored(current)).isEqualTo(succeeding);
        assertThat(links().find(claim.key())).isEmpty();
        assertThat(links().recordOf(succeeding.id())).contains(current.record());
        assertThat(links().recordOf(current.id())).contains(current.record());
    }

    @Test
    default void succeeding_is_all_or_nothing() {
        Standing current = finishedThread(sample().channel());
        Claimed claim = claimedNext(current);
        Channel taken = sample().channel();
        finished(taken);
        assertThat(links().succeed(current, sample().standing(claim, taken, sample().card(4))))
                .isEmpty();

        Channel free = sample().channel();
        Claimed saved = links().save(claim).orElseThrow();
        assertThat(links().succeed(current, sample().standing(claim, free, sample().card(4))))
                .isEmpty();

        links().paged(current.key(), new PagerIncident("PT4KHLK", "press-1"));
        assertThat(links().succeed(current, sample().standing(saved, free, sample().card(4))))
                .isEmpty();
        assertThat(links().recordOf(conversation(free))).isEmpty();
        assertThat(links().find(claim.key())).contains(saved);
        Standing paged = (Standing) made(current);
        assertThat(links().succeed(paged, sample().standing(saved, free, sample().card(4))))
                .isPresent();
        assertThat(links().succeed(paged, sample().standing(saved, free, sample().card(4))))
                .isEmpty();
    }

    @Test
    default void one_of_many_successions_happens() throws Exception {
        Standing current = finishedThread(sample().channel());
        Claimed claim = claimedNext(current);
        assertThat(Crowd.of(10, () -> links().succeed(current, sample().standing(claim, 4))))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    default void a_claim_on_the_next_conversation_is_given_up_as_it_was_read() {
        Standing current = finishedThread(sample().channel());
        Claimed claim = claimedNext(current);
        Claimed saved = links().save(claim.with(LinkStatus.AMBIGUOUS)).orElseThrow();
        assertThat(links().abandon(claim)).isFalse();
        assertThat(links().find(claim.key())).contains(saved);
        assertThat(links().abandon(saved)).isTrue();
        assertThat(links().find(claim.key())).isEmpty();
        assertThat(stored(current)).isEqualTo(current);
    }

    @Test
    default void whoever_still_has_the_old_conversation_in_hand_changes_nothing_of_the_new_one() {
        Standing old = finishedThread(sample().channel());
        Standing now =
                links().succeed(old, sample().standing(claimedNext(old), 4)).orElseThrow();
        assertThat(links().announceCard(old, 9, SampleLinks.DRAWN)).isEqualTo(ConversationLinks.ELSEWHERE);
        assertThat(links().confirmCard(old, 4)).isFalse();
        links().markSetUp(old, "pin", "a1");
        links().renamed(old, "all-clear");
        assertThat(links().transition(old, LinkStatus.READY, LinkStatus.ARCHIVED))
                .isFalse();
        assertThat(stored(now)).isEqualTo(now);
        links().announceCard(now, 9, SampleLinks.DRAWN);
        assertThat(links().confirmCard(old, 9)).isFalse();
        assertThat(links().move(old, sample().rival(old))).isEmpty();
        assertThat(links().claimNext(old, next(old))).isFalse();
        assertThat(links().find(old.key().next())).isEmpty();
    }

    @Test
    default void a_link_leaves_one_status_only() {
        Standing link = finished(sample().channel());
        assertThat(links().transition(link, LinkStatus.CHANNEL_DELETED, LinkStatus.READY))
                .isFalse();
        assertThat(links().transition(link, LinkStatus.READY, LinkStatus.CHANNEL_DELETED))
                .isTrue();
        assertThat(links().transition(link, LinkStatus.READY, LinkStatus.CHANNEL_DELETED))
                .isFalse();
        assertThat(stored(link)).isEqualTo(link.ended(LinkStatus.CHANNEL_DELETED));
        assertThat(links().recordOf(link.id())).contains(link.record());
    }

    @Test
    default void what_is_not_linked_has_no_transition() {
        Standing link = sample().standing(sample().dedicated(), 4);
        assertThat(links().transition(link, LinkStatus.READY, LinkStatus.CHANNEL_DELETED))
                .isFalse();
        assertThat(links().find(link.key())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void what_the_state_machine_does_not_allow_changes_nothing(LinkStatus from) {
        ConversationLink link = linked(from);
        for (LinkStatus to : LinkStatus.values()) {
            if (!from.allows(to)) {
                assertThat(moved(link, to)).as("%s to %s", from, to).isFalse();
                assertThatThrownBy(() -> links().transition(madeOf(link), from, to))
                        .as("%s to %s", from, to)
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(stored(link)).as("%s to %s", from, to).isEqualTo(link);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    default void what_the_state_machine_allows_happens(LinkStatus from) {
        for (LinkStatus to : LinkStatus.values()) {
            if (from.allows(to)) {
                ConversationLink link = linked(from);
                assertThat(from.isClaimed() ? moved(link, to) : links().transition((Made) link, from, to))
                        .as("%s to %s", from, to)
                        .isTrue();
                assertThat(stored(link).status()).isEqualTo(to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVISIONING", "PLACEMENT_REFUSED", "AMBIGUOUS"})
    default void a_claim_moves_with_its_progress_only(LinkStatus from) {
        ConversationLink link = linked(from);
        for (LinkStatus to : LinkStatus.values()) {
            assertThatThrownBy(() -> links().transition(madeOf(link), from, to))
                    .as("%s to %s", from, to)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(stored(link)).isEqualTo(link);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PROVISIONING", "PLACEMENT_REFUSED", "AMBIGUOUS"})
    default void a_made_link_is_neither_saved_nor_finished_again(LinkStatus from) {
        ConversationLink link = linked(from);
        for (LinkStatus to : List.of(LinkStatus.PROVISIONING, LinkStatus.AMBIGUOUS, LinkStatus.READY)) {
            assertThat(moved(link, to)).as("%s to %s", from, to).isFalse();
        }
        assertThat(stored(link)).isEqualTo(link);
    }

    @Test
    default void the_pager_s_newest_incident_is_remembered_and_nothing_else_changes() {
        Standing link = finished(sample().channel());
        links().paged(link.key(), new PagerIncident("PT4KHLK", "press-1"));
        links().paged(link.key(), new PagerIncident("PT4KHLK", "press-1"));
        assertThat(made(link).conversation().paged()).contains(new PagerIncident("PT4KHLK", "press-1"));
        links().paged(link.key(), new PagerIncident("Q2HEUAF", "press-2"));
        links().announceCard(link, 5, SampleLinks.DRAWN);
        links().confirmCard(link, 5);
        links().markSetUp(link, "topic", "a hash");
        assertThat(stored(link))
                .isEqualTo(link.with(link.conversation()
                        .with(new PagerIncident("Q2HEUAF", "press-2"))
                        .with(new PostedCard(link.conversation().card().message(), 5))
                        .seen(5)
                        .with(link.conversation().kept().with(SampleLinks.DRAWN))
                        .markSetUp("topic", "a hash")));
        Claimed unfinished = claimed();
        links().paged(unfinished.key(), new PagerIncident("PT4KHLK", "press-1"));
        assertThat(stored(unfinished)).isEqualTo(unfinished);
    }

    @Test
    default void a_new_name_changes_nothing_else() {
        Channel channel = sample().channel();
        Standing link = finished(channel);
        links().renamed(link, "all-clear");
        assertThat(stored(link)).isEqualTo(link.with(link.conversation().with(channel.named("all-clear"))));
        Claimed unfinished = claimed();
        links().renamed(madeOf(unfinished), "all-clear");
        assertThat(stored(unfinished)).isEqualTo(unfinished);
    }

    @Test
    default void a_channel_s_team_and_its_tenant_are_read_back() {
        Channel channel = sample().channelOf("6f5d1c3a-0000-4000-8000-000000000001");
        Standing link = finished(channel);
        assertThat(stored(link)).isEqualTo(link);
        assertThat(links().recordOf(conversation(channel))).contains(link.record());
    }

    @Test
    default void the_links_within_a_workspace_are_those_that_have_a_conversation() {
        Standing dedicated = finished(sample().channelOf("team-7"));
        Standing thread = finishedThread(sample().channel());
        Claimed unfinished = claimed();
        assertThat(links().inWorkspace(Platform.SLACK, SampleLinks.WORKSPACE))
                .contains(dedicated, thread)
                .extracting(Made::key)
                .doesNotContain(unfinished.key());
        assertThat(links().inWorkspace(Platform.SLACK, "T02OTHER")).isEmpty();
        assertThat(links().inWorkspace(Platform.TEAMS, SampleLinks.WORKSPACE)).isEmpty();
    }

    /** A stored link in this status. */
    private ConversationLink linked(LinkStatus status) {
        if (status == LinkStatus.PROVISIONING) {
            return claimed();
        }
        if (status.isClaimed()) {
            return links().save(claimed().with(status)).orElseThrow();
        }
        Standing ready = finished(sample().channel());
        if (status != LinkStatus.READY) {
            assertThat(links().transition(ready, LinkStatus.READY, status)).isTrue();
        }
        return stored(ready);
    }

    /** Tries to bring a link as it is stored to a status as a claim is brought there: whether it was done. */
    private boolean moved(ConversationLink link, LinkStatus to) {
        if (to == LinkStatus.READY) {
            Claimed claim = claimOver(link, LinkStatus.PROVISIONING);
            return links().ready(sample().standing(claim, 4)).isPresent();
        }
        return to.isClaimed() && links().save(claimOver(link, to)).isPresent();
    }

    /** The link, or what a worker has in hand who takes its claim for a conversation that was made. */
    private Made madeOf(ConversationLink link) {
        return link instanceof Claimed claim ? sample().standing(claim, 4) : (Made) link;
    }

    /** What a worker would save who takes the link for a claim of its version. */
    private static Claimed claimOver(ConversationLink link, LinkStatus status) {
        return new Claimed(
                link.key(),
                link.placement(),
                link.claim(),
                status,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                link.version());
    }

    private Claimed claimed() {
        Claimed link = sample().dedicated();
        links().claim(link);
        return link;
    }

    private Claimed claimedNext(Standing current) {
        Claimed next = next(current);
        assertThat(links().claimNext(current, next)).isTrue();
        return next;
    }

    private Claimed next(Standing current) {
        Claimed rival = sample().rival(sample().dedicated());
        return Claimed.first(
                current.key().next(), rival.placement(), rival.claim().after(Former.of(current, Former.Why.PROMOTED)));
    }

    private Standing finished(Channel channel) {
        return links().ready(sample().standing(claimed(), channel, sample().card(4)))
                .orElseThrow();
    }

    private Standing finishedThread(Channel channel) {
        Claimed link = sample().shared();
        links().claim(link);
        return links().ready(sample().standing(link, channel, sample().card(4))).orElseThrow();
    }

    private ConversationLink stored(ConversationLink link) {
        return links().find(link.key()).orElseThrow();
    }

    private Made made(ConversationLink link) {
        assertThat(stored(link)).isInstanceOf(Made.class);
        return (Made) stored(link);
    }

    private long generation(ConversationLink link) {
        return made(link).conversation().card().generation();
    }

    private static ConversationId conversation(Channel channel) {
        return new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
    }
}
