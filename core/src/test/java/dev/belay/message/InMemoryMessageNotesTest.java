package dev.belay.message;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract that the tests rely on. */
final class InMemoryMessageNotesTest implements MessageNotesContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final MessageNotes notes = new InMemoryMessageNotes(clock);
    private int channels;

    @Override
    public MessageNotes notes() {
        return notes;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String channel() {
        return "C" + ++channels;
    }
}
