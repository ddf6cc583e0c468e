package dev.belay.simulator.control;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SameOrigin;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a system answers to people and tests rather than to the app: all that is under {@code /_sim}. */
public final class Browsers implements AutoCloseable {
    private static final Response NOTHING = Response.text(
            404,
            "text/plain;charset=UTF-8",
            "Nothing is here. People use the console of ./belay local; " + Control.PREFIX + " lists what can be done.");

    private final Control control;
    private final Function<Request, Response> elsewhere;
    private final Changes changes;

    public Browsers(Control control, Changes changes) {
        this(control, changes, _ -> NOTHING);
    }

    /** @param elsewhere answers what is not under {@code /_sim} */
    public Browsers(Control control, Changes changes, Function<Request, Response> elsewhere) {
        this.control = control.telling(changes);
        this.elsewhere = elsewhere;
        this.changes = changes;
    }

    /** Answers a person; another web page in the same browser is refused. */
    public Response answer(Request request) {
        if (!SameOrigin.holds(request)) {
            return Response.text(403, "text/plain;charset=UTF-8", "Another page may not do that.");
        }
        return control.holds(request) ? control.answer(request) : elsewhere.apply(request);
    }

    /** Nothing is there for a person. */
    public static Response nothing() {
        return NOTHING;
    }

    /** Answers anybody, and tells the change feed of what that changed. */
    public Response watch(Request request, Supplier<Response> work) {
        try {
            return work.get();
        } finally {
            changes.look();
        }
    }

    @Override
    public void close() {
        changes.close();
    }
}
