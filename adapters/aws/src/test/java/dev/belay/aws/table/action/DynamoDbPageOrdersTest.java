package dev.belay.aws.table.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.pager.PageOrder;
import dev.belay.pager.PageOrders;
import dev.belay.pager.PageOrdersContract;
import dev.belay.pager.SampleOrder;
import dev.belay.settings.PagerSettings.Target;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The orders on the simulated engine keep the contract, with one request each. */
final class DynamoDbPageOrdersTest implements PageOrdersContract {
    private final PageOrders orders = Cloud.worker(Clock.systemUTC()).pageOrders(Cloud.STACK.eventTable());

    @Override
    public PageOrders orders() {
        return orders;
    }

    @Override
    public String id() {
        return "press-" + Cloud.unique();
    }

    @Test
    void keeping_is_one_request_and_may_be_sent_twice() {
        PageOrder order = SampleOrder.of(id(), List.of(new Target("db", "Databases")));
        Cloud.losingTheFirstAnswer(() -> assertThat(orders.keep(order)).isEqualTo(order));
        assertThat(Cloud.requestsOf(() -> orders.keep(order))).isEqualTo(Map.of("dynamodb UpdateItem", 1));
    }
}
