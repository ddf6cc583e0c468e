package dev.belay.slack.call;

import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Makes a span of each request to Slack that is traced, and tells Slack which it is. */
record SpanInterceptor(SlackAddress address) implements Interceptor {
    private static final int OK = 200;

    /** An error says no more than that it is one; in bytes. */
    private static final long BEGINNING = 512;

    private static final Pattern ERROR =
            Pattern.compile("^\\s*\\{\\s*\"ok\"\\s*:\\s*false\\s*,\\s*\"error\"\\s*:\\s*\"(\\w{1,60})\"");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Optional<Trace> trace = Trace.current();
        if (trace.isEmpty()) {
            return chain.proceed(request);
        }
        Span span = Span.call(SlackCalls.SLACK, name(request));
        Request.Builder traced =
                request.newBuilder().header(Trace.HEADER, trace.get().correlationId());
        span.id().ifPresent(id -> traced.header(Span.HEADER, id));
        String outcome = "no answer";
        try {
            Response response = chain.proceed(traced.build());
            outcome = outcome(response);
            return response;
        } finally {
            span.end(outcome);
        }
    }

    /** The method; the address of a private answer is a secret. */
    private String name(Request request) {
        String url = request.url().toString();
        String api = address.api().toString();
        return url.startsWith(api) ? url.substring(api.length()).replaceAll("[^a-zA-Z.].*", "") : "response_url";
    }

    /** Slack says most of its errors under 200. */
    private static String outcome(Response response) throws IOException {
        if (response.code() == OK) {
            Matcher error = ERROR.matcher(response.peekBody(BEGINNING).string());
            if (error.find() && SlackErrors.isCode(error.group(1))) {
                return error.group(1);
            }
        }
        return Integer.toString(response.code());
    }
}
