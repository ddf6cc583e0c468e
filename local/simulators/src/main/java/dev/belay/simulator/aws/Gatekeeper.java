package dev.belay.simulator.aws;

import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows every caller's key and lets a request in only when it is signed with one, for this region and the service that it
 * names, within five minutes. Two clocks count, the simulation's and the machine's, because AWS's SDK cannot be told the
 * time.
 */
final class Gatekeeper {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/,]+)/(\\d{8}/([^/,]+)/([^/,]+)/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final Map<String, Credentials> known = new ConcurrentHashMap<>();
    private final String region;
    private final Clock clock;

    Gatekeeper(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    Credentials admit(Credentials credentials) {
        known.put(credentials.accessKeyId(), credentials);
        return credentials;
    }

    /** Whose key the request names, proved or not. */
    Optional<Credentials> claimed(Request request) {
        return authorization(request).map(parts -> known.get(parts.group(1)));
    }

    /** Whose request it is. */
    Credentials prove(Request request, String service) {
        Matcher parts = authorization(request).orElseThrow(AwsError::missingToken);
        Credentials credentials = Optional.ofNullable(known.get(parts.group(1))).orElseThrow(AwsError::unknownClient);
        if (!request.header("x-amz-security-token").equals(credentials.sessionToken())) {
            throw AwsError.unknownClient();
        }
        checkScope(parts, service);
        String time = request.header("x-amz-date").orElseThrow(AwsError::missingToken);
        Instant signed = instant(time);
        checkTime(time, signed, parts.group(2));
        checkSignature(request, parts, signed, credentials);
        return credentials;
    }

    private static Optional<Matcher> authorization(Request request) {
        return request.header("authorization").map(AUTHORIZATION::matcher).filter(Matcher::matches);
    }

    private void checkScope(Matcher parts, String service) {
        if (!parts.group(3).equals(region)) {
            throw AwsError.badSignature("Credential should be scoped to a valid region.");
        }
        if (!parts.group(4).equals(service)) {
            throw AwsError.badSignature("Credential should be scoped to correct service: '" + service + "'.");
        }
    }

    private void checkTime(String time, Instant signed, String scope) {
        if (!scope.startsWith(time.substring(0, 8))) {
            throw AwsError.badSignature(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date");
        }
        if (distance(signed, clock.instant()).compareTo(WINDOW) > 0
                && distance(signed, Instant.now()).compareTo(WINDOW) > 0) {
            throw AwsError.badSignature("Signature expired: " + time + " is now earlier than "
                    + TIME.format(clock.instant().minus(WINDOW)) + " (" + TIME.format(clock.instant()) + " - 5 min.)");
        }
    }

    private static Instant instant(String time) {
        try {
            return TIME.parse(time, Instant::from);
        } catch (DateTimeException e) {
            throw AwsError.badSignature("Date must be in ISO-8601 'basic format'.");
        }
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** Signs the same request again, and compares in constant time. */
    private static void checkSignature(Request request, Matcher parts, Instant signed, Credentials credentials) {
        String signature = SdkSigner.sign(
                subject(request, List.of(parts.group(5).split(";"))),
                signed,
                parts.group(3),
                parts.group(4),
                credentials);
        if (!MessageDigest.isEqual(ascii(signature), ascii(parts.group(6)))) {
            throw AwsError.badSignature("The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method."
                    + " Consult the service documentation for details.");
        }
    }

    private static SdkSigner.Subject subject(Request request, List<String> signedHeaders) {
        TreeMap<String, List<String>> headers = new TreeMap<>();
        signedHeaders.forEach(name -> headers.put(name, request.headers().getOrDefault(name, List.of())));
        if (!signedHeaders.contains("host") || !signedHeaders.contains("x-amz-date")) {
            throw AwsError.badSignature("'Host' and 'X-Amz-Date' must be 'SignedHeaders' in the AWS Authorization.");
        }
        return new SdkSigner.Subject(request.method(), request.path(), request.query(), headers, bodyHash(request));
    }

    private static String bodyHash(Request request) {
        return request.header("x-amz-content-sha256")
                .filter("UNSIGNED-PAYLOAD"::equals)
                .orElseGet(() -> SdkSigner.sha256(request.body()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
