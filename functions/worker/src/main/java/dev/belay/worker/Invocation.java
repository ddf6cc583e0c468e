package dev.belay.worker;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of this function, for each line of the log.
 *
 * @param coldStart whether it is the first one of its process
 * @param traceId X-Ray's, where tracing is on
 */
record Invocation(String requestId, String function, boolean coldStart, Optional<String> traceId) {
    private static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();

    /** How the Java runtime tells it (docs.aws.amazon.com/lambda/latest/dg/java-tracing.html). */
    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

    private static final String ROOT = "Root=";

    static Invocation of(Context context, boolean coldStart) {
        return new Invocation(
                String.valueOf(context.getAwsRequestId()),
                String.valueOf(context.getFunctionName()),
                coldStart,
                root(System.getProperty(TRACE_HEADER)));
    }

    /** The trace's own id in a header such as {@code Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1}. */
    static Optional<String> root(@Nullable String header) {
        return Optional.ofNullable(header).stream()
                .flatMap(text -> Arrays.stream(text.split(";", -1)))
                .filter(part -> part.startsWith(ROOT))
                .map(part -> part.substring(ROOT.length()))
                .findFirst();
    }

    static Optional<Invocation> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
