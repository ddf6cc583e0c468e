package dev.belay.ingress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Waits until the machine has little else to do, where it tells (Linux), and for ten seconds at most. */
final class Quiet {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int TRIES = 50;

    private Quiet() {}

    static void await() throws IOException, InterruptedException {
        for (int i = 0; Files.isReadable(STAT) && i < TRIES; i++) {
            long[] before = times();
            Thread.sleep(200);
            long[] after = times();
            if ((after[0] - before[0]) * 10 <= after[1] - before[1]) {
                return;
            }
        }
    }

    /** The ticks spent busy, and all. */
    private static long[] times() throws IOException {
        List<String> fields = List.of(Files.readAllLines(STAT).getFirst().split(" +", -1));
        long all = 0;
        for (String field : fields.subList(1, fields.size())) {
            all += field.isEmpty() ? 0 : Long.parseLong(field);
        }
        long idle = Long.parseLong(fields.get(4)) + Long.parseLong(fields.get(5));
        return new long[] {all - idle, all};
    }
}
