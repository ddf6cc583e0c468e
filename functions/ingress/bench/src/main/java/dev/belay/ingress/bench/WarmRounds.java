package dev.belay.ingress.bench;

import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import dev.belay.slack.protocol.MalformedRequest;
import dev.belay.slack.protocol.SlackRequest;
import dev.belay.slack.protocol.SlackSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Prints the microseconds of a bare HMAC over a click's bytes, and of proving and parsing the click. */
final class WarmRounds {
    private static final int CLICKS = 500;
    private static final int UNTIL_WARM = 20_000;

    private final byte[] body = Click.ACKNOWLEDGE.body().getBytes(StandardCharsets.UTF_8);
    private final long now = System.currentTimeMillis() / 1000;
    private final String timestamp = Long.toString(now);
    private final String signed = Click.signature(timestamp, Click.ACKNOWLEDGE.body());
    private final SlackSignature signature = new SlackSignature(List.of(Click.SECRET));
    private final SecretKeySpec key = new SecretKeySpec(Click.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    private int sink;

    private interface Work {
        void once() throws MalformedRequest, GeneralSecurityException;
    }

    public static void main(String[] arguments) throws Exception {
        new WarmRounds().print(Integer.parseInt(arguments[0]));
    }

    private void print(int rounds) throws MalformedRequest, GeneralSecurityException {
        micros(this::hmac, UNTIL_WARM);
        micros(this::click, UNTIL_WARM);
        double[] hmacs = new double[rounds];
        double[] clicks = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            hmacs[i] = micros(this::hmac, CLICKS);
            clicks[i] = micros(this::click, CLICKS);
        }
        System.out.printf(Locale.ROOT, "%.2f %.2f%n", median(hmacs), median(clicks));
        System.err.print(sink == 42 ? " " : "");
    }

    private void hmac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        sink += mac.doFinal(body)[0];
    }

    private void click() throws MalformedRequest {
        if (signature.prove(new SignedRequest(timestamp, signed, body), now) != Proof.PROVED) {
            throw new IllegalStateException("the click was not proved");
        }
        SlackRequest request = SlackRequest.of("application/x-www-form-urlencoded", body, Instant.EPOCH);
        sink += ((SlackRequest.Pressed) request).press().button().action().length();
    }

    private static double micros(Work work, int times) throws MalformedRequest, GeneralSecurityException {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.once();
        }
        return (System.nanoTime() - start) / 1e3 / times;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
