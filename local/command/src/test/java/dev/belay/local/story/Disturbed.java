package dev.belay.local.story;

import dev.belay.chat.Platform;
import dev.belay.simulator.http.Faults.Break;
import dev.belay.simulator.http.Faults.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * What {@code -Dcase=} asks for, by the name that a failure gives it.
     *
     * @return none where nothing is asked for; nothing to play where it is asked of another platform or number of faults
     */
    static Optional<List<Disturbed>> asked(Platform platform, int faults) {
        return Optional.of(System.getProperty("case", ""))
                .filter(name -> !name.isEmpty())
                .map(name -> named(name, platform))
                .map(one ->
                        one.breaks().size() == faults && one.flow().platforms().contains(platform)
                                ? List.of(one)
                                : List.of());
    }

    private static Disturbed named(String name, Platform platform) {
        String[] parts = name.strip().replaceAll(" \\(.*\\)$", "").split(FLOW_ENDS, 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no case is called " + name);
        }
        List<Break> breaks =
                Arrays.stream(parts[1].split(", ")).map(Disturbed::broken).toList();
        return new Disturbed(Flows.named(parts[0], platform), breaks);
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
