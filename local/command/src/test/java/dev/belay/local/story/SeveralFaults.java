package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.fuzz.Enumeration;
import dev.belay.simulator.http.Faults.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Flows that break at two and at three calls, drawn at random: on each platform 84 runs where the enumeration is wide and 40 elsewhere, half
 * of them with two faults, half with three; the flows that are broken twice in a narrow one are others than those broken three times. The seed is printed, and
 * {@code -Dseed=} draws the same cases again; {@code -Dcase=} plays one alone, by the name that a failure gives it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeveralFaults {
    /** What a worker does at least before it comes to the call that broke the one before it: it reads settings and secrets. */
    private static final int COLD_START = 3;

    private final long seed = Enumeration.seed();
    private final int cases = Enumeration.asked().of(42, 8);
    private final Platform platform;
    private final CrashEnumeration runs;

    SeveralFaults(Platform platform) {
        this.platform = platform;
        this.runs = new CrashEnumeration(platform);
    }

    @AfterAll
    void engines_stop() {
        runs.close();
    }

    @Test
    void a_flow_that_breaks_at_two_calls_ends_the_same() {
        play(2, "pairs");
    }

    @Test
    void a_flow_that_breaks_at_three_calls_ends_the_same() {
        play(3, "triples");
    }

    private void play(int faults, String called) {
        String what = "seed " + seed + ", " + cases + " " + called + " of faults on " + platform.label();
        List<String> failed = new ArrayList<>();
        int allBroke = 0;
        for (Disturbed disturbed : drawn(faults)) {
            allBroke += endsTheSame(disturbed, failed) ? 1 : 0;
        }
        System.out.println(what + ", all of them struck in " + allBroke);
        assertThat(failed).as(what).isEmpty();
    }

    private List<Disturbed> drawn(int faults) {
        return Disturbed.asked(platform, faults).orElseGet(() -> drawnAtRandom(faults));
    }

    private List<Disturbed> drawnAtRandom(int faults) {
        List<Flow> flows = Flows.on(platform);
        Random random = new Random(seed + faults);
        List<Disturbed> drawn = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            Flow flow = flows.get((i + (faults - 2) * flows.size() / 2) % flows.size());
            drawn.add(new Disturbed(
                    flow, breaks(faults, runs.undisturbed(flow).calls().size(), random)));
        }
        return drawn;
    }

    /** Each within what is left to do after the one before it. */
    private static List<Break> breaks(int faults, int calls, Random random) {
        List<Break> breaks = new ArrayList<>();
        int left = calls;
        for (int i = 0; i < faults; i++) {
            int after = random.nextInt(left);
            breaks.add(new Break(after, CrashEnumeration.KINDS.get(random.nextInt(CrashEnumeration.KINDS.size()))));
            left += COLD_START - after;
        }
        return breaks;
    }

    private boolean endsTheSame(Disturbed disturbed, List<String> failed) {
        try {
            return runs.endsTheSame(disturbed);
        } catch (AssertionError e) {
            failed.add(disturbed + "\n" + e.getMessage());
            return false;
        }
    }
}
