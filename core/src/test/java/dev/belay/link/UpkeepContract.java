package dev.belay.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Upkeep} keeps. */
public interface UpkeepContract {
    Instant NOW = SampleLinks.CLAIMED.plusSeconds(60);
    Instant LEASE = Instant.ofEpochMilli(NOW.plusSeconds(120).toEpochMilli());
    Account OPENED =
            new Account(0, SampleLinks.CLAIMED, 3, Map.of("state", "New", "group_name", "\"Größe\" 東京"), Set.of());
    Account FIRST = new Account(1, NOW, 4, Map.of("state", "In Progress"), Set.of("press-1", "press-2"));
    Account RIVAL = new Account(1, NOW, 4, Map.of("state", "On Hold"), Set.of("press-1"));
    Account SECOND = new Account(2, NOW.plusSeconds(3), 6, Map.of("state", "Resolved"), Set.of("press-1", "press-2"));

    Upkeep upkeep();

    /** The same store's. */
    ConversationLinks links();

    /** The same store's. */
    LinkIndex index();

    SampleLinks sample();

    @Test
    default void of_a_link_that_nothing_was_told_of_the_first_account_is_remembered() {
        Made link = standing(Kept.NOTHING);
        assertThat(told(link)).isEmpty();
        upkeep().told(link, OPENED);
        assertThat(told(link)).contains(Told.first(OPENED));
    }

    @Test
    default void what_is_being_told_is_stored_before_it_is_told() {
        Made link = opened();
        assertThat(upkeep().begin(link, new Telling(FIRST, LEASE), NOW)).isTrue();
        assertThat(told(link)).contains(new Told(OPENED, Optional.of(new Telling(FIRST, LEASE))));
        upkeep().told(link, FIRST);
        assertThat(told(link)).contains(Told.first(FIRST));
    }

    @Test
    default void while_one_worker_tells_no_other_does() {
        Made link = opened();
        assertThat(upkeep().begin(link, new Telling(FIRST, LEASE), NOW)).isTrue();
        assertThat(upkeep().begin(link, new Telling(RIVAL, LEASE.plusSeconds(1)), LEASE.minusMillis(1)))
                .isFalse();
        assertThat(told(link).flatMap(Told::now)).contains(new Telling(FIRST, LEASE));
    }

    @Test
    default void after_the_lease_another_worker_takes_over() {
        Made link = opened();
        assertThat(upkeep().begin(link, new Telling(FIRST, LEASE), NOW)).isTrue();
        Telling later = new Telling(RIVAL, LEASE.plusSeconds(120));
        assertThat(upkeep().begin(link, later, LEASE)).isTrue();
        assertThat(told(link).flatMap(Told::now)).contains(later);
    }

    @Test
    default void a_number_is_told_once() {
        Made link = opened();
        upkeep().told(link, FIRST);
        assertThat(upkeep().begin(link, new Telling(RIVAL, LEASE), NOW)).isFalse();
        upkeep().told(link, RIVAL);
        upkeep().told(link, OPENED);
        assertThat(told(link)).contains(Told.first(FIRST));
        assertThat(upkeep().begin(link, new Telling(SECOND, LEASE), NOW)).isTrue();
    }

    @Test
    default void what_was_not_told_is_forgotten() {
        Made link = opened();
        assertThat(upkeep().begin(link, new Telling(FIRST, LEASE), NOW)).isTrue();
        upkeep().notTold(link, 2);
        assertThat(told(link).flatMap(Told::now)).isPresent();
        upkeep().notTold(link, 1);
        assertThat(told(link)).contains(Told.first(OPENED));
        assertThat(upkeep().begin(link, new Telling(RIVAL, LEASE), NOW)).isTrue();
    }

    @Test
    default void what_may_have_been_told_is_looked_for_from_a_time_on() {
        Made link = opened();
        assertThat(upkeep().begin(link, new Telling(FIRST, LEASE), NOW)).isTrue();
        Instant settled = LEASE.minus(Duration.ofSeconds(75));
        upkeep().lookFrom(link, 2, NOW);
        upkeep().lookFrom(link, 1, settled);
        assertThat(told(link).flatMap(Told::now)).contains(new Telling(FIRST, settled));
    }

    @Test
    default void a_message_waits_until_the_next_card_is_announced() {
        Made link = opened();
        upkeep().waits(link, "message-1");
        assertThat(kept(link).waiting()).contains("message-1");
        upkeep().waits(link, "message-2");
        assertThat(kept(link).waiting()).contains("message-2");
        links().announceCard(link, 4, SampleLinks.DRAWN);
        assertThat(kept(link).waiting()).isEmpty();
        assertThat(kept(link).drawn()).contains(SampleLinks.DRAWN);
    }

