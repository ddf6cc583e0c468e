package dev.belay.conversationfile.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets a gigabyte pass each way, in turn with a plain relay over the same two hops, each in a process of its own with the same small heap;
 * fails when a way is slower than its bar, or does not fit into the heap.
 */
final class FileBench {
    private static final long GIGABYTE = 1L << 30;
    private static final long WARM_UP = 1L << 26;
    private static final double BAR = 0.7;
    private static final String HEAP = "-Xmx48m";

    private final int rounds;

    private FileBench(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean held = new FileBench(Integer.parseInt(arguments[0])).run();
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        Map<Way, List<Double>> rates = new EnumMap<>(Way.class);
        try (TwoHops small = new TwoHops(WARM_UP);
                TwoHops hops = new TwoHops(GIGABYTE)) {
            for (int round = -1; round < rounds; round++) {
                for (Way way : Way.values()) {
                    double rate = GIGABYTE / 1e6 / (nanos(way, small.url(), hops.url()) / 1e9);
                    if (round >= 0) {
                        rates.computeIfAbsent(way, _ -> new ArrayList<>()).add(rate);
                    }
                }
            }
        }
        return report(rates);
    }

    private boolean report(Map<Way, List<Double>> rates) {
        double plain = median(rates.getOrDefault(Way.PLAIN, List.of()));
        System.out.printf(
                Locale.ROOT,
                "%nFiles: 1 GiB in a heap of 48 MB (%s), MB/s, p50 of %d interleaved rounds%n%n| way | MB/s | of the plain relay | bar |%n|---|---:|---:|---:|%n",
                HEAP,
                rounds);
        boolean held = true;
        for (Map.Entry<Way, List<Double>> way : rates.entrySet()) {
            double rate = median(way.getValue());
            boolean holds = way.getKey() == Way.PLAIN || rate / plain >= BAR;
            held &= holds;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %s |%n",
                    way.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    rate,
                    rate / plain,
                    way.getKey() == Way.PLAIN ? "–" : BAR + (holds ? " held" : " MISSED"));
        }
        return held;
    }

    private static double median(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static long nanos(Way way, URI small, URI hops) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Passage.class.getName(),
                way.name(),
                small.toString(),
                Long.toString(WARM_UP),
                hops.toString(),
                Long.toString(GIGABYTE));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(way + " did not pass: " + Arrays.asList(output.split("\n", -1)));
        }
        return Long.parseLong(output);
    }
}
