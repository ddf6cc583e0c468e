package dev.belay.simulator.aws.dynamodb.store;

/** Where events are kept before they take effect. */
interface Journal extends AutoCloseable {
    /** Keeps nothing. */
    Journal NONE = new Journal() {
        @Override
        public void append(Event event) {}

        @Override
        public void close() {}
    };

    void append(Event event);

    @Override
    void close();
}
