package dev.belay.slack.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A form as {@code application/x-www-form-urlencoded} writes it. */
final class Form {
    private final byte[] body;

    Form(byte[] body) {
        this.body = body;
    }

    /**
     * The first field of that name, decoded; null where there is none.
     *
     * @param name in letters that a form does not encode
     * @throws MalformedRequest when a percent sign is not followed by two hexadecimal digits
     */
    byte @Nullable [] field(String name) throws MalformedRequest {
        byte[] start = (name + "=").getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (from < body.length) {
            int end = end(from);
            int value = from + start.length;
            if (value <= end && Arrays.equals(body, from, value, start, 0, start.length)) {
                return decoded(value, end);
            }
            from = end + 1;
        }
        return null;
    }

    private int end(int from) {
        int end = from;
        while (end < body.length && body[end] != '&') {
            end++;
        }
        return end;
    }

    private byte[] decoded(int from, int end) throws MalformedRequest {
        byte[] decoded = new byte[end - from];
        int length = 0;
        for (int i = from; i < end; i++) {
            byte b = body[i];
            if (b == '%') {
                if (i + 2 >= end) {
                    throw new MalformedRequest("the form ends within an encoded character");
                }
                b = (byte) (digit(body[i + 1]) << 4 | digit(body[i + 2]));
                i += 2;
            } else if (b == '+') {
                b = ' ';
            }
            decoded[length++] = b;
        }
        return Arrays.copyOf(decoded, length);
    }

    private static int digit(byte b) throws MalformedRequest {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            throw new MalformedRequest("the form has a percent sign that encodes nothing");
        }
        return digit;
    }
}
