package dev.belay.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

/** The page without the one script that it has itself, so that any other would be seen. */
public final class OnlyOurScript {
    private OnlyOurScript() {}

    public static String without(String page) {
        String[] parts = page.split("</head>", 2);
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).containsOnlyOnce("<script").endsWith(Live.SCRIPT);
        return parts[1];
    }
}
