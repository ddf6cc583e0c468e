package dev.belay.ingress.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The least that a function in Java can do: what the JVM and Lambda's runtime cost by themselves. */
public final class Hello implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
    }
}
