package dev.belay.slack.call;

import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Whether Slack says of a person that they never confirmed their e-mail address (docs.slack.dev/reference/objects/user-object,
 * {@code is_email_confirmed}). The client library reads a field that is missing as false too, so the answer itself is looked at
 * and marked.
 */
public final class EmailConfirmation {
    private static final String METHOD = "/users.info";
    private static final String MARK = "x-belay-email-unconfirmed";
    private static final long LARGEST = 64 * 1024;
    private static final Pattern UNCONFIRMED = Pattern.compile("\"is_email_confirmed\"\\s*:\\s*false");

    private EmailConfirmation() {}

    static Response mark(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Response.Builder marked = response.newBuilder().removeHeader(MARK);
        boolean asked = chain.request().url().encodedPath().endsWith(METHOD);
        if (asked && UNCONFIRMED.matcher(response.peekBody(LARGEST).string()).find()) {
            marked.header(MARK, "true");
        }
        return marked.build();
    }

    /** Whether the answer to {@code users.info} says so. */
    public static boolean isMissing(SlackApiTextResponse answer) {
        Map<String, List<String>> headers = answer.getHttpResponseHeaders();
        return headers != null && headers.keySet().stream().anyMatch(MARK::equalsIgnoreCase);
    }
}
