package dev.belay.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Every way in which a call fails is one of ours. */
final class CallTest {
    @Test
    void an_answer_is_passed_on() {
        assertThat(Call.to("dynamodb", "GetItem", () -> 1)).isEqualTo(1);
    }

    @Test
    void what_passes_is_unavailable() {
        for (SdkException passing : List.of(
                said(400, "ThrottlingException", ""),
                said(400, "ProvisionedThroughputExceededException", ""),
                said(400, "RequestLimitExceeded", ""),
                said(400, "TransactionConflictException", ""),
                said(400, "TransactionInProgressException", ""),
                said(400, "ExpiredTokenException", ""),
                said(500, "InternalServerError", ""),
                said(503, "ServiceUnavailable", ""),
                ApiCallTimeoutException.create(1),
                SdkClientException.create("no connection", new RuntimeException(new IOException("reset"))))) {
            assertThatThrownBy(() -> fail(passing))
                    .as(passing.toString())
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.system()).isEqualTo("dynamodb"));
        }
    }

    @Test
    void what_does_not_pass_is_rejected() {
        for (SdkException lasting : List.of(
                said(400, "AccessDeniedException", ""),
                said(400, "ResourceNotFoundException", ""),
                said(400, "ValidationException", ""),
                said(403, "InvalidSignatureException", ""),
                SdkClientException.create("no credentials"))) {
            assertThatThrownBy(() -> fail(lasting)).as(lasting.toString()).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void a_missing_right_is_told_and_what_was_sent_is_not() {
        String denied =
                "User: arn:aws:sts::1:assumed-role/worker/w is not authorized to perform: dynamodb:PutItem for jane@acme.example";
        assertThatThrownBy(() -> fail(said(400, "AccessDeniedException", denied)))
                .hasMessageContainingAll("dynamodb:PutItem", "arn:aws:sts::1:assumed-role/worker/w")
                .hasMessageNotContaining("jane");
        assertThatThrownBy(() -> fail(said(400, "a note: jane@acme.example", "")))
                .hasMessageNotContaining("jane");
        assertThatThrownBy(() -> fail(said(400, "ValidationException", "invalid value: jane@acme.example")))
                .hasMessageNotContaining("jane");
    }

    private static void fail(SdkException how) {
        Call.to("dynamodb", "PutItem", () -> {
            throw how;
        });
    }

    private static SdkException said(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
