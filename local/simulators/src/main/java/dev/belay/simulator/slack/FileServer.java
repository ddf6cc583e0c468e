package dev.belay.simulator.slack;

import dev.belay.simulator.call.Failures;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Workspace;
import dev.belay.simulator.slack.workspace.WorkspaceFile;
import java.util.Map;
import java.util.Optional;

/**
 * Where files are uploaded and downloaded, beside the Web API. A download without a token that may read files is answered with a page to log
 * in, and with 200 (docs.slack.dev/reference/objects/file-object, "url_private"; seen in the field).
 */
final class FileServer {
    private static final String UPLOADS = "/upload/v1/";
    private static final String DOWNLOADS = "/files-pri/";

    private final Workspace workspace;
    private final Callers callers;
    private final Failures<Failure> failures;

    FileServer(Workspace workspace, Callers callers, Failures<Failure> failures) {
        this.workspace = workspace;
        this.callers = callers;
        this.failures = failures;
    }

    /** What a request is, if it is one for a file. */
    Optional<String> name(Request request) {
        if (request.path().startsWith(UPLOADS)) {
            return Optional.of("upload");
        }
        return request.path().startsWith(DOWNLOADS) ? Optional.of("download") : Optional.empty();
    }

    Response answer(Request request) {
        Optional<Failure> failure = name(request).flatMap(failures::take);
        return failure.map(how -> failed(request, how)).orElseGet(() -> done(request));
    }

    private Response failed(Request request, Failure failure) {
        return switch (failure) {
            case Failure.RateLimited limited -> Answers.limited(limited.retryAfterSeconds());
            case Failure.Status status -> Answers.page(status.status());
            case Failure.Answered(int status, String body) -> Response.html(status, body);
            case Failure.NotJson _ -> Answers.page(200);
            case Failure.DroppedBefore _ -> Response.dropped();
            case Failure.DroppedAfter _ -> {
                var _ = done(request);
                yield Response.dropped();
            }
            case Failure.Refused _, Failure.RefusedAfter _ -> Response.text(400, "text/plain", "bad request");
        };
    }

    private Response done(Request request) {
        return workspace.atomically(() -> request.path().startsWith(UPLOADS) ? upload(request) : download(request));
    }

    private Response upload(Request request) {
        Optional<WorkspaceFile> file = workspace.files().awaited(request.path().substring(UPLOADS.length()));
        if (file.isEmpty() || request.body().length == 0 || !request.method().equals("POST")) {
            return Response.text(400, "text/plain", "bad upload");
        }
        if (request.body().length > workspace.files().largestBody()) {
            return Response.html(413, "<html><title>413 Request Entity Too Large</title></html>");
        }
        file.get().upload(request.body());
        return Response.text(200, "text/plain", "OK - " + request.body().length);
    }

    private Response download(Request request) {
        String rest = request.path().substring(DOWNLOADS.length());
        String id = rest.substring(rest.indexOf('-') + 1, Math.max(rest.indexOf('-') + 1, rest.indexOf('/')));
        Optional<WorkspaceFile> file = workspace.files().file(id);
        if (!mayRead(request)) {
            return Response.html(200, "<!DOCTYPE html><title>Sign in | Slack</title><p>Sign in to see this file.</p>");
        }
        return file.map(found -> new Response(200, Map.of("Content-Type", found.type()), found.bytes()))
                .orElseGet(() -> Response.html(404, "<!DOCTYPE html><title>Not found | Slack</title>"));
    }

    private boolean mayRead(Request request) {
        try {
            return callers.proved(request).grant().scopes().contains("files:read");
        } catch (Refusal refusal) {
            return false;
        }
    }
}
