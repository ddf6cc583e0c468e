package dev.belay.simulator.page;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page of one simulated system says of the world around it.
 *
 * @param firstStep what to do first, in a sentence; empty where there is nothing to say
 * @param pages the pages of the other systems, by name
 * @param rights what the person of an e-mail address may do with records; empty where that is not known
 * @param here where a link that leads to a real system leads among these pages
 */
public record Sandbox(
        String firstStep,
        Map<String, URI> pages,
        Function<String, String> rights,
        Function<String, Optional<String>> here) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>\\])]*[^\\s\"<>\\]).,;]");

    /** A system with none beside it. */
    public static final Sandbox ALONE = new Sandbox("", Map.of(), email -> "", link -> Optional.empty());

    /** The line at the top of every page. */
    String line() {
        StringBuilder line = new StringBuilder(Html.escape(firstStep));
        pages.forEach((name, page) ->
                line.append(" <a href=\"" + Html.escape(page.toString()) + "\">" + Html.escape(name) + "</a>"));
        return line + " <a href=\"/_sim\">Make it fail</a> <noscript>Reload to see what changed.</noscript>";
    }

    /** A link, led to one of these pages where that is possible. */
    public String link(String to, String label) {
        return Html.link(address(to), label);
    }

    /** A text, escaped, with its addresses as links. */
    public String linked(String text) {
        StringBuilder html = new StringBuilder();
        int from = 0;
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            html.append(Html.escape(text.substring(from, address.start())));
            html.append(link(address.group(), address.group()));
            from = address.end();
        }
        return html + Html.escape(text.substring(from));
    }

    /** Where a link leads. */
    public String address(String to) {
        return here.apply(to).orElse(to);
    }
}
