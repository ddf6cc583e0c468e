package dev.belay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.event.HandledEvents.Claim;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.SampleLinks;
import dev.belay.record.NoteReference;
import dev.belay.time.Crowd;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link HandledEvents} keeps. */
public interface HandledEventsContract {
    HandledEvents events();

    /** The links whose cards the events ask for. */
    ConversationLinks links();

    /** Claims on records that no test before had. */
    SampleLinks sample();

    /** An event that no test before had. */
    String event();

    /** The clock that leases end by. */
    MovedClock clock();

    @Test
    default void an_event_is_first_once() {
        String event = event();
        NoteReference reference = reference();
        assertThat(events().claim(event, reference)).isEqualTo(new Claim.First(reference));
    }

    @Test
    default void an_event_taken_up_three_times_keeps_its_first_reference() {
        String event = event();
        NoteReference first = reference();
        events().claim(event, first);
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Again(first));
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Again(first));
    }

    @Test
    default void a_finished_event_is_done_however_often_it_comes() {
        String event = event();
        events().claim(event, reference());
        events().finish(event);
        events().finish(event);
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Done());
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Done());
    }

    @Test
    default void a_first_claim_that_is_taken_back_is_first_again_and_keeps_its_reference() {
        String event = event();
        NoteReference first = reference();
        events().claim(event, first);
        events().release(event);
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.First(first));
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Again(first));
    }

    @Test
    default void whether_an_event_was_taken_up_is_seen_without_taking_it_up() {
        String event = event();
        NoteReference reference = reference();
        assertThat(events().isTakenUp(event)).isFalse();
        assertThat(events().claim(event, reference)).isEqualTo(new Claim.First(reference));
        assertThat(events().isTakenUp(event)).isTrue();
        events().release(event);
        assertThat(events().isTakenUp(event)).isFalse();
        claimLater(event, reference());
        events().endLease(event);
        assertThat(events().isTakenUp(event)).isTrue();
    }

    @Test
    default void a_claim_that_another_took_up_too_is_not_taken_back() {
        String event = event();
        NoteReference first = reference();
        events().claim(event, first);
        claimLater(event, reference());
        events().release(event);
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Again(first));
    }

    @Test
    default void a_finished_event_is_not_taken_back() {
        String event = event();
        events().claim(event, reference());
        events().finish(event);
        events().release(event);
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Done());
    }

    @Test
    default void an_event_finished_before_it_was_taken_up_is_done() {
        String event = event();
        events().finish(event);
        assertThat(events().claim(event, reference())).isEqualTo(new Claim.Done());
    }

    @Test
    default void events_are_told_apart() {
        String event = event();
        events().claim(event, reference());
        events().finish(event);
        assertThat(events().claim(event(), reference())).isInstanceOf(Claim.First.class);
    }

    @Test
    default void while_one_worker_is_at_an_event_no_other_takes_it_up() {
        String event = event();
        NoteReference first = reference();
        events().claim(event, first);
        clock().advance(Duration.ofSeconds(10));
        assertThat(events().claim(event, reference())).isEqualTo(new Claim.Held(HandledEvents.LEASE.minusSeconds(10)));
        clock().advance(HandledEvents.LEASE.minusSeconds(10));
        assertThat(events().claim(event, reference())).isEqualTo(new Claim.Again(first));
    }

    @Test
    default void a_lease_that_was_given_back_keeps_nobody_away() {
        String event = event();
        NoteReference first = reference();
        events().claim(event, first);
        events().endLease(event);
        events().endLease(event);
        assertThat(events().claim(event, reference())).isEqualTo(new Claim.Again(first));
    }

    @Test
    default void one_of_many_workers_is_first() throws Exception {
        String event = event();
        assertThat(Crowd.of(20, () -> events().claim(event, reference())))
                .filteredOn(Claim.First.class::isInstance)
                .hasSize(1);
    }

    @Test
    default void an_event_finishes_with_the_card_it_drew() {
        Standing link = linked(5);
        String event = event();
        events().claim(event, reference());
        assertThat(events().finishWithCard(event, link, 5)).isTrue();
        assertThat(events().finishWithCard(event, link, 5)).isTrue();
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Done());
    }

    @Test
    default void when_the_card_moved_on_the_event_is_not_finished() {
        Standing link = linked(5);
        String event = event();
        NoteReference reference = reference();
        events().claim(event, reference);
        links().announceCard(link, 6, SampleLinks.DRAWN);
        assertThat(events().finishWithCard(event, link, 5)).isFalse();
        assertThat(claimLater(event, reference())).isEqualTo(new Claim.Again(reference));
        assertThat(events().finishWithCard(event, link, 6)).isTrue();
    }

    @Test
    default void with_the_event_it_is_remembered_that_the_card_was_sent() {
        Standing link = linked(5);
        String event = event();
        events().claim(event, reference());
        links().announceCard(link, 6, SampleLinks.DRAWN);
        assertThat(shows(link, 6)).isFalse();
        assertThat(events().finishWithCard(event, link, 6)).isTrue();
        assertThat(shows(link, 6)).isTrue();
    }

    @Test
    default void without_a_card_the_event_is_not_finished() {
        Claimed claim = sample().dedicated();
        Standing link = sample().standing(claim, 0);
        String event = event();
        events().claim(event, reference());
        assertThat(events().finishWithCard(event, link, 0)).isFalse();
        links().claim(claim);
        assertThat(events().finishWithCard(event, link, 0)).isFalse();
        assertThat(claimLater(event, reference())).isInstanceOf(Claim.Again.class);
    }

    /** When an earlier claim's lease is over. */
    private Claim claimLater(String event, NoteReference proposed) {
        clock().advance(HandledEvents.LEASE);
        return events().claim(event, proposed);
    }

    private Standing linked(long generation) {
        Claimed link = sample().dedicated();
        links().claim(link);
        return links().ready(sample().standing(link, generation)).orElseThrow();
    }

    private boolean shows(Standing link, long generation) {
        return links().find(link.key())
                .filter(there ->
                        there instanceof Made made && made.conversation().shows(generation))
                .isPresent();
    }

    private static NoteReference reference() {
        return NoteReference.random(RandomGenerator.getDefault());
    }
}
