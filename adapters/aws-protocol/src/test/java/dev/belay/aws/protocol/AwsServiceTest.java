package dev.belay.aws.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.coldhttp.Tls;
import dev.belay.events.QueueMessage;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsServiceTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final QueueMessage MESSAGE = new QueueMessage("the-group", "the-id", "{\"schema\":1}");

    private final StubAws aws = new StubAws();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "the-key",
            "AWS_SESSION_TOKEN", "the-token",
            "AWS_ENDPOINT_URL", aws.url()));

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void a_secret_is_read() {
        aws.answers(200, "{\"ARN\":\"a\",\"SecretString\":\"{\\\"signing_secret\\\":\\\"s\\\"}\"}");
        assertThat(secrets().read("arn:aws:secretsmanager:eu-central-1:1:secret:slack"))
                .isEqualTo("{\"signing_secret\":\"s\"}");
        StubAws.Call call = aws.calls.getFirst();
        assertThat(call.header("X-amz-target")).isEqualTo("secretsmanager.GetSecretValue");
        assertThat(call.header("Content-type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(call.header("X-amz-date")).isEqualTo("20261123T120000Z");
        assertThat(call.header("X-amz-security-token")).isEqualTo("the-token");
        assertThat(call.header("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/eu-central-1/secretsmanager/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, ");
        assertThat(call.body()).isEqualTo("{\"SecretId\":\"arn:aws:secretsmanager:eu-central-1:1:secret:slack\"}");
    }

    @Test
    void a_message_is_sent() {
        aws.answers(200, "{\"MessageId\":\"m\"}");
        queues().send("https://sqs.eu-central-1.amazonaws.com/1/actions.fifo", MESSAGE, "request-1");
        StubAws.Call call = aws.calls.getFirst();
        assertThat(call.header("X-amz-target")).isEqualTo("AmazonSQS.SendMessage");
        assertThat(call.header("Content-type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(call.body())
                .isEqualTo("{\"QueueUrl\":\"https://sqs.eu-central-1.amazonaws.com/1/actions.fifo\","
                        + "\"MessageBody\":\"{\\\"schema\\\":1}\",\"MessageGroupId\":\"the-group\","
                        + "\"MessageDeduplicationId\":\"the-id\",\"MessageAttributes\":{\"correlation_id\":"
                        + "{\"DataType\":\"String\",\"StringValue\":\"request-1\"}}}");
    }

    @Test
    void a_chunked_answer_is_read() {
        aws.answersInChunks(200, "{\"SecretString\":\"" + "s".repeat(30_000) + "\"}");
        assertThat(secrets().read("a")).hasSize(30_000);
    }

    @Test
    void a_connection_is_opened_ahead_and_used_again() {
        aws.answers(200, "{}").answers(200, "{}");
        QueueSender queues = queues();
        queues.connectAhead();
        queues.send("q", MESSAGE, "request-1");
        queues.send("q", MESSAGE, "request-1");
        assertThat(aws.calls).hasSize(2);
    }

    @Test
    void a_failure_of_the_service_is_tried_once_more() {
        aws.answers(503, "{\"__type\":\"ServiceUnavailable\"}").answers(200, "{}");
        queues().send("q", MESSAGE, "request-1");
        assertThat(aws.calls).hasSize(2);
    }

    @Test
    void a_service_that_keeps_failing_is_unavailable() {
        aws.answers(500, "{\"__type\":\"InternalFailure\"}").answers(500, "{\"__type\":\"InternalFailure\"}");
        assertThatThrownBy(() -> queues().send("q", MESSAGE, "request-1"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("aws: sqs SendMessage: 500 InternalFailure");
    }

    @Test
    void a_throttled_call_is_unavailable() {
        aws.answers(400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        assertThatThrownBy(() -> secrets().read("a")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_refusal_is_told_by_its_code_and_never_by_its_text() {
        aws.answers(400, "{\"__type\":\"com.amazonaws#AccessDeniedException\",\"Message\":\"User: arn is not\"}");
        assertThatThrownBy(() -> secrets().read("a"))
                .isInstanceOf(Rejected.class)
                .hasMessage("aws: secretsmanager GetSecretValue: 400 AccessDeniedException");
    }

    @Test
    void a_connection_that_breaks_twice_is_unavailable() {
        assertThatThrownBy(() -> queues().send("q", MESSAGE, "request-1")).isInstanceOf(Unavailable.class);
        assertThat(aws.calls).hasSize(2);
    }

    @Test
    void nobody_listening_is_unavailable() {
        aws.close();
        assertThatThrownBy(() -> queues().send("q", MESSAGE, "request-1")).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_answer_that_is_not_json_is_unavailable() {
        aws.answers(200, "<html>");
        assertThatThrownBy(() -> queues().send("q", MESSAGE, "request-1")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_secret_without_text_is_refused() {
        aws.answers(200, "{\"SecretBinary\":\"AAAA\"}");
        assertThatThrownBy(() -> secrets().read("a")).isInstanceOf(Rejected.class);
    }

    @Test
    void a_services_own_endpoint_goes_first() {
        aws.answers(200, "{\"SecretString\":\"s\"}");
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", aws.url() + "/");
        assertThat(secrets().read("a")).isEqualTo("s");
    }

    @Test
    void without_an_override_the_regional_endpoint_is_called() {
        assertThat(regional("eu-central-1", "amazonaws.com")).isEqualTo("sqs.eu-central-1.amazonaws.com");
        assertThat(regional("us-gov-west-1", "amazonaws.com")).isEqualTo("sqs.us-gov-west-1.amazonaws.com");
        assertThat(regional("cn-north-1", "amazonaws.com.cn")).isEqualTo("sqs.cn-north-1.amazonaws.com.cn");
        assertThat(regional("eusc-de-east-1", "amazonaws.eu")).isEqualTo("sqs.eusc-de-east-1.amazonaws.eu");
    }

    private static String regional(String region, String suffix) {
        return AwsEndpoint.of("sqs", "SQS", region, name -> name.equals("BELAY_AWS_URL_SUFFIX") ? suffix : null)
                .authority();
    }

    @Test
    void where_nothing_says_where_aws_is_it_does_not_start() {
        environment.remove("AWS_ENDPOINT_URL");
        assertThatThrownBy(this::queues)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable BELAY_AWS_URL_SUFFIX is not set");
    }

    @Test
    void an_endpoint_that_is_not_an_address_stops_the_start() {
        environment.put("AWS_ENDPOINT_URL_SQS", "ftp://somewhere");
        assertThatThrownBy(this::queues)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_SQS")
                .hasMessageContaining("http");
    }

    @Test
    void a_missing_region_stops_the_start() {
        environment.remove("AWS_REGION");
        assertThatThrownBy(this::queues)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AWS_REGION");
    }

    @Test
    void missing_credentials_stop_the_start() {
        environment.remove("AWS_SECRET_ACCESS_KEY");
        assertThatThrownBy(this::queues)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void credentials_come_from_the_container_endpoint_until_they_end(@TempDir Path folder) throws Exception {
        containerCredentials(folder);
        aws.answers(200, credentials("FIRST", "2026-11-23T18:00:00Z"))
                .answers(200, "{}")
                .answers(200, "{}");
        QueueSender queues = queues();
        queues.send("q", MESSAGE, "request-1");
        queues.send("q", MESSAGE, "request-1");
        assertThat(aws.calls).hasSize(3);
        assertThat(aws.calls.getFirst().path()).isEqualTo("/2021-04-23/credentials");
        assertThat(aws.calls.getFirst().header("Authorization")).isEqualTo("the-authorization");
        assertThat(aws.calls.getLast().header("Authorization")).contains("Credential=FIRST/");
    }

    @Test
    void credentials_about_to_end_are_fetched_again(@TempDir Path folder) throws Exception {
        containerCredentials(folder);
        aws.answers(200, credentials("FIRST", "2026-11-23T12:04:00Z")).answers(200, "{}");
        aws.answers(200, credentials("SECOND", "2026-11-23T18:00:00Z")).answers(200, "{}");
        QueueSender queues = queues();
        queues.send("q", MESSAGE, "request-1");
        queues.send("q", MESSAGE, "request-1");
        assertThat(aws.calls.getLast().header("Authorization")).contains("Credential=SECOND/");
    }

    @Test
    void credentials_that_are_not_handed_out_are_unavailable(@TempDir Path folder) throws Exception {
        containerCredentials(folder);
        aws.answers(500, "");
        assertThatThrownBy(() -> queues().send("q", MESSAGE, "request-1")).isInstanceOf(Unavailable.class);
    }

    private void containerCredentials(Path folder) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "the-authorization\n");
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.url() + "/2021-04-23/credentials");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", token.toString());
    }

    private static String credentials(String id, String expiration) {
        return "{\"AccessKeyId\":\"" + id + "\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\""
                + expiration + "\"}";
    }

    private SecretReader secrets() {
        return new SecretReader(environment::get, NOON, new Tls());
    }

    private QueueSender queues() {
        return new QueueSender(environment::get, NOON, new Tls());
    }
}
