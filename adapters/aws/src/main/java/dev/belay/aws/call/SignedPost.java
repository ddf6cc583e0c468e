package dev.belay.aws.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
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
 * One signed request to a service that is asked one thing only, with the SDK's own signer and HTTP client.
 * {@code docs/decisions/0024} says why not with the service's client.
 */
public final class SignedPost {
    private static final int LONGEST_ANSWER = 262_144;

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final SdkHttpClient http;
    private final AwsCredentialsProvider keys;
    private final Region region;
    private final URI endpoint;
    private final String service;

    /** What came back. */
    public record Answer(int status, String text) {}

    /**
     * @param service its name in signatures and addresses, e.g. {@code sns}
     * @param endpoint in place of the service's own in the region
     */
    public SignedPost(
            SdkHttpClient http, AwsCredentialsProvider keys, Region region, Optional<URI> endpoint, String service) {
        this.http = http;
        this.keys = keys;
        this.region = region;
        this.endpoint = endpoint.orElseGet(() -> own(region, service));
        this.service = service;
    }

    /** As the SDK's own table of endpoints says it, which names no scheme. */
    private static URI own(Region region, String service) {
        return URI.create("https://" + ServiceMetadata.of(service).endpointFor(region));
    }

    /**
     * Sends it once.
     *
     * @throws IOException when nothing answers
     * @throws software.amazon.awssdk.core.exception.SdkClientException when there are no credentials
     */
    public Answer send(Map<String, String> headers, String body) throws IOException {
        SignedRequest signed = signed(headers, ContentStreamProvider.fromUtf8String(body));
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(request::contentStreamProvider);
        HttpExecuteResponse answer = http.prepareRequest(request.build()).call();
        try (InputStream content =
                answer.responseBody().<InputStream>map(stream -> stream).orElseGet(InputStream::nullInputStream)) {
            return new Answer(
                    answer.httpResponse().statusCode(),
                    new String(content.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
        }
    }

    private SignedRequest signed(Map<String, String> headers, ContentStreamProvider body) {
        AwsCredentialsIdentity identity = keys.resolveCredentials();
        SdkHttpRequest.Builder request = SdkHttpRequest.builder().uri(endpoint).method(SdkHttpMethod.POST);
        headers.forEach(request::putHeader);
        return signer.sign(sign -> sign.identity(identity)
                .request(request.build())
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    }
}
