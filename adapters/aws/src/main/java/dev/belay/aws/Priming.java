package dev.belay.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Has each client make a call, so that a snapshot taken afterwards holds what that loads: marshalling, signing, parsing, and the JDK's
 * TLS. Each call is signed with keys of nobody's and answered here: nothing is sent.
 */
final class Priming {
    private static final String NOTHING = "none";

    private Priming() {}

    static void run(String region) {
        loadTls();
        SdkHttpClient here = new AnsweredHere();
        try (DynamoDbClient tables = with(here, region, DynamoDbClient.builder());
                SecretsManagerClient secrets = with(here, region, SecretsManagerClient.builder());
                SsmClient parameters = with(here, region, SsmClient.builder());
                SqsClient queues = with(here, region, SqsClient.builder())) {
            Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS(NOTHING));
            tables.getItem(get -> get.tableName(NOTHING).key(item).consistentRead(true));
            tables.putItem(put -> put.tableName(NOTHING).item(item).conditionExpression("attribute_not_exists(pk)"));
            tables.updateItem(update -> update.tableName(NOTHING).key(item).updateExpression("REMOVE x"));
            secrets.getSecretValue(get -> get.secretId(NOTHING));
            parameters.getParameter(get -> get.name(NOTHING));
            queues.changeMessageVisibility(
                    change -> change.queueUrl(NOTHING).receiptHandle(NOTHING).visibilityTimeout(1));
        }
    }

    /** The trusted certificates are read, and nobody is called. */
    private static void loadTls() {
        try {
            SSLContext.getDefault().createSSLEngine().getSupportedProtocols();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C with(
            SdkHttpClient http, String region, B builder) {
        return builder.region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(NOTHING, NOTHING)))
                .httpClient(http)
                .build();
    }

    /** Answers every request with an empty document. */
    private static final class AnsweredHere implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder()
                                    .statusCode(200)
                                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                                    .build())
                            .responseBody(AbortableInputStream.create(
                                    new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
