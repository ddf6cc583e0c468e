package dev.belay.simulator.page;

import dev.belay.simulator.page.Chat.Place;
import java.util.Collection;
import java.util.List;

/**
 * A field of a dialog's form.
 *
 * @param hint what is said beneath it, empty where nothing is
 * @param error what is wrong with what stands in it, empty where nothing is
 */
public record FormField(String name, String label, String hint, String error) {
    /** @param most how many characters it takes */
    public String text(String value, boolean isMultiline, int most) {
        String limit = most == Integer.MAX_VALUE ? "" : " maxlength=\"" + most + "\"";
        String named = " name=\"" + Html.escape(name) + "\"" + limit;
        return around(
                isMultiline
                        ? "<textarea rows=\"4\"" + named + ">\n" + Html.escape(value) + "</textarea>"
                        : "<input" + named + " value=\"" + Html.escape(value) + "\">");
    }

    /** A choice among values; where only one is taken, none may be chosen either. */
    public String choice(List<Place> values, Collection<String> chosen, boolean takesSeveral) {
        StringBuilder options = new StringBuilder(takesSeveral ? "" : Html.option("", "", false));
        values.forEach(value -> options.append(Html.option(value.id(), value.label(), chosen.contains(value.id()))));
        return around("<select name=\"" + Html.escape(name) + "\"" + (takesSeveral ? " multiple" : "") + ">" + options
                + "</select>");
    }

    private String around(String control) {
        return "<label class=\"field\">" + Html.escape(label) + " " + control
                + (hint.isEmpty() ? "" : Html.element("small", "meta", Html.escape(hint)))
                + "</label>"
                + (error.isEmpty() ? "" : "<p class=\"error\" role=\"alert\">" + Html.escape(error) + "</p>");
    }
}
