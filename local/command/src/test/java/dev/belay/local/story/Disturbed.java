package dev.belay.local.story;

import dev.belay.simulator.http.Faults.Break;
import dev.belay.simulator.http.Faults.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A flow and what breaks in it, by a name that it can be played again by, such as
 * {@code opening a channel: 4 response_lost, 7 caller_killed}: the fifth call, and the eighth after it.
 */
record Disturbed(Flow flow, List<Break> breaks) {
    private static final String FLOW_ENDS = ": ";

    Disturbed {
        breaks = List.copyOf(breaks);
    }

    static Disturbed named(String name) {
        String[] parts = name.strip().split(FLOW_ENDS, 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no case is called " + name);
        }
        List<Break> breaks =
                Arrays.stream(parts[1].split(", ")).map(Disturbed::broken).toList();
        return new Disturbed(Flows.named(parts[0]), breaks);
    }

    private static Break broken(String words) {
        String[] parts = words.split(" ", 2);
        return new Break(Integer.parseInt(parts[0]), Fault.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return flow
                + FLOW_ENDS
                + breaks.stream()
                        .map(one -> one.after() + " " + one.how().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
