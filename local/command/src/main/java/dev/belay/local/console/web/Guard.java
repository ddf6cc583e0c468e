package dev.belay.local.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps everybody out but the console's own page in a browser of this machine: another page's scripts (the {@code Origin} and
 * {@code Sec-Fetch-Site} of fetch.spec.whatwg.org), and names that were made to lead here (DNS rebinding, the {@code Host}). What is
 * served runs no script and shows nothing but its own.
 */
final class Guard {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                            + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "X-Frame-Options", "DENY");

    private final Set<String> hosts;

    /** @param port the console's own */
    Guard(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** Why a request is not served; none where it is. */
    Optional<Refused> refusal(Ask ask) {
        String host = ask.header("host").orElse("");
        if (!hosts.contains(host)) {
            return Optional.of(new Refused(403, "The console answers under 127.0.0.1 and localhost only."));
        }
        boolean ours = ask.header("origin")
                .map(origin -> origin.equals("http://" + host))
                .orElse(true);
        boolean sameSite = isOpened(ask)
                || ask.header("sec-fetch-site")
                        .map(site -> site.equals("same-origin") || site.equals("none"))
                        .orElse(true);
        return ours && sameSite
                ? Optional.empty()
                : Optional.of(new Refused(403, "Another page may not use the console."));
    }

    /** Somebody follows a link to the page itself, which does nothing by that. */
    private static boolean isOpened(Ask ask) {
        return ask.method().equals("GET")
                && ask.path().equals(List.of(""))
                && ask.header("sec-fetch-mode").filter("navigate"::equals).isPresent();
    }

    /** The same answer, with what a browser is told of it. */
    Reply guarded(Reply reply) {
        Reply guarded = reply;
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            guarded = guarded.with(header.getKey(), header.getValue());
        }
        return guarded;
    }
}