    @Test
    default void a_link_that_was_not_made_is_left_as_it_is() {
        Claimed claim = sample().shared();
        assertThat(links().claim(claim)).isTrue();
        changesNothing(sample().standing(claim, 3));
        assertThat(links().find(claim.key())).contains(claim);
    }

    @Test
    default void the_new_conversation_hears_nothing_of_what_the_old_one_is_told() {
        Standing old = opened();
        Claimed next = sample().rival(sample().shared());
        Claimed claim = Claimed.first(
                old.key().next(), next.placement(), next.claim().after(Former.of(old, Former.Why.PROMOTED)));
        assertThat(links().claim(claim)).isTrue();
        Standing now = links().succeed(old, sample().standing(claim, 3)).orElseThrow();
        changesNothing(old);
        assertThat(links().find(now.key())).contains(now);
    }

    private void changesNothing(Standing read) {
        upkeep().told(read, OPENED);
        upkeep().waits(read, "message-1");
        assertThat(upkeep().begin(read, new Telling(FIRST, LEASE), NOW)).isFalse();
        upkeep().notTold(read, 1);
        upkeep().lookFrom(read, 1, NOW);
        upkeep().ending(read, new Ending(1, true, LEASE));
        upkeep().due(read, Optional.of(LEASE));
        assertThat(begin(read, "1", NOW)).isEqualTo(Upkeep.Begun.NOT);
        upkeep().lease(read, "summary", "1", NOW);
        upkeep().noRoom(read, Optional.of(new NoRoom(NoRoom.Kind.REFUSED, "full", NOW, "0a1b2c3d4e5f")));
    }

    @Test
    default void what_is_done_once_is_begun_by_one() {
        Made link = opened();
        assertThat(begin(link, "1", NOW)).isEqualTo(Upkeep.Begun.FIRST);
        assertThat(begin(link, "1", NOW)).as("as it was read before").isEqualTo(Upkeep.Begun.NOT);
        assertThat(begin(stored(link), "1", LEASE.minusMillis(1))).isEqualTo(Upkeep.Begun.NOT);
        assertThat(begin(stored(link), "1", LEASE)).isEqualTo(Upkeep.Begun.AGAIN);
        links().markSetUp(link, "summary", "1");
        assertThat(begin(stored(link), "1", LEASE.plusSeconds(600))).isEqualTo(Upkeep.Begun.NOT);
        assertThat(begin(stored(link), "2", NOW)).isEqualTo(Upkeep.Begun.FIRST);
    }

    @Test
    default void a_lease_on_a_part_is_given_back() {
        Made link = opened();
        assertThat(begin(link, "1", NOW)).isEqualTo(Upkeep.Begun.FIRST);
        upkeep().lease(link, "summary", "2", NOW);
        assertThat(begin(stored(link), "1", NOW)).isEqualTo(Upkeep.Begun.NOT);
        upkeep().lease(link, "summary", "1", NOW);
        assertThat(begin(stored(link), "1", NOW)).isEqualTo(Upkeep.Begun.AGAIN);
    }

    private Upkeep.Begun begin(Made link, String id, Instant now) {
        return upkeep().begin(link, "summary", id, LEASE, now);
    }

    private Made stored(Made link) {
        return (Made) links().find(link.key()).orElseThrow();
    }

    @Test
    default void the_newest_end_is_remembered() {
        Made link = opened();
        Ending first = new Ending(1, true, LEASE);
        upkeep().ending(link, first);
        upkeep().ending(link, first);
        assertThat(kept(link).ending()).contains(first);
        Ending reopened = first.reopened(LEASE.plusSeconds(60));
        upkeep().ending(link, reopened);
        assertThat(kept(link).ending()).contains(reopened);
        assertThat(kept(link).isOver()).isFalse();
        Ending second = new Ending(2, true, LEASE.plusSeconds(120));
        upkeep().ending(link, second);
        upkeep().ending(link, first);
        assertThat(kept(link).ending()).contains(second);
        assertThat(kept(link).isOver()).isTrue();
    }

    @Test
    default void why_there_is_no_channel_is_remembered_anew() {
        Standing link = opened();
        NoRoom why = new NoRoom(NoRoom.Kind.REFUSED, "the team is full", NOW, "0a1b2c3d4e5f");
        upkeep().noRoom(link, Optional.of(why));
        assertThat(links().find(link.key())).contains(link.with(link.placement().instead(why)));
        upkeep().noRoom(link, Optional.empty());
        assertThat(links().find(link.key())).contains(link);
    }

