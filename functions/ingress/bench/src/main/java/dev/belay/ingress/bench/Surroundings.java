package dev.belay.ingress.bench;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLServerSocketFactory;

/** What a function in Lambda has around it: the Runtime API, and over TLS Secrets Manager, SQS and Slack. */
final class Surroundings implements AutoCloseable {
    private static final String OK = "content-type: application/x-amz-json-1.0\r\n";

    private static final String NEXT_HEADERS = String.join(
            "\r\n",
            "lambda-runtime-aws-request-id: 1",
            "lambda-runtime-deadline-ms: 9999999999999",
            "lambda-runtime-invoked-function-arn: arn:aws:lambda:eu-central-1:1:function:ingress",
            "lambda-runtime-trace-id: Root=1",
            "content-type: application/json",
            "");

    private volatile Stopwatch watch = new Stopwatch();
    private volatile String event = "";
    private volatile boolean taken;
    private final StubServer runtime;
    private final StubServer secrets;
    private final StubServer queues;
    private final StubServer slack;

    Surroundings(Certificates certificates) throws IOException, GeneralSecurityException {
        SSLServerSocketFactory tls = certificates.server().getServerSocketFactory();
        this.runtime = new StubServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), this::runtime);
        this.secrets = new StubServer(tls.createServerSocket(0), new SecretsManager());
        this.queues = new StubServer(tls.createServerSocket(0), new Sqs());
        this.slack = new StubServer(tls.createServerSocket(0), new Slack());
    }

    /** Starts the contender, hands it a click, and ends it once it answered. */
    Map<Moment, Double> start(Contender contender, Click click) throws IOException, InterruptedException {
        Quiet.await();
        event = click.event();
        taken = false;
        ProcessBuilder builder = new ProcessBuilder(contender.command())
                .directory(contender.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(contender));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment());
        builder.environment().putAll(contender.environment());
        watch = new Stopwatch();
        Process process = builder.start();
        boolean responded = watch.awaitResponse();
        process.info().totalCpuDuration().ifPresent(watch::used);
        process.destroyForcibly().waitFor();
        Map<Moment, Double> moments = watch.moments();
        if (!responded || !contender.work().map(moments::containsKey).orElse(true)) {
            throw new IOException(contender.name() + " did not do its work: see " + log(contender));
        }
        return moments;
    }

    private static File log(Contender contender) {
        return Path.of(System.getProperty("java.io.tmpdir"), "belay-bench-" + contender.name() + ".log")
                .toFile();
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtime.port()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "ingress"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/ingress"),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "1"),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI"),
                Map.entry("AWS_SESSION_TOKEN", "token"),
                Map.entry("AWS_ENDPOINT_URL_SECRETS_MANAGER", "https://localhost:" + secrets.port()),
                Map.entry("AWS_ENDPOINT_URL_SQS", "https://localhost:" + queues.port()),
                Map.entry("BELAY_SLACK_API_URL", "https://localhost:" + slack.port() + "/api/"),
                Map.entry("BELAY_SLACK_SIGNING_SECRET_ARN", "arn:aws:secretsmanager:eu-central-1:1:secret:slack"),
                Map.entry("BELAY_SLACK_TOKENS_SECRET_ARN", "arn:aws:secretsmanager:eu-central-1:1:secret:tokens"),
                Map.entry("BELAY_SERVICENOW_EVENT_SECRET_ARN", "arn:aws:secretsmanager:eu-central-1:1:secret:events"),
                Map.entry(
                        "BELAY_SLACK_RECORDS_QUEUE_URL",
                        "https://localhost:" + queues.port() + "/1/slack-records.fifo"),
                Map.entry(
                        "BELAY_SLACK_ACTIONS_QUEUE_URL",
                        "https://localhost:" + queues.port() + "/1/slack-actions.fifo"),
                Map.entry(
                        "BELAY_SLACK_MESSAGES_QUEUE_URL",
                        "https://localhost:" + queues.port() + "/1/slack-messages.fifo"),
                Map.entry("BELAY_SERVICENOW_INSTANCE", "acme"),
                Map.entry("BELAY_STACK", "bench"),
                Map.entry("BELAY_PLATFORMS", "slack"));
    }

    private StubServer.Reply runtime(StubServer.Request request) throws InterruptedException {
        if (request.path().endsWith("/invocation/next")) {
            watch.saw(Moment.NEXT);
            if (taken) {
                new CountDownLatch(1).await();
            }
            taken = true;
            return new StubServer.Reply(200, NEXT_HEADERS, event);
        }
        if (request.path().endsWith("/response") && request.body().contains("200")) {
            watch.saw(Moment.RESPONDED);
        }
        return new StubServer.Reply(202, "", "");
    }

    private final class SecretsManager implements StubServer.Stub {
        @Override
        public void connected() {
            watch.saw(Moment.SECRET_CONNECTED);
        }

        @Override
        public void secured() {
            watch.saw(Moment.SECRET_TLS);
        }

        @Override
        public StubServer.Reply answer(StubServer.Request request) {
            watch.saw(Moment.SECRET_ASKED);
            String secret = request.body().contains(":secret:tokens")
                    ? "{\"T01ACME\":\"xoxb-0000000000-0000000000-bench\"}"
                    : "{\"signing_secret\":\"" + Click.SECRET + "\"}";
            String body = JsonWriter.string()
                    .object()
                    .value("SecretString", secret)
                    .end()
                    .done();
            return new StubServer.Reply(200, OK, body);
        }
    }

    private final class Sqs implements StubServer.Stub {
        @Override
        public void connected() {
            watch.saw(Moment.QUEUE_CONNECTED);
        }

        @Override
        public void secured() {
            watch.saw(Moment.QUEUE_TLS);
        }

        @Override
        public StubServer.Reply answer(StubServer.Request request) {
            if (request.body().contains("9d385017c611228701d22104cc95c371")) {
                watch.saw(Moment.SENT);
            }
            String id = "11111111-2222-3333-4444-555555555555";
            String md5 = md5(request.body());
            return new StubServer.Reply(
                    200,
                    OK,
                    "{\"MessageId\":\"" + id + "\",\"MD5OfMessageBody\":\"" + md5 + "\",\"SequenceNumber\":\"1\"}");
        }
    }

    private final class Slack implements StubServer.Stub {
        @Override
        public StubServer.Reply answer(StubServer.Request request) {
            if (request.path().equals("/api/views.open")) {
                watch.saw(Moment.DIALOG);
            }
            return new StubServer.Reply(
                    200,
                    "content-type: application/json; charset=utf-8\r\n",
                    "{\"ok\":true,\"view\":{\"id\":\"V01\"}}");
        }
    }

    /** What SQS answers, and Amazon's clients compare. */
    private static String md5(String arguments) {
        try {
            String message = JsonParser.object().from(arguments).getString("MessageBody", "");
            byte[] digest = MessageDigest.getInstance("MD5").digest(message.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (JsonParserException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        runtime.close();
        secrets.close();
        queues.close();
        slack.close();
    }
}
