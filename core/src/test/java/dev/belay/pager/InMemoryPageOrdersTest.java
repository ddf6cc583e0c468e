package dev.belay.pager;

/** The fake keeps the contract that the tests rely on. */
final class InMemoryPageOrdersTest implements PageOrdersContract {
    private final PageOrders orders = new InMemoryPageOrders();
    private int ids;

    @Override
    public PageOrders orders() {
        return orders;
    }

    @Override
    public String id() {
        return "order-" + ++ids;
    }
}
