package dev.belay.simulator.aws;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.internal.signer.CredentialScope;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4Properties;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4RequestSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Signature Version 4 as the AWS SDK computes it, so that the oracle is AWS' own code. This calls the class below the
 * SDK's public {@code AwsV4HttpSigner}, because that one signs a header {@code x-amz-content-sha256} into every request,
 * which a request may do without; here exactly the headers that a request names are signed.
 */
final class SdkSigner {
    private SdkSigner() {}

    /**
     * What is signed.
     *
     * @param path as it is decoded
     * @param query the decoded parameters, each name once
     * @param headers the signed headers by lower-case name
     * @param bodyHash SHA-256 of the body in lower-case hex, or {@code UNSIGNED-PAYLOAD}
     */
    record Subject(
            String method,
            String path,
            Map<String, String> query,
            SortedMap<String, List<String>> headers,
            String bodyHash) {
        String signedHeaders() {
            return String.join(";", headers.keySet());
        }

        /** Protocol and host have to be given and are not signed: the header {@code host} is. */
        private SdkHttpRequest.Builder request() {
            SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                    .protocol("https")
                    .host("amazonaws.com")
                    .method(SdkHttpMethod.fromValue(method))
                    .encodedPath(SdkHttpUtils.urlEncodeIgnoreSlashes(path));
            query.forEach(request::putRawQueryParameter);
            headers.forEach(request::putHeader);
            return request;
        }
    }

    /** The signature in lower-case hex. */
    static String sign(Subject subject, Instant at, String region, String service, Credentials by) {
        return signer(at, region, service, by, subject.bodyHash())
                .sign(subject.request())
                .getSignature();
    }

    /** The header {@code Authorization}, with the signature in it. */
    static String authorization(Subject subject, Instant at, String region, String service, Credentials by) {
        return "AWS4-HMAC-SHA256 Credential="
                + new CredentialScope(region, service, at).scope(identity(by)) + ", SignedHeaders="
                + subject.signedHeaders() + ", Signature=" + sign(subject, at, region, service, by);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private static V4RequestSigner signer(Instant at, String region, String service, Credentials by, String bodyHash) {
        V4Properties properties = V4Properties.builder()
                .credentials(identity(by))
                .credentialScope(new CredentialScope(region, service, at))
                .signingClock(Clock.fixed(at, ZoneOffset.UTC))
                .doubleUrlEncode(true)
                .normalizePath(true)
                .build();
        return V4RequestSigner.create(properties, bodyHash);
    }

    /** A session's token is a header like the others, signed where the request names it. */
    private static AwsCredentialsIdentity identity(Credentials by) {
        return AwsCredentialsIdentity.create(by.accessKeyId(), by.secretAccessKey());
    }
}
