package dev.belay.aws.table.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.HandledEventsContract;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.SampleLinks;
import dev.belay.record.NoteReference;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The handled events on the real engine keep the contract, with one request each, whatever answer is lost. */
final class DynamoDbHandledEventsTest implements HandledEventsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Aws aws = Cloud.worker(clock);
    private final HandledEvents events = aws.handledEvents(Cloud.STACK.eventTable(), Cloud.STACK.linkTable());
    private final ConversationLinks links = aws.links(Cloud.STACK.linkTable(), new Random(Cloud.unique()));
    private final SampleLinks sample = new SampleLinks(Cloud.unique());

    @Override
    public HandledEvents events() {
        return events;
    }

    @Override
    public ConversationLinks links() {
        return links;
    }

    @Override
    public SampleLinks sample() {
        return sample;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String event() {
        return "press-" + Cloud.unique();
    }

    @Test
    void each_deed_is_one_request() {
        Standing link = ready(1);
        String event = event();
        assertThat(Cloud.requestsOf(() -> events.claim(event, reference())))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> events.finishWithCard(event, link, 2)))
                .isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
        assertThat(Cloud.requestsOf(() -> events.finishWithCard(event, link, 1)))
                .isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
        assertThat(Cloud.requestsOf(() -> events.finish(event))).isEqualTo(Map.of("dynamodb UpdateItem", 1));
    }

    @Test
    void a_claim_whose_answer_was_lost_keeps_its_reference_and_is_looked_after() {
        NoteReference reference = reference();
        String event = event();
        Cloud.losingTheFirstAnswer(
                () -> assertThat(events.claim(event, reference)).isEqualTo(new Claim.Again(reference)));
    }

    @Test
    void a_finish_whose_answer_was_lost_is_a_finish() {
        Standing link = ready(1);
        String event = event();
        events.claim(event, reference());
        Cloud.losingTheFirstAnswer(
                () -> assertThat(events.finishWithCard(event, link, 1)).isTrue());
        assertThat(events.claim(event, reference())).isEqualTo(new Claim.Done());
        String other = event();
        Cloud.losingTheFirstAnswer(() -> events.finish(other));
        assertThat(events.claim(other, reference())).isEqualTo(new Claim.Done());
    }

    @Test
    void an_event_is_remembered_for_14_days() {
        String event = event();
        events.claim(event, reference());
        long expires = Sample.OPENED.plus(Duration.ofDays(14)).getEpochSecond();
        assertThat(Cloud.item(Cloud.STACK.eventTable(), "event#" + event)
                        .getObject("expires_at")
                        .getString("N"))
                .isEqualTo(Long.toString(expires));
    }

    private Standing ready(long generation) {
        Claimed link = sample.dedicated();
        links.claim(link);
        return links.ready(sample.standing(link, generation)).orElseThrow();
    }

    private static NoteReference reference() {
        return NoteReference.random(new Random(Cloud.unique()));
    }
}
