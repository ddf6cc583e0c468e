package dev.belay.file;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.util.concurrent.atomic.AtomicInteger;

final class InMemoryFileTransfersTest implements FileTransfersContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final FileTransfers transfers = new InMemoryFileTransfers(clock);
    private final AtomicInteger files = new AtomicInteger();

    @Override
    public FileTransfers transfers() {
        return transfers;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String file() {
        return "F" + files.incrementAndGet();
    }
}
