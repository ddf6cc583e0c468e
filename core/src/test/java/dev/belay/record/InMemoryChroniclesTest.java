package dev.belay.record;

/** The fake keeps the contract that the tests rely on. */
final class InMemoryChroniclesTest implements ChroniclesContract {
    private final Chronicles chronicles = new InMemoryChronicles();
    private int records;

    @Override
    public Chronicles chronicles() {
        return chronicles;
    }

    @Override
    public RecordRef record() {
        return RecordRef.of("incident", "%032x".formatted(++records));
    }
}
