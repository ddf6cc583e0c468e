package dev.belay.pager;

/**
 * The orders as they were first given, remembered for days. Whoever gives an order again gives the same one, whatever changed meanwhile
 * in the record, the directory or the settings: a pager may refuse a known idempotency key with another body.
 */
public interface PageOrders {
    /**
     * Keeps what may change of an order under its id, unless it is kept already: what it is about, by whom and to whom it is. The message
     * comes from the press and is the same each time; the pager's incident is looked up afresh. Neither is kept.
     *
     * @return the order as it was first given, with the message and the incident of this one
     */
    PageOrder keep(PageOrder order);
}
