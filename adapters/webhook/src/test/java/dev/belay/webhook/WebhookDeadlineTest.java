package dev.belay.webhook;

import dev.belay.delivery.DeadlineContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** No call to a receiver outlives the delivery that it is made for. */
final class WebhookDeadlineTest implements DeadlineContract {
    private final ReceiverStage stage = new ReceiverStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    public Map<String, Runnable> calls() {
        return Map.of("a page", () -> stage.pager.page(stage.order("order-1"), true));
    }

    @Override
    public int requests() {
        return stage.receiver.received().size();
    }
}
