package dev.belay.simulator.page;

import dev.belay.simulator.http.Response;

/**
 * What every page of a system has around it.
 *
 * @param system its name
 * @param style what differs from the other systems' style, in CSS
 */
public record Frame(String system, String style) {
    private static final String SHARED = """
            :root{--accent:#3b5bdb;--nav:#343a40;--danger:#c4314b;--ground:#fff;--ink:#1d2125}
            *{box-sizing:border-box}
            body{margin:0;font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
            a{color:#0b5cad}h1{font-size:1.2rem;margin:0 0 .3rem}h2{font-size:1rem;margin:1rem 0 .3rem}
            .first{margin:0;padding:.45rem 1.5rem;background:#fff4d6;border-bottom:1px solid #e8d9a8}.first a{margin-left:.8rem}
            .chat{display:grid;grid-template-columns:17rem minmax(0,1fr);min-height:calc(100vh - 2.3rem)}
            nav{background:var(--nav);color:#fff;padding:1rem}
            nav a{color:#fff;display:block;padding:.15rem .4rem;border-radius:4px;text-decoration:none}
            nav a[aria-current]{background:var(--accent)}nav small{opacity:.8;display:block}
            main{padding:1rem 1.5rem}.chat main{max-width:56rem}
            article{padding:.5rem .8rem;border-bottom:1px solid #eee;overflow-wrap:anywhere}
            article.reply{margin-left:2.5rem}article.private{background:#f8f4e8}
            .meta{color:#616061;font-size:.85rem}.text{white-space:pre-wrap}.meta{overflow-wrap:anywhere}
            form{margin:0}button,input,select,textarea{font:inherit}
            button{padding:.25rem .7rem;margin:.3rem .3rem 0 0;border:1px solid #bbb;border-radius:4px;background:#fff;color:inherit}
            button.primary,button.positive{background:var(--accent);color:#fff;border-color:var(--accent)}
            button.danger,button.destructive{background:var(--danger);color:#fff;border-color:var(--danger)}
            .error{background:#fbe9e9;padding:.5rem;border-left:4px solid var(--danger)}
            .said{background:#e8ebfa;padding:.5rem;border-left:4px solid var(--accent)}
            .dialog{border:2px solid var(--accent);border-radius:6px;padding:.8rem;margin:0 0 1rem;max-width:40rem}
            .dialog form{display:block}.field{display:block;margin:.5rem 0}.field input,.field textarea,.field select{display:block;width:100%}
            .field small{display:block}.say{padding:.8rem}.say input{width:min(36rem,70%);padding:.25rem .4rem}
            @media(max-width:45rem){.chat{grid-template-columns:1fr}}
            """;

    /** A page of one part; what is to stay fresh in it has an id and {@code data-live}. */
    public Response page(int status, Sandbox sandbox, String title, String main) {
        return response(status, title, sandbox, "<main>" + main + "</main>");
    }

    /** A page with a place to choose from beside what was chosen. */
    Response page(Sandbox sandbox, String nav, String main) {
        String body = "<div class=\"chat\"><nav id=\"nav\" data-live aria-label=\"" + Html.escape(system) + "\">" + nav
                + "</nav><main>" + main + "</main></div>";
        return response(200, system + " (simulated)", sandbox, body);
    }

    private Response response(int status, String title, Sandbox sandbox, String body) {
        String first = "<p class=\"first\">" + sandbox.line() + "</p>";
        return Response.html(status, Html.page(title, SHARED + style, first + body))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self';"
                                + " form-action 'self'; frame-ancestors 'none'")
                .with("X-Content-Type-Options", "nosniff");
    }
}