    @Test
    default void what_is_due_is_found_by_its_time() {
        Standing channel = opened();
        Standing thread = standing(sample().shared(), Kept.NOTHING);
        String workspace = channel.placement().workspace();
        upkeep().due(channel, Optional.of(LEASE.plusSeconds(10)));
        upkeep().due(thread, Optional.of(LEASE));
        assertThat(kept(channel).due()).contains(LEASE.plusSeconds(10));
        assertThat(due(workspace, LEASE.minusMillis(1))).doesNotContain(channel.key(), thread.key());
        assertThat(due(workspace, LEASE)).contains(thread.key()).doesNotContain(channel.key());
        assertThat(due(workspace, LEASE.plusSeconds(10))).containsSubsequence(thread.key(), channel.key());
        Standing other = standing(sample().shared(), Kept.NOTHING);
        upkeep().due(other, Optional.of(LEASE.plusSeconds(1)));
        assertThat(index().due(Platform.SLACK, workspace, LEASE.plusSeconds(10), 1))
                .as("one of each kind")
                .hasSizeBetween(2, 3)
                .doesNotContain(other.key());
        upkeep().due(other, Optional.empty());

        upkeep().due(thread, Optional.empty());
        assertThat(links().transition(channel, LinkStatus.READY, LinkStatus.ARCHIVED))
                .isTrue();
        assertThat(due(workspace, Instant.ofEpochMilli(9_000_000_000_000L)))
                .doesNotContain(channel.key(), thread.key());
        assertThat(kept(thread).due()).isEmpty();
    }

    private List<LinkKey> due(String workspace, Instant by) {
        return index().due(Platform.SLACK, workspace, by, 10_000);
    }

    @Test
    default void channels_of_records_own_are_counted_from_the_claim_until_they_are_gone() {
        Claimed claim = sample().dedicated();
        String workspace = claim.placement().workspace();
        int before = index().ownChannels(Platform.SLACK, workspace);
        assertThat(links().claim(claim)).isTrue();
        assertThat(index().ownChannels(Platform.SLACK, workspace)).isEqualTo(before + 1);
        Standing standing = links().ready(sample().standing(claim, 3)).orElseThrow();
        standing(sample().shared(), Kept.NOTHING);
        upkeep().due(standing, Optional.of(LEASE));
        assertThat(index().ownChannels(Platform.SLACK, workspace)).isEqualTo(before + 1);
        assertThat(links().transition(standing, LinkStatus.READY, LinkStatus.ARCHIVED))
                .isTrue();
        assertThat(index().ownChannels(Platform.SLACK, workspace)).isEqualTo(before);
        assertThat(links().transition(standing, LinkStatus.ARCHIVED, LinkStatus.READY))
                .isTrue();
        assertThat(index().ownChannels(Platform.SLACK, workspace)).isEqualTo(before + 1);
        assertThat(index().ownChannels(Platform.TEAMS, workspace)).isZero();
    }

    @Test
    default void a_channel_of_a_record_that_is_over_is_not_counted_and_what_is_due_there_is_found() {
        Standing read = opened();
        String workspace = read.placement().workspace();
        int open = index().ownChannels(Platform.SLACK, workspace);
        Ending ending = new Ending(1, true, NOW);
        upkeep().ending(read, ending);
        assertThat(index().ownChannels(Platform.SLACK, workspace)).as("at once").isEqualTo(open - 1);
        upkeep().due(read, Optional.of(LEASE));
        assertThat(index().ownChannels(Platform.SLACK, workspace))
                .as("by who read it before")
                .isEqualTo(open - 1);
        assertThat(due(workspace, LEASE)).contains(read.key());

        upkeep().ending(read, ending.reopened(LEASE));
        assertThat(index().ownChannels(Platform.SLACK, workspace)).as("at once").isEqualTo(open);
        upkeep().due(read, Optional.empty());
        assertThat(index().ownChannels(Platform.SLACK, workspace)).isEqualTo(open);
    }

    @Test
    default void all_links_are_found_page_by_page() {
        Standing one = opened();
        Claimed other = sample().shared();
        assertThat(links().claim(other)).isTrue();
        List<ConversationLink> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            LinkIndex.Page page = index().all(after, 3);
            assertThat(page.links()).hasSizeLessThanOrEqualTo(3);
            all.addAll(page.links());
            after = page.next();
        } while (after.isPresent());
        assertThat(all).contains(one, other).doesNotHaveDuplicates();
    }

    private Standing opened() {
        return standing(Kept.NOTHING.with(Told.first(OPENED)));
    }

    private Standing standing(Kept kept) {
        return standing(sample().dedicated(), kept);
    }

    private Standing standing(Claimed claim, Kept kept) {
        assertThat(links().claim(claim)).isTrue();
        Standing standing = sample().standing(claim, 3);
        return links().ready(standing.with(standing.conversation().with(kept))).orElseThrow();
    }

    private Kept kept(Made link) {
        return ((Made) links().find(link.key()).orElseThrow()).conversation().kept();
    }

    private Optional<Told> told(Made link) {
        return kept(link).told();
    }
}
