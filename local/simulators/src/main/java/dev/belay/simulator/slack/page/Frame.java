package dev.belay.simulator.slack.page;

import dev.belay.simulator.page.Html;

/** What every page of Slack has around it. */
final class Frame {
    private static final String STYLE = """
            body{margin:0;font:15px/1.45 system-ui,sans-serif;color:#1d1c1d;display:grid;grid-template-columns:15rem 1fr;min-height:100vh}
            nav{background:#3f0e40;color:#fff;padding:1rem}nav a{color:#fff;display:block;padding:.15rem .4rem;border-radius:4px}
            nav a[aria-current]{background:#1164a3}nav h2{font-size:1rem;margin:1rem 0 .3rem}
            main{padding:1rem 1.5rem;max-width:52rem}a{text-decoration:none}h1{font-size:1.2rem;margin:0}
            article{padding:.5rem 0;border-bottom:1px solid #eee}article.reply{margin-left:2.5rem}
            article.private{background:#f8f4e8;padding:.5rem}.meta{color:#616061;font-size:.85rem}
            .header{font-weight:700;font-size:1.1rem}.context{color:#616061;font-size:.85rem}.text{white-space:pre-wrap}
            form{display:inline}button{font:inherit;padding:.25rem .7rem;margin:.3rem .3rem 0 0;border:1px solid #bbb;border-radius:4px;background:#fff}
            button.primary{background:#007a5a;color:#fff;border-color:#007a5a}button.danger{background:#c6164b;color:#fff}
            .fields{display:grid;grid-template-columns:1fr 1fr;gap:.3rem}.error{background:#fbe9e9;padding:.5rem;border-left:4px solid #c6164b}
            """;

    private Frame() {}

    static String page(String nav, String main) {
        return Html.page("Slack", STYLE, nav, main);
    }
}
