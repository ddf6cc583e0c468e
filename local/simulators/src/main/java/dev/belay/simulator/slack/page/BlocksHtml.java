package dev.belay.simulator.slack.page;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.Html;
import java.util.regex.Pattern;

/** Draws blocks, with each button as a form that presses it. */
final class BlocksHtml {
    private static final Pattern LABELLED_LINK = Pattern.compile("&lt;(https?://[^|\\s]+)\\|([^\\n]*?)&gt;");
    private static final Pattern BOLD = Pattern.compile("\\*([^*\\n]+)\\*");

    private final String pressFields;

    /** @param pressFields the hidden fields that say who presses, and on which message */
    BlocksHtml(String pressFields) {
        this.pressFields = pressFields;
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
            return "<a href=\"" + Html.escape(safe(element.getString("url", ""))) + "\">" + label + "</a> ";
        }
        return "<form method=\"post\" action=\"/press\">" + pressFields
                + Html.hidden("action_id", element.getString("action_id", ""))
                + "<button class=\"" + Html.escape(element.getString("style", "")) + "\">" + label + "</button></form>";
    }

    private static String safe(String url) {
        return url.startsWith("https://") || url.startsWith("http://") ? url : "#";
    }

    /** A text object as HTML: escaped first, then bold and links. */
    private static String words(JsonObject text) {
        String escaped = Html.escape(text.getString("text", ""));
        return "mrkdwn".equals(text.getString("type")) ? marked(escaped) : escaped;
    }

    /** Slack escapes {@code &}, {@code <} and {@code >} in what apps write, so what is drawn was escaped once already. */
    private static String marked(String escaped) {
        String bold = BOLD.matcher(escaped).replaceAll("<strong>$1</strong>");
        String linked = LABELLED_LINK.matcher(bold).replaceAll("<a href=\"$1\">$2</a>");
        return linked.replace("&amp;amp;", "&amp;").replace("&amp;lt;", "&lt;").replace("&amp;gt;", "&gt;");
    }

    static String mrkdwn(String text) {
        return marked(Html.escape(text));
    }
}
