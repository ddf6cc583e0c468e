package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.TestQueue.Received;
import dev.belay.events.QueueMessage;
import dev.belay.failure.Rejected;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Queues} keep, and what the workers count on, on every engine that answers for SQS. */
public interface QueuesContract {
    TestQueue queue();

    @Test
    default void a_message_arrives_once_with_its_reason() {
        queue().send(message("one", "group"));
        queue().send(message("one", "group"));
        Received received = queue().next();
        assertThat(received.body()).isEqualTo("one");
        assertThat(received.attribute("Reason")).contains("malformed");
        queue().delete(received);
        assertThat(queue().nextNow()).isEmpty();
    }

    @Test
    default void what_ingress_sends_arrives_once_with_its_correlation_id() {
        QueueMessage message = new QueueMessage("group", "same", "{\"a\":\"ä\"}");
        queue().sendFromIngress(message, "0af7651916cd43dd");
        queue().sendFromIngress(message, "");
        Received received = queue().next();
        assertThat(received.body()).isEqualTo("{\"a\":\"ä\"}");
        assertThat(received.attribute(QueueMessage.CORRELATION_ID)).contains("0af7651916cd43dd");
        queue().delete(received);
        assertThat(queue().nextNow()).isEmpty();
    }

    @Test
    default void a_queue_is_found_by_its_name_and_one_that_is_not_there_is_not() {
        String name = queue().url().substring(queue().url().lastIndexOf('/') + 1);
        assertThat(queue().queues().url(name))
                .map(url -> url.endsWith("/" + name))
                .contains(true);
        assertThat(queue().queues().url("none-" + name)).isEmpty();
    }

    @Test
    default void messages_of_a_group_come_in_order_and_one_at_a_time() {
        queue().send(message("one", "group"));
        queue().send(message("two", "group"));
        Received first = queue().next();
        assertThat(first.body()).isEqualTo("one");
        assertThat(queue().nextNow()).isEmpty();
        queue().delete(first);
        assertThat(queue().next().body()).isEqualTo("two");
    }

    @Test
    default void a_message_that_waits_holds_up_its_own_group_only() {
        queue().send(message("one", "group"));
        queue().send(message("two", "group"));
        queue().queues().changeVisibility(queue().url(), queue().next().receiptHandle(), Duration.ofMinutes(1));
        queue().send(message("three", "other"));
        assertThat(queue().next().body()).isEqualTo("three");
        assertThat(queue().nextNow()).isEmpty();
    }

    @Test
    default void a_message_comes_again_at_once_or_after_the_time_told() {
        queue().send(message("one", "group"));
        queue().queues().changeVisibility(queue().url(), queue().next().receiptHandle(), Duration.ZERO);
        Received again = queue().next();
        assertThat(again.body()).isEqualTo("one");
        queue().queues().changeVisibility(queue().url(), again.receiptHandle(), Duration.ofSeconds(30));
        assertThat(queue().nextNow()).isEmpty();
    }

    @Test
    default void a_wait_is_cut_to_what_the_queue_takes() {
        queue().send(message("one", "group"));
        queue().queues().changeVisibility(queue().url(), queue().next().receiptHandle(), Duration.ofDays(2));
        assertThat(queue().nextNow()).isEmpty();
    }

    /** github.com/mapbox/ecs-watchbot/issues/135 has SQS' words. */
    @Test
    default void a_wait_is_rejected_once_the_message_is_visible_again() {
        queue().send(message("one", "group"));
        Received received = queue().next();
        queue().queues().changeVisibility(queue().url(), received.receiptHandle(), Duration.ZERO);
        assertThatThrownBy(() -> queue().queues()
                        .changeVisibility(queue().url(), received.receiptHandle(), Duration.ofMinutes(1)))
                .isInstanceOf(Rejected.class);
        assertThat(queue().next().body()).isEqualTo("one");
    }

    @Test
    default void a_message_that_is_received_too_often_is_a_dead_letter() {
        letDie(message("one", "group"));
        queue().send(message("two", "group"));
        assertThat(queue().next().body()).isEqualTo("two");
        Received dead = queue().nextDeadLetter();
        assertThat(dead.body()).isEqualTo("one");
        assertThat(dead.attribute("Reason")).contains("malformed");
    }

    /**
     * One by one, since neither ElasticMQ 1.7.1 nor LocalStack 4.14.0 has what {@code StartMessageMoveTask} takes out of a FIFO queue in
     * another afterwards. SQS names a dead letter by its message's id as a redrive does here
     * (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html), so that
     * the queue does not take it for the message that it had.
     */
    @Test
    default void a_dead_letter_that_is_sent_again_comes_back_as_it_was() {
        letDie(message("one", "group"));
        assertThat(queue().nextNow()).isEmpty();
        queue().redrive();
        Received back = queue().next();
        assertThat(back.body()).isEqualTo("one");
        assertThat(back.group()).isEqualTo("group");
        assertThat(back.attribute("Reason")).contains("malformed");
        assertThat(queue().hasDeadLetters()).isFalse();
    }

    @Test
    default void a_dead_letter_that_was_looked_at_is_there_again_at_once() {
        letDie(message("one", "group"));
        assertThat(queue().nextNow()).isEmpty();
        assertThat(queue().look()).containsExactly("one");
        assertThat(queue().look()).containsExactly("one");
        assertThat(queue().nextDeadLetter().attribute("Reason")).contains("malformed");
    }

    @Test
    default void a_queue_that_is_not_there_is_a_rejection() {
        assertThatThrownBy(() -> queue().queues().send(queue().urlOfNone(), message("one", "group")))
                .isInstanceOf(Rejected.class);
    }

    /** Sends a message and receives it as often as the queue lets it be received. */
    private void letDie(OutgoingMessage message) {
        queue().send(message);
        for (int i = 0; i < TestQueue.RECEIVES; i++) {
            queue().queues().changeVisibility(queue().url(), queue().next().receiptHandle(), Duration.ZERO);
        }
    }

    private static OutgoingMessage message(String body, String group) {
        return new OutgoingMessage(body, Optional.of(group), Optional.of(body), Map.of("Reason", "malformed"));
    }
}
