package dev.belay.simulator.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 as its specification writes it (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). */
final class Signature {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private Signature() {}

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
        String canonical() {
            StringBuilder text = new StringBuilder(method)
                    .append('\n')
                    .append(encode(encode(path, true), true))
                    .append('\n')
                    .append(canonicalQuery())
                    .append('\n');
            headers.forEach((name, values) ->
                    text.append(name).append(':').append(trimmed(values)).append('\n'));
            return text.append('\n')
                    .append(signedHeaders())
                    .append('\n')
                    .append(bodyHash)
                    .toString();
        }

        String signedHeaders() {
            return String.join(";", headers.keySet());
        }

        private String canonicalQuery() {
            TreeMap<String, String> encoded = new TreeMap<>();
            query.forEach((name, value) -> encoded.put(encode(name, false), encode(value, false)));
            return encoded.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .reduce((one, other) -> one + "&" + other)
                    .orElse("");
        }

        private static String trimmed(List<String> values) {
            return String.join(
                    ",",
                    values.stream()
                            .map(value -> value.strip().replaceAll(" +", " "))
                            .toList());
        }
    }

    /**
     * The signature in lower-case hex.
     *
     * @param time {@code 20150830T123600Z}
     * @param scope {@code 20150830/us-east-1/service/aws4_request}
     */
    static String of(Subject subject, String time, String scope, String secret) {
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(bytes(subject.canonical()));
        byte[] key = bytes("AWS4" + secret);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }

    private static String encode(String text, boolean keepSlash) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : bytes(text)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c) || (c == '/' && keepSlash)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
