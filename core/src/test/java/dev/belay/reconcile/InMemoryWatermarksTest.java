package dev.belay.reconcile;

/** The fake keeps the contract. */
final class InMemoryWatermarksTest implements WatermarksContract {
    @Override
    public Watermarks watermarks() {
        return new InMemoryWatermarks();
    }
}
