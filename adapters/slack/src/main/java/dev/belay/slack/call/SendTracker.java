package dev.belay.slack.call;

import java.io.IOException;
import java.io.Serial;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Notes whether a call was sent: one that surely was not can be retried, the outcome of any other is unknown. */
final class SendTracker {
    private volatile boolean sent;

    /** The call was not sent: no connection could be made. */
    static final class NotSent extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        NotSent(IOException cause) {
            super("not sent", cause);
        }
    }

    private SendTracker() {}

    static OkHttpClient.Builder tracked(OkHttpClient.Builder client) {
        return client.addInterceptor(EmailConfirmation::mark)
                .addInterceptor(SendTracker::track)
                .addNetworkInterceptor(SendTracker::markSent);
    }

    static boolean wasNotSent(IOException failure) {
        return failure instanceof NotSent || failure.getCause() instanceof NotSent;
    }

    private static Response track(Interceptor.Chain chain) throws IOException {
        SendTracker tracker = new SendTracker();
        Request request =
                chain.request().newBuilder().tag(SendTracker.class, tracker).build();
        try {
            return withBody(chain.proceed(request));
        } catch (IOException e) {
            throw tracker.sent ? e : new NotSent(e);
        }
    }

    private static Response markSent(Interceptor.Chain chain) throws IOException {
        SendTracker tracker = chain.request().tag(SendTracker.class);
        if (tracker != null) {
            tracker.sent = true;
        }
        return chain.proceed(chain.request());
    }

    /** The client library fails in its own way on a success that says nothing. */
    private static Response withBody(Response response) throws IOException {
        if (response.isSuccessful() && isEmpty(response.peekBody(16).string())) {
            response.close();
            throw new IOException("empty answer");
        }
        return response;
    }

    private static boolean isEmpty(String beginning) {
        return beginning.isBlank() || "null".equals(beginning.strip());
    }
}
