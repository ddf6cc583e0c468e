package dev.belay.simulator.servicenow.page;

/** The frame of every page, and the escaping of all that people wrote. */
final class Html {
    private Html() {}

    static String page(String title, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                body { font-family: system-ui, sans-serif; margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; color: #1d2733; }
                table { border-collapse: collapse; width: 100%%; }
                th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #cfd6dd; }
                label { display: inline-block; margin: .25rem .75rem .25rem 0; }
                input, select, textarea, button { font: inherit; padding: .25rem .4rem; }
                pre { white-space: pre-wrap; font: inherit; margin: 0; }
                </style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escaped(title), main);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String option(String value, String label, boolean selected) {
        return "<option value=\"" + escaped(value) + "\"" + (selected ? " selected" : "") + ">" + escaped(label)
                + "</option>";
    }
}
