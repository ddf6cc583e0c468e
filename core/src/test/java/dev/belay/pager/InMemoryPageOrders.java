package dev.belay.pager;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Orders kept in memory. */
public final class InMemoryPageOrders implements PageOrders {
    private final Map<String, PageOrder> orders = new HashMap<>();

    @Override
    public synchronized PageOrder keep(PageOrder order) {
        PageOrder first =
                Optional.ofNullable(orders.putIfAbsent(order.id(), order)).orElse(order);
        return new PageOrder(order.id(), first.about(), first.by(), first.targets(), order.message(), order.incident());
    }
}
