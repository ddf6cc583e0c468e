package dev.belay.simulator.page;

import java.util.List;

/**
 * A message as a page shows it.
 *
 * @param marks what is said of it beside its time, such as that it was edited
 * @param body markup
 */
public record Entry(String author, String time, List<String> marks, Kind kind, String body) {
    /** Where a message stands, and who sees it. */
    public enum Kind {
        OPEN,
        REPLY,
        /** One person alone sees it. */
        PRIVATE
    }

    public Entry {
        marks = List.copyOf(marks);
    }

    String html() {
        String meta = "<strong>" + Html.escape(author) + "</strong> " + Html.escape(time)
                + (marks.isEmpty() ? "" : " · " + Html.escape(String.join(" · ", marks)));
        String css =
                switch (kind) {
                    case OPEN -> "open";
                    case REPLY -> "reply";
                    case PRIVATE -> "private";
                };
        return Html.element("article", css, Html.element("div", "meta", meta) + body);
    }
}
