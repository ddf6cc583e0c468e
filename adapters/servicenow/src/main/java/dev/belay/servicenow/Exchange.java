package dev.belay.servicenow;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.http.Reply;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One request to a table and what its reply means: the one place where ServiceNow's ways of failing become ours.
 *
 * <p>Success is the expected status and JSON and a {@code result} and neither {@code error} nor {@code status: failure}: a
 * 200 can carry a failure, and a 202 says that the request was dropped or stands in line.
 */
record Exchange(String method, String table, InstantSource clock) {
    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());
    private static final int LONGEST_REASON = 200;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    /** Writes what came back to the log, without a word of it. */
    Reply logged(Reply reply) {
        boolean well = reply instanceof Reply.Answer answer && answer.status() == 200;
        System.Logger.Level level = well ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        String transaction = reply instanceof Reply.Answer answer
                ? answer.header("X-Transaction-ID").orElse("-")
                : "-";
        LOG.log(level, "{0}, transaction {1}", what(reply), transaction);
        return reply;
    }

    /** Whether the API itself says that there is no such record, or none that we may read. */
    boolean missing(Reply reply) {
        return reply instanceof Reply.Answer answer
                && answer.status() == 404
                && parsed(answer).filter(body -> body.has("error")).isPresent();
    }

    /** How many rows the query has, those included that we may not read. */
    OptionalLong total(Reply reply) {
        String count = reply instanceof Reply.Answer answer
                ? answer.header("X-Total-Count").orElse("").strip()
                : "";
        return COUNT.matcher(count).matches() ? OptionalLong.of(Long.parseLong(count)) : OptionalLong.empty();
    }

    /** The result of a read. */
    <T> T read(Reply reply, Class<T> shape) {
        return switch (reply) {
            case Reply.NotSent _, Reply.Lost _ -> throw unavailable(reply);
            case Reply.Answer answer -> result(answer, shape).orElseThrow(() -> failed(answer, unavailable(answer)));
        };
    }

    /** The result of a write. Once it was sent, only a refusal says that nothing happened. */
    JsonObject written(Reply reply) {
        return switch (reply) {
            case Reply.NotSent _ -> throw unavailable(reply);
            case Reply.Lost _ -> throw new OutcomeUnknown(TableApi.SYSTEM, what(reply));
            case Reply.Answer answer ->
                result(answer, JsonObject.class)
                        .orElseThrow(() -> failed(answer, new OutcomeUnknown(TableApi.SYSTEM, what(answer))));
        };
    }

    /** A fresh token is refused too. */
    CredentialsRefused freshTokenRefused(Reply.Answer answer) {
        return new CredentialsRefused(
                TableApi.SYSTEM,
                what(answer) + ": a fresh token is refused too. The OAuth application's user may lack the role "
                        + "snc_platform_rest_api_access, or be locked out" + reason(answer));
    }

    private ExternalFailure failed(Reply.Answer answer, ExternalFailure otherwise) {
        if (answer.status() == 429) {
            return unavailable(answer);
        }
        return answer.refuses() ? new Rejected(TableApi.SYSTEM, what(answer) + reason(answer)) : otherwise;
    }

    /**
     * {@code Retry-After} comes with a matching rate limit rule; exhausted semaphores send none (ServiceNow docs, "Inbound REST
     * API rate limiting"; KB0635398).
     */
    private Unavailable unavailable(Reply reply) {
        return new Unavailable(
                TableApi.SYSTEM,
                what(reply),
                reply instanceof Reply.Answer answer ? answer.retryAfter(clock.instant()) : Optional.empty());
    }

    private <T> Optional<T> result(Reply.Answer answer, Class<T> shape) {
        return Optional.of(answer)
                .filter(a -> a.status() == 200)
                .flatMap(Exchange::parsed)
                .filter(body -> !body.has("error") && !"failure".equals(body.get("status")))
                .map(body -> body.get("result"))
                .filter(shape::isInstance)
                .map(shape::cast);
    }

    private static Optional<JsonObject> parsed(Reply.Answer answer) {
        try {
            return answer.json() ? Optional.of(JsonParser.object().from(answer.body())) : Optional.empty();
        } catch (JsonParserException e) {
            return Optional.empty();
        }
    }

    private String what(Reply reply) {
        return method + " " + table + ": "
                + switch (reply) {
                    case Reply.NotSent(String why) -> "no connection, " + why;
                    case Reply.Lost(String why) -> "no answer, " + why;
                    case Reply.Answer answer -> answer.toString();
                };
    }

    /** What the error envelope says: its message, and its detail, which may be null. */
    private static String reason(Reply.Answer answer) {
        return parsed(answer)
                .map(body -> body.get("error"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(error -> error.getString("message", "") + ". " + error.getString("detail", ""))
                .map(said -> ", " + said.strip().replaceAll("\\s+", " "))
                .map(said -> said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) + "…" : said)
                .orElse("");
    }
}
