package dev.belay.simulator.http;

import java.util.Set;

/** Keeps other web pages in the same browser from pressing buttons here. */
public final class SameOrigin {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

    private SameOrigin() {}

    public static boolean holds(Request request) {
        String host = request.header("host").orElse("");
        return NAMES.contains(host.replaceFirst(":\\d+$", ""))
                && request.header("origin")
                        .map(origin -> origin.equals("http://" + host))
                        .orElse(true);
    }
}
