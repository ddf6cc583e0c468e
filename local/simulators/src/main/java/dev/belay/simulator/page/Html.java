package dev.belay.simulator.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The bones of a page, and the escaping of all that people and apps write. */
public final class Html {
    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    public static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">";
    }

    public static String option(String value, String label, boolean selected) {
        return "<option value=\"" + escape(value) + "\"" + (selected ? " selected" : "") + ">" + escape(label)
                + "</option>";
    }

    /** @param inside markup */
    public static String element(String name, String cssClass, String inside) {
        return "<" + name + " class=\"" + escape(cssClass) + "\">" + inside + "</" + name + ">";
    }

    /** A link, if its address is one for browsers. */
    public static String link(String to, String label) {
        String safe = to.startsWith("https://") || to.startsWith("http://") ? to : "#";
        return "<a href=\"" + escape(safe) + "\">" + escape(label) + "</a>";
    }

    /**
     * A whole page.
     *
     * @param style CSS
     * @param body markup
     */
    static String page(String title, String style, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escape(title)
                + "</title><style>" + style + "</style>" + Live.SCRIPT + "</head><body>" + body + "</body></html>";
    }
}
