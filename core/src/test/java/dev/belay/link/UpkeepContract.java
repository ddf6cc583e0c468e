package dev.belay.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import java.time.Duration;
import java.time.Instant;
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

    SampleLinks sample();

    @Test
    default void of_a_link_that_nothing_was_told_of_the_first_account_is_remembered() {
        LinkKey key = standing(Kept.NOTHING);
        assertThat(told(key)).isEmpty();
        upkeep().told(key, OPENED);
        assertThat(told(key)).contains(Told.first(OPENED));
    }

    @Test
    default void what_is_being_told_is_stored_before_it_is_told() {
        LinkKey key = opened();
        assertThat(upkeep().begin(key, new Telling(FIRST, LEASE), NOW)).isTrue();
        assertThat(told(key)).contains(new Told(OPENED, Optional.of(new Telling(FIRST, LEASE))));
        upkeep().told(key, FIRST);
        assertThat(told(key)).contains(Told.first(FIRST));
    }

    @Test
    default void while_one_worker_tells_no_other_does() {
        LinkKey key = opened();
        assertThat(upkeep().begin(key, new Telling(FIRST, LEASE), NOW)).isTrue();
        assertThat(upkeep().begin(key, new Telling(RIVAL, LEASE.plusSeconds(1)), LEASE.minusMillis(1)))
                .isFalse();
        assertThat(told(key).flatMap(Told::now)).contains(new Telling(FIRST, LEASE));
    }

    @Test
    default void after_the_lease_another_worker_takes_over() {
        LinkKey key = opened();
        assertThat(upkeep().begin(key, new Telling(FIRST, LEASE), NOW)).isTrue();
        Telling later = new Telling(RIVAL, LEASE.plusSeconds(120));
        assertThat(upkeep().begin(key, later, LEASE)).isTrue();
        assertThat(told(key).flatMap(Told::now)).contains(later);
    }

    @Test
    default void a_number_is_told_once() {
        LinkKey key = opened();
        upkeep().told(key, FIRST);
        assertThat(upkeep().begin(key, new Telling(RIVAL, LEASE), NOW)).isFalse();
        upkeep().told(key, RIVAL);
        upkeep().told(key, OPENED);
        assertThat(told(key)).contains(Told.first(FIRST));
        assertThat(upkeep().begin(key, new Telling(SECOND, LEASE), NOW)).isTrue();
    }

    @Test
    default void what_was_not_told_is_forgotten() {
        LinkKey key = opened();
        assertThat(upkeep().begin(key, new Telling(FIRST, LEASE), NOW)).isTrue();
        upkeep().notTold(key, 2);
        assertThat(told(key).flatMap(Told::now)).isPresent();
        upkeep().notTold(key, 1);
        assertThat(told(key)).contains(Told.first(OPENED));
        assertThat(upkeep().begin(key, new Telling(RIVAL, LEASE), NOW)).isTrue();
    }

    @Test
    default void what_may_have_been_told_is_looked_for_from_a_time_on() {
        LinkKey key = opened();
        assertThat(upkeep().begin(key, new Telling(FIRST, LEASE), NOW)).isTrue();
        Instant settled = LEASE.minus(Duration.ofSeconds(75));
        upkeep().lookFrom(key, 2, NOW);
        upkeep().lookFrom(key, 1, settled);
        assertThat(told(key).flatMap(Told::now)).contains(new Telling(FIRST, settled));
    }

    @Test
    default void a_message_waits_until_the_next_card_is_announced() {
        LinkKey key = opened();
        upkeep().waits(key, "message-1");
        assertThat(kept(key).waiting()).contains("message-1");
        upkeep().waits(key, "message-2");
        assertThat(kept(key).waiting()).contains("message-2");
        links().announceCard(key, 4, SampleLinks.DRAWN);
        assertThat(kept(key).waiting()).isEmpty();
        assertThat(kept(key).drawn()).contains(SampleLinks.DRAWN);
    }

    @Test
    default void a_link_that_was_not_made_is_left_as_it_is() {
        Claimed claim = sample().shared();
        assertThat(links().claim(claim)).isTrue();
        upkeep().told(claim.key(), OPENED);
        upkeep().waits(claim.key(), "message-1");
        assertThat(upkeep().begin(claim.key(), new Telling(FIRST, LEASE), NOW)).isFalse();
        upkeep().notTold(claim.key(), 1);
        upkeep().lookFrom(claim.key(), 1, NOW);
        assertThat(links().find(claim.key())).contains(claim);
    }

    private LinkKey opened() {
        return standing(Kept.NOTHING.with(Told.first(OPENED)));
    }

    private LinkKey standing(Kept kept) {
        Claimed claim = sample().dedicated();
        assertThat(links().claim(claim)).isTrue();
        ConversationLink.Standing standing = sample().standing(claim, 3);
        assertThat(links().ready(standing.with(standing.conversation().with(kept))))
                .isPresent();
        return claim.key();
    }

    private Kept kept(LinkKey key) {
        return ((Made) links().find(key).orElseThrow()).conversation().kept();
    }

    private Optional<Told> told(LinkKey key) {
        return kept(key).told();
    }
}
