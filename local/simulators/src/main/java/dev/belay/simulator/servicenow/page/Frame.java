package dev.belay.simulator.servicenow.page;

import dev.belay.simulator.page.Html;

/** What every page of the instance has around it. */
final class Frame {
    private static final String STYLE = """
            body { font-family: system-ui, sans-serif; margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; color: #1d2733; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #cfd6dd; }
            label { display: inline-block; margin: .25rem .75rem .25rem 0; }
            input, select, textarea, button { font: inherit; padding: .25rem .4rem; }
            pre { white-space: pre-wrap; font: inherit; margin: 0; }
            """;

    private Frame() {}

    static String page(String title, String main) {
        return Html.page(title, STYLE, main);
    }
}
