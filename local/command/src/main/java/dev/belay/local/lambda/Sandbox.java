package dev.belay.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.function.Supplier;

/**
 * Where a function lives between its invocations. A time-out ends it, and the next invocation meets a function that knows nothing
 * (docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html, "Shutdown phase").
 */
public final class Sandbox<I, O> implements RequestHandler<I, O> {
    private final Supplier<? extends RequestHandler<I, O>> cold;
    private volatile RequestHandler<I, O> function;

    /** @param cold starts the function */
    public Sandbox(Supplier<? extends RequestHandler<I, O>> cold) {
        this.cold = cold;
        this.function = cold.get();
    }

    @Override
    public O handleRequest(I input, Context context) {
        try {
            return function.handleRequest(input, context);
        } finally {
            if (context.getRemainingTimeInMillis() <= 0) {
                function = cold.get();
            }
        }
    }
}
