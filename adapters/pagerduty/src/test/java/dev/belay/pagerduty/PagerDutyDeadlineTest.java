package dev.belay.pagerduty;

import dev.belay.delivery.DeadlineContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** No call to PagerDuty outlives the delivery that it is made for. */
final class PagerDutyDeadlineTest implements DeadlineContract {
    private final AccountStage stage = new AccountStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    public Map<String, Runnable> calls() {
        return Map.of(
                "a first page", () -> stage.pager.page(stage.order("1", AccountStage.MAJOR), false),
                "the same again", () -> stage.pager.page(stage.order("1", AccountStage.MAJOR), true));
    }

    @Override
    public int requests() {
        return stage.pagerDuty.calls().size();
    }
}
