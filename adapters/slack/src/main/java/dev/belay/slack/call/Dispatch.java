package dev.belay.slack.call;

import java.io.IOException;
import java.io.Serial;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Tells a call that never left this machine from one whose outcome nobody knows. */
final class Dispatch {
    private volatile boolean left;

    /** The call was not sent: no connection could be made. */
    static final class NeverSent extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        NeverSent(IOException cause) {
            super("not sent", cause);
        }
    }

    private Dispatch() {}

    static OkHttpClient.Builder watched(OkHttpClient.Builder client) {
        return client.addInterceptor(Dispatch::watch).addNetworkInterceptor(Dispatch::leave);
    }

    static boolean wasNeverSent(IOException failure) {
        return failure instanceof NeverSent || failure.getCause() instanceof NeverSent;
    }

    private static Response watch(Interceptor.Chain chain) throws IOException {
        Dispatch dispatch = new Dispatch();
        Request request =
                chain.request().newBuilder().tag(Dispatch.class, dispatch).build();
        try {
            return withBody(chain.proceed(request));
        } catch (IOException e) {
            throw dispatch.left ? e : new NeverSent(e);
        }
    }

    private static Response leave(Interceptor.Chain chain) throws IOException {
        Dispatch dispatch = chain.request().tag(Dispatch.class);
        if (dispatch != null) {
            dispatch.left = true;
        }
        return chain.proceed(chain.request());
    }

    /** The client library fails in its own way on a success that says nothing. */
    private static Response withBody(Response response) throws IOException {
        if (response.isSuccessful() && saysNothing(response.peekBody(16).string())) {
            response.close();
            throw new IOException("empty answer");
        }
        return response;
    }

    private static boolean saysNothing(String beginning) {
        return beginning.isBlank() || "null".equals(beginning.strip());
    }
}
