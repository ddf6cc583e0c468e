package dev.belay.servicenow.table;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.failure.CallEffect;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileRefusal;
import dev.belay.http.HttpResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one request to a table ended and what that means: the one place where ServiceNow's ways of failing become ours.
 *
 * <p>Success is the expected status and JSON and a {@code result} and neither {@code error} nor {@code status: failure}: a
 * 200 can carry a failure, and a 202 says that the request was dropped or is queued.
 *
 * @param effect of the request; after a write was sent, only a refusal says that nothing happened
 */
public record TableResponse(String method, String table, CallEffect effect, HttpResult result, InstantSource clock) {
    private static final System.Logger LOG = System.getLogger(TableResponse.class.getName());

    private static final String NOWHERE = "Requested URI does not represent any resource";

    /** Of the Table API (ServiceNow documentation, "Table API"; KB0743644). */
    private static final Set<String> KNOWN_MESSAGES = Stream.concat(
                    Stream.of(
                            "Exception while reading request",
                            "Invalid table",
                            "No Record found",
                            "Operation Failed",
                            "Operation against file was aborted by Business Rule",
                            "Record doesn't exist or ACL restricts the record retrieval",
                            NOWHERE,
                            "Transaction cancelled: maximum execution time exceeded",
                            ServiceNowErrors.UNAUTHENTICATED),
                    ServiceNowErrors.OF_RIGHTS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    /** Writes how it ended to the log, without a word of what came back. */
    void log() {
        boolean well = result instanceof HttpResult.Answer answer && (answer.status() == 200 || answer.status() == 201);
        System.Logger.Level level = well ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        String transaction = result instanceof HttpResult.Answer answer
                ? answer.header("X-Transaction-ID").orElse("-")
                : "-";
        LOG.log(level, "{0}, transaction {1}", what(), transaction);
    }

    /** Whether the token was refused. That comes before anything is done. */
    boolean isUnauthorized() {
        return result instanceof HttpResult.Answer answer && answer.status() == 401;
    }

    /** Whether the API itself says that there is no such record, or none that we may read. */
    public boolean isMissing() {
        return result instanceof HttpResult.Answer answer
                && answer.status() == 404
                && parsed(answer).filter(body -> body.has("error")).isPresent();
    }

    /** Whether the API itself says that we lack a right. */
    public boolean isForbidden() {
        return result instanceof HttpResult.Answer answer && answer.status() == 403 && isSaidByApi(answer);
    }

    /** Why the API itself does not take a file, if it does not: nothing is there then. */
    public Optional<FileRefusal> fileRefusal() {
        if (result instanceof HttpResult.Answer answer && answer.status() == 413) {
            return Optional.of(FileRefusal.TOO_LARGE);
        }
        return isSaidByApi() && !isUnauthorized() ? Optional.of(FileRefusal.REFUSED) : Optional.empty();
    }

    /** Whether the API itself says that this instance has nothing at the path. */
    public boolean isNowhere() {
        return result instanceof HttpResult.Answer answer
                && isSaidByApi(answer)
                && reason(answer).endsWith(NOWHERE);
    }

    /** How many rows the query has, those included that we may not read. */
    OptionalLong total() {
        String count = result instanceof HttpResult.Answer answer
                ? answer.header("X-Total-Count").orElse("").strip()
                : "";
        return COUNT.matcher(count).matches() ? OptionalLong.of(Long.parseLong(count)) : OptionalLong.empty();
    }

    /** What the API returned. */
    public <T> T as(Class<T> shape) {
        return switch (result) {
            case HttpResult.NotSent _ -> throw effect.notSent(TableApi.SYSTEM, what());
            case HttpResult.Lost _ -> throw effect.answerLost(TableApi.SYSTEM, what());
            case HttpResult.Answer answer -> returned(answer, shape).orElseThrow(() -> failed(answer));
        };
    }

    /** To be thrown when a fresh token is refused too. */
    CredentialsRefused freshTokenRefused() {
        return new CredentialsRefused(
                TableApi.SYSTEM,
                what() + ": a fresh token is refused too. The OAuth application's user may lack the role "
                        + "snc_platform_rest_api_access, or be locked out"
                        + (result instanceof HttpResult.Answer answer ? reason(answer) : ""));
    }

    /** Only the API's own JSON is a refusal: a redirect, a log-in page or a proxy's error says nothing of what was done. */
    boolean isSaidByApi() {
        return result instanceof HttpResult.Answer answer && isSaidByApi(answer);
    }

    private static boolean isSaidByApi(HttpResult.Answer answer) {
        return answer.isRefusal()
                && parsed(answer).filter(body -> body.has("error")).isPresent();
    }

    private ExternalFailure failed(HttpResult.Answer answer) {
        if (answer.status() == 429) {
            return Unavailable.limited(TableApi.SYSTEM, what(), retryAfter(answer));
        }
        return isSaidByApi(answer)
                ? new Rejected(TableApi.SYSTEM, what() + reason(answer))
                : effect.answerLost(TableApi.SYSTEM, what(), retryAfter(answer));
    }

    /**
     * {@code Retry-After} comes with a matching rate limit rule; exhausted semaphores send none (ServiceNow docs, "Inbound REST
     * API rate limiting"; KB0635398).
     */
    private Optional<Duration> retryAfter(HttpResult.Answer answer) {
        return answer.retryAfter(clock.instant());
    }

    private static <T> Optional<T> returned(HttpResult.Answer answer, Class<T> shape) {
        return Optional.of(answer)
                .filter(a -> a.status() == 200 || a.status() == 201)
                .flatMap(TableResponse::parsed)
                .filter(body -> !body.has("error") && !"failure".equals(body.get("status")))
                .map(body -> body.get("result"))
                .filter(shape::isInstance)
                .map(shape::cast);
    }

    private static Optional<JsonObject> parsed(HttpResult.Answer answer) {
        try {
            return answer.isJson() ? Optional.of(JsonParser.object().from(answer.body())) : Optional.empty();
        } catch (JsonParserException e) {
            return Optional.empty();
        }
    }

    private String what() {
        return method + " " + table + ": "
                + switch (result) {
                    case HttpResult.NotSent(String why) -> "no connection, " + why;
                    case HttpResult.Lost(String why) -> "no answer, " + why;
                    case HttpResult.Answer answer -> answer.toString();
                };
    }

    /**
     * The error's message where it is one of ServiceNow's own. Any other, and every detail, is written by the instance's rules and
     * may quote the record or a person, so it is not logged.
     */
    private static String reason(HttpResult.Answer answer) {
        return parsed(answer)
                .map(body -> body.get("error"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(error -> error.getString("message", "").strip().replaceAll("\\s+", " "))
                .map(said -> KNOWN_MESSAGES.contains(said) ? ", " + said : ", in words of the instance's own")
                .orElse("");
    }
}
