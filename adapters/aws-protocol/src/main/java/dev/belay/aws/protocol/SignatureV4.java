package dev.belay.aws.protocol;

import dev.belay.signature.HmacSha256;
import dev.belay.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signature Version 4 for requests whose path and query are written in canonical form already
 * (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
final class SignatureV4 {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private final AwsCredentials credentials;
    private final String region;
    private final String service;

    SignatureV4(AwsCredentials credentials, String region, String service) {
        this.credentials = credentials;
        this.region = region;
        this.service = service;
    }

    /**
     * What is signed.
     *
     * @param headers by lower-case name
     */
    record Subject(String method, String path, String query, SortedMap<String, String> headers, byte[] body) {}

    /** The subject's headers, with date, token and {@code authorization} added. */
    SortedMap<String, String> sign(Subject subject, long epochSecond) {
        String time = time(epochSecond);
        SortedMap<String, String> headers = new TreeMap<>(subject.headers());
        headers.put("x-amz-date", time);
        if (credentials.sessionToken().isPresent()) {
            headers.put("x-amz-security-token", credentials.sessionToken().get());
        }
        String scope = time.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + Sha256.hex(canonical(subject, headers));
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + credentials.accessKeyId() + "/" + scope + ", SignedHeaders="
                        + String.join(";", headers.keySet()) + ", Signature="
                        + HexFormat.of().formatHex(hmac(key(time), toSign)));
        return headers;
    }

    private static byte[] canonical(Subject subject, SortedMap<String, String> headers) {
        StringBuilder text = new StringBuilder(512)
                .append(subject.method())
                .append('\n')
                .append(subject.path())
                .append('\n')
                .append(subject.query())
                .append('\n');
        for (Map.Entry<String, String> header : headers.entrySet()) {
            text.append(header.getKey())
                    .append(':')
                    .append(collapsed(header.getValue()))
                    .append('\n');
        }
        return bytes(text.append('\n')
                .append(String.join(";", headers.keySet()))
                .append('\n')
                .append(Sha256.hex(subject.body()))
                .toString());
    }

    /** Without spaces at its ends, and with one where there were several. */
    private static String collapsed(String value) {
        StringBuilder collapsed = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != ' ' || (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ')) {
                collapsed.append(c);
            }
        }
        return collapsed.toString().strip();
    }

    private byte[] key(String time) {
        byte[] date = hmac(bytes("AWS4" + credentials.secretAccessKey()), time.substring(0, 8));
        return hmac(hmac(hmac(date, region), service), "aws4_request");
    }

    private static String time(long epochSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(16);
        digits(text, time.getYear(), 4);
        digits(text, time.getMonthValue(), 2);
        digits(text, time.getDayOfMonth(), 2);
        text.append('T');
        digits(text, time.getHour(), 2);
        digits(text, time.getMinute(), 2);
        digits(text, time.getSecond(), 2);
        return text.append('Z').toString();
    }

    private static void digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        text.append(digits);
    }

    private static byte[] hmac(byte[] key, String text) {
        return new HmacSha256(key).of(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
