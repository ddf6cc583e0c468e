package dev.belay.simulator.slack.page;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws blocks, with each button as a form that presses it. */
final class BlocksHtml {
    private static final Pattern LABELLED_LINK = Pattern.compile("&lt;(https?://[^|\\s]+)\\|([^\\n]*?)&gt;");
    private static final Pattern BOLD = Pattern.compile("\\*([^*\\n]+)\\*");
    /** A date, which everybody here reads as its fallback says (docs.slack.dev/messaging/formatting-message-text, "Date formatting"). */
    private static final Pattern DATE = Pattern.compile("&lt;!date\\^\\d+\\^[^|\\n]*\\|([^\\n]*?)&gt;");

    private final String pressFields;
    private final Sandbox sandbox;

    /** @param pressFields the hidden fields that say who presses, and on which message */
    BlocksHtml(String pressFields, Sandbox sandbox) {
        this.pressFields = pressFields;
        this.sandbox = sandbox;
    }

    String draw(JsonArray blocks) {
        StringBuilder html = new StringBuilder();
        for (Object block : blocks) {
            if (block instanceof JsonObject object) {
                html.append(draw(object));
            }
        }
        return html.toString();
    }

    private String draw(JsonObject block) {
        return switch (block.getString("type", "")) {
            case "header" -> Html.element("div", "header", words(block.getObject("text")));
            case "section" -> section(block);
            case "context" -> Html.element("div", "context", each(block, "elements", " "));
            case "actions" -> Html.element("div", "actions", each(block, "elements", ""));
            case "divider" -> "<hr>";
            default -> Html.element("div", "context", "[" + Html.escape(block.getString("type", "")) + "]");
        };
    }

    private String section(JsonObject block) {
        String text = block.has("text") ? Html.element("div", "text", words(block.getObject("text"))) : "";
        String fields = block.has("fields") ? Html.element("div", "fields", each(block, "fields", "")) : "";
        return text + fields + (block.get("accessory") instanceof JsonObject accessory ? element(accessory) : "");
    }

    private String each(JsonObject block, String name, String between) {
        StringBuilder html = new StringBuilder();
        for (Object element : block.getArray(name, new JsonArray())) {
            if (element instanceof JsonObject object) {
                html.append(element(object)).append(between);
            }
        }
        return html.toString();
    }

    private String element(JsonObject element) {
        if (!"button".equals(element.getString("type"))) {
            return Html.element("div", "text", words(element));
        }
        String label = words(element.getObject("text"));
        if (element.has("url")) {
            return sandbox.link(
                    element.getString("url", ""), element.getObject("text").getString("text", ""));
        }
        return "<form method=\"post\" action=\"/press\">" + pressFields
                + Html.hidden("action_id", element.getString("action_id", ""))
                + "<button class=\"" + Html.escape(element.getString("style", "")) + "\">" + label + "</button></form>";
    }

    /** A text object as HTML: escaped first, then bold and links. */
    private String words(JsonObject text) {
        String escaped = Html.escape(text.getString("text", ""));
        return "mrkdwn".equals(text.getString("type")) ? marked(escaped) : escaped;
    }

    /** Slack escapes {@code &}, {@code <} and {@code >} in what apps write, so what is drawn was escaped once already. */
    private String marked(String escaped) {
        String bold = BOLD.matcher(escaped).replaceAll("<strong>$1</strong>");
        String linked = LABELLED_LINK
                .matcher(bold)
                .replaceAll(link -> Matcher.quoteReplacement("<a href=\""
                        + Html.escape(sandbox.address(unescaped(link.group(1)))) + "\">" + link.group(2) + "</a>"));
        String dated = DATE.matcher(linked).replaceAll("$1");
        return dated.replace("&amp;amp;", "&amp;").replace("&amp;lt;", "&lt;").replace("&amp;gt;", "&gt;");
    }

    /** The address that was escaped once by the app and once here. */
    private static String unescaped(String address) {
        return address.replace("&amp;", "&")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }

    String mrkdwn(String text) {
        return marked(Html.escape(text));
    }
}
