package dev.belay.webhook;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.address.SafeAddress;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpSender;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager;
import dev.belay.pager.PagerSecret;
import dev.belay.signature.HmacSha256;
import dev.belay.signature.HmacSignature;
import dev.belay.signature.HmacSignature.Encoding;
import dev.belay.text.PlainText;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Posts an order to a receiver of the installation's own, signed as the business rule in ServiceNow signs its events, with the
 * order's id as idempotency key (draft-ietf-httpapi-idempotency-key-header): it is sent again until it is answered, and the receiver
 * pages once.
 */
public final class WebhookPager implements Pager {
    static final String SYSTEM = "webhook";

    private static final HmacSignature SIGNATURE = new HmacSignature("v1", Encoding.BASE64);
    private static final int LONGEST_ANSWER = 120;

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    /** The same request may be answered otherwise later, and may have been done: a time-out, one that is under way. */
    private static final Set<Integer> LATER = Set.of(408, 409);

    private final String name;
    private final URI url;
    private final PagerSecret key;
    private final Counters counters;
    private final Clock clock;
    private final HttpSender http = new HttpSender(HttpSender.USUAL_TIMEOUT);

    /**
     * @param name what the settings call the pager, and so the id of its key
     * @param key what is signed with
     */
    public WebhookPager(String name, URI url, PagerSecret key, Counters counters, Clock clock) {
        if (!SafeAddress.isSafe(url)) {
            throw new IllegalArgumentException("a webhook's address is https");
        }
        this.name = name;
        this.url = url;
        this.key = key;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public Outcome page(PageOrder order, boolean again) {
        String shown = key.current();
        HttpResult result = send(request(order, shown));
        if (isRefusedSignature(result)) {
            String newer = key.reread();
            result = newer.equals(shown) ? result : send(request(order, newer));
        }
        return switch (result) {
            case HttpResult.NotSent(String why) ->
                throw CallEffect.REPEATABLE.notSent(SYSTEM, name + ": no connection, " + why);
            case HttpResult.Lost(String why) ->
                throw CallEffect.REPEATABLE.answerLost(SYSTEM, name + ": no answer, " + why);
            case HttpResult.Answer answer -> answered(answer, again);
        };
    }

    private HttpResult send(HttpRequest request) {
        return http.send(Span.call(SYSTEM, "POST"), request, CallEffect.REPEATABLE);
    }

    private static boolean isRefusedSignature(HttpResult result) {
        return result instanceof HttpResult.Answer answer && answer.status() == UNAUTHORIZED;
    }

    private HttpRequest request(PageOrder order, String secret) {
        byte[] body = OrderJson.write(order).getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(clock.instant().getEpochSecond());
        HmacSha256 signing = new HmacSha256(secret.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", order.id())
                .header("X-Belay-Key-Id", name)
                .header("X-Belay-Timestamp", time)
                .header("X-Belay-Signature", SIGNATURE.sign(signing, time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private Outcome answered(HttpResult.Answer answer, boolean again) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            key.taken();
            return new Outcome.Paged(said(answer).orElse(name + " took it"), Optional.empty(), List.of());
        }
        if (status == UNAUTHORIZED) {
            counters.count(Metric.TOKEN_REJECTED, SYSTEM);
            CredentialsRefused refused = new CredentialsRefused(
                    SYSTEM, name + ": our signature is refused. Store its key in the pagers' secret");
            key.refused(refused.said());
            throw refused;
        }
        if (status == TOO_MANY || status == TOO_EARLY || LATER.contains(status) || status >= 500) {
            throw later(answer);
        }
        return again
                ? new Outcome.Unknown(
                        "It is not known whether the pager " + name + " took this page: its first answer was"
                                + " lost, and it refused to be asked again (HTTP " + status
                                + "). Ask who was paged, and page again if nobody was.")
                : new Outcome.Refused(refusal(status));
    }

    private String refusal(int status) {
        return status < 400
                ? "The pager " + name + " has moved (HTTP " + status
                        + "). Ask who runs Belay to give its new address in the settings."
                : "The pager " + name + " refused it (HTTP " + status + "). Ask who runs it, or page another way.";
    }

    /** What was too early (RFC 8470, section 5.2) or too much (RFC 6585, section 4) was not done. */
    private ExternalFailure later(HttpResult.Answer answer) {
        String what = name + ": " + answer;
        Optional<Duration> wait = answer.retryAfter(clock.instant());
        return switch (answer.status()) {
            case TOO_MANY -> {
                counters.count(Metric.RATE_LIMITED, SYSTEM);
                yield Unavailable.limited(SYSTEM, what, wait);
            }
            case TOO_EARLY -> new Unavailable(SYSTEM, what, wait);
            default -> CallEffect.REPEATABLE.answerLost(SYSTEM, what, wait);
        };
    }

    /** What the receiver says for the card, where it is one line of JSON's {@code {"answer": "…"}}. */
    private static Optional<String> said(HttpResult.Answer answer) {
        try {
            return Optional.of(PlainText.line(
                            JsonParser.object().from(answer.body()).getString("answer", ""), LONGEST_ANSWER))
                    .filter(words -> !words.isEmpty());
        } catch (JsonParserException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
