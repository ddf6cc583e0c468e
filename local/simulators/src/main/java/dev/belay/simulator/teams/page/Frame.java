package dev.belay.simulator.teams.page;

import dev.belay.simulator.page.Html;

/** What every page of Teams has around it. */
final class Frame {
    private static final String STYLE = """
            body{margin:0;font:15px/1.45 system-ui,sans-serif;color:#242424;display:grid;grid-template-columns:16rem 1fr;min-height:100vh}
            nav{background:#33344a;color:#fff;padding:1rem}nav a{color:#fff;display:block;padding:.15rem .4rem;border-radius:4px}
            nav a[aria-current]{background:#5b5fc7}nav h2{font-size:1rem;margin:1rem 0 .3rem}
            main{padding:1rem 1.5rem;max-width:52rem;background:#f5f5f5}a{text-decoration:none}h1{font-size:1.2rem;margin:0}
            article{padding:.5rem .8rem;margin:.4rem 0;background:#fff;border-radius:6px}article.reply{margin-left:2.5rem}
            article.private{background:#f8f4e8}.meta{color:#616161;font-size:.85rem}.text{white-space:pre-wrap}
            .card{border:1px solid #e0e0e0;border-radius:6px;padding:.6rem;margin:.3rem 0}.bolder{font-weight:700}.large{font-size:1.15rem}
            .columns{display:flex;gap:1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.3rem 0}
            dt{font-weight:600}dd{margin:0}label{display:block}
            button{font:inherit;padding:.25rem .7rem;margin:.3rem .3rem 0 0;border:1px solid #bbb;border-radius:4px;background:#fff}
            button.positive{background:#5b5fc7;color:#fff;border-color:#5b5fc7}button.destructive{background:#c4314b;color:#fff}
            .error{background:#fbe9e9;padding:.5rem;border-left:4px solid #c4314b}.said{background:#e8ebfa;padding:.5rem;border-left:4px solid #5b5fc7}
            """;

    private Frame() {}

    static String page(String nav, String main) {
        return Html.page("Teams", STYLE, nav, main);
    }
}
