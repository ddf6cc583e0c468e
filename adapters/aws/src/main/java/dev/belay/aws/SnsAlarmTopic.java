package dev.belay.aws;

import dev.belay.delivery.Span;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.AlarmTopic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * A topic of SNS: one signed request of the query protocol (docs.aws.amazon.com/sns/latest/api/API_Publish.html), with the SDK's own
 * signer and HTTP client. {@code docs/decisions/0024} says why not with the SDK's client.
 */
final class SnsAlarmTopic implements AlarmTopic {
    private static final String SYSTEM = "sns";
    private static final String OPERATION = "Publish";
    private static final String VERSION = "2010-03-31";
    private static final int LONGEST_ANSWER = 65_536;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z][A-Za-z0-9.]{0,79})</Code>");

    /** Temporary errors that are not answered with 5xx (docs.aws.amazon.com/sns/latest/api/CommonErrors.html). */
    private static final Set<String> TEMPORARY =
            Set.of("Throttled", "Throttling", "ThrottlingException", "RequestExpired", "ExpiredToken");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final SdkHttpClient http;
    private final AwsCredentialsProvider keys;
    private final Region region;
    private final URI endpoint;
    private final String arn;

    /** @param endpoint in place of SNS' own in the region */
    SnsAlarmTopic(SdkHttpClient http, AwsCredentialsProvider keys, Region region, Optional<URI> endpoint, String arn) {
        this.http = http;
        this.keys = keys;
        this.region = region;
        this.endpoint = endpoint.orElseGet(() -> own(region));
        this.arn = arn;
    }

    /** As the SDK's own table of endpoints says it, which names no scheme. */
    private static URI own(Region region) {
        return URI.create("https://" + ServiceMetadata.of(SYSTEM).endpointFor(region));
    }

    @Override
    public void publish(String subject, String text) {
        Span span = Span.call(SYSTEM, OPERATION);
        String outcome = "failed";
        try {
            send(form(Map.of(
                    "Action", OPERATION, "Version", VERSION, "TopicArn", arn, "Subject", subject, "Message", text)));
            outcome = "ok";
        } catch (IOException | UncheckedIOException e) {
            throw new Unavailable(
                    SYSTEM, OPERATION + " got no answer: " + e.getClass().getSimpleName(), Optional.empty());
        } catch (SdkClientException e) {
            throw new Unavailable(SYSTEM, OPERATION + " was not signed: no credentials", Optional.empty());
        } finally {
            span.end(outcome);
        }
    }

    private static ContentStreamProvider form(Map<String, String> fields) {
        return ContentStreamProvider.fromUtf8String(new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void send(ContentStreamProvider body) throws IOException {
        SignedRequest signed = signed(body);
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(request::contentStreamProvider);
        HttpExecuteResponse answer = http.prepareRequest(request.build()).call();
        try (InputStream content =
                answer.responseBody().<InputStream>map(stream -> stream).orElseGet(InputStream::nullInputStream)) {
            check(
                    answer.httpResponse().statusCode(),
                    new String(content.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
        }
    }

    private SignedRequest signed(ContentStreamProvider body) {
        AwsCredentialsIdentity identity = keys.resolveCredentials();
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(endpoint)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        return signer.sign(sign -> sign.identity(identity)
                .request(request)
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SYSTEM)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    }

    private static void check(int status, String answer) {
        if (status == 200) {
            return;
        }
        Matcher said = CODE.matcher(answer);
        String code = said.find() ? said.group(1) : "status " + status;
        if (status >= 500 || status == 429 || TEMPORARY.contains(code)) {
            throw new Unavailable(SYSTEM, OPERATION + ": " + code, Optional.empty());
        }
        throw new Rejected(SYSTEM, OPERATION + ": " + code);
    }
}
