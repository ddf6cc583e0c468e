package dev.belay.simulator.page;

import dev.belay.simulator.control.Changes;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SameOrigin;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a system answers to people rather than to the app: its pages, the news for open ones, and all that is under {@code /_sim}. */
public final class Browsers implements AutoCloseable {
    private final Control control;
    private final Function<Request, Response> pages;
    private final Changes changes;
    private final Live live = new Live();

    public Browsers(Control control, Function<Request, Response> pages, Changes changes) {
        this.control = control.telling(changes);
        this.pages = pages;
        this.changes = changes;
    }

    /** Answers a person; another web page in the same browser is refused. */
    public Response answer(Request request) {
        if (!SameOrigin.holds(request)) {
            return Response.text(403, "text/plain;charset=UTF-8", "Another page may not do that.");
        }
        return live.answer(request)
                .orElseGet(() -> control.holds(request) ? control.answer(request) : pages.apply(request));
    }

    /** Answers anybody, and tells open pages and the change feed of what that changed. */
    public Response watch(Request request, Supplier<Response> work) {
        try {
            return work.get();
        } finally {
            if (!request.method().equals("GET")) {
                live.changed();
            }
            changes.look();
        }
    }

    @Override
    public void close() {
        live.close();
        changes.close();
    }
}
