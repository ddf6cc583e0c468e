package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Queues on our simulator keep the contract, and a message never shows its body. */
final class QueuesTest implements QueuesContract {
    private final TestQueue queue = new TestQueue(Cloud.ENGINE);

    @Override
    public TestQueue queue() {
        return queue;
    }

    @Test
    void a_message_never_shows_its_body() {
        OutgoingMessage message =
                new OutgoingMessage("{\"a\":1}", Optional.of("group"), Optional.of("same"), Map.of("Reason", "x"));
        assertThat(message.toString()).doesNotContain("{\"a\":1}");
    }
}
