package dev.belay.aws.call;

import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Tells with each request which call it is and what that comes of, for a proxy or a stand-in of AWS that keeps a log. */
public record SpanHeaders() implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Optional<Trace> trace = Trace.current();
        Optional<String> id = Span.current().flatMap(Span::id);
        return trace.isEmpty() || id.isEmpty()
                ? context.httpRequest()
                : context.httpRequest().toBuilder()
                        .putHeader(Trace.HEADER, trace.get().correlationId())
                        .putHeader(Span.HEADER, id.get())
                        .build();
    }
}
