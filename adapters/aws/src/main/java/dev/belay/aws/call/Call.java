package dev.belay.aws.call;

import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The one place where AWS's ways of failing become ours. Every call that goes through it is idempotent, so one whose outcome is
 * unknown is {@link Unavailable}: a retry settles it.
 */
public final class Call {
    /** Temporary errors that AWS answers with status 400 (docs.aws.amazon.com/amazondynamodb, "Error handling"). */
    private static final Set<String> TEMPORARY = Set.of(
            "TransactionConflictException",
            "TransactionInProgressException",
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired");

    /** Errors whose text names the right or the resource that is missing, and nothing of what was sent. */
    private static final Set<String> SAFE_TO_QUOTE =
            Set.of("AccessDenied", "AccessDeniedException", "ResourceNotFoundException", "UnrecognizedClientException");

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,79}");

    /** An action such as {@code dynamodb:PutItem}, or an ARN. */
    private static final Pattern NAMES =
            Pattern.compile("\\barn:aws[a-z-]*:[A-Za-z0-9:/._-]{1,200}|\\b[a-z][a-z0-9-]{1,20}:[A-Z][A-Za-z]{2,60}\\b");

    private Call() {}

    /**
     * Makes a call.
     *
     * @param system e.g. {@code dynamodb}
     * @param operation e.g. {@code UpdateItem}
     * @throws Unavailable when a retry later will help
     * @throws Rejected when it will not
     */
    public static <T> T to(String system, String operation, Supplier<T> call) {
        Span span = Span.call(system, operation);
        String outcome = "failed";
        try {
            T answer = span.within(call);
            outcome = "ok";
            return answer;
        } catch (AwsServiceException e) {
            outcome = code(e);
            throw answered(system, operation, e);
        } catch (SdkClientException e) {
            outcome = "no answer";
            throw unanswered(system, operation, e);
        } finally {
            span.end(outcome);
        }
    }

    private static RuntimeException answered(String system, String operation, AwsServiceException e) {
        String code = code(e);
        if (e.isThrottlingException() || e.statusCode() >= 500 || TEMPORARY.contains(code)) {
            return new Unavailable(system, operation + ": " + code, Optional.empty());
        }
        return new Rejected(system, operation + ": " + code + missing(code, e));
    }

    /** The rights and resources that such a text names, and not a word more of it. */
    private static String missing(String code, AwsServiceException e) {
        String message = SAFE_TO_QUOTE.contains(code) ? e.awsErrorDetails().errorMessage() : null;
        if (message == null) {
            return "";
        }
        List<String> named = NAMES.matcher(message)
                .results()
                .map(MatchResult::group)
                .limit(4)
                .toList();
        return named.isEmpty() ? "" : " (it names " + String.join(", ", named) + ")";
    }

    private static RuntimeException unanswered(String system, String operation, SdkClientException e) {
        String what = operation + " got no answer: " + e.getClass().getSimpleName();
        return isTemporary(e) ? CallEffect.REPEATABLE.answerLost(system, what) : new Rejected(system, what);
    }

    private static boolean isTemporary(SdkClientException e) {
        return switch (e) {
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ -> true;
            default ->
                Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(IOException.class::isInstance);
        };
    }

    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null || !CODE.matcher(code).matches() ? "status " + e.statusCode() : code;
    }
}
