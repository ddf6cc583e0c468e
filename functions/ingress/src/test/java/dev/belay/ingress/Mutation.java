package dev.belay.ingress;

import java.util.Random;

/** A text with a few of its characters lost, changed or added. */
final class Mutation {
    private static final String[] PIECES = {
        "%22",
        "%7B",
        "%7D",
        "%5B",
        "%5D",
        "%5C",
        "%00",
        "%",
        "&",
        "=",
        "payload=",
        "null",
        "1e999",
        "-",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "\\",
        "%F0%9F",
        "+",
        "9999999999999999999999",
        "%22%3A"
    };

    private Mutation() {}

    static String of(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(5)) {
                case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x20, 0x7f));
                case 1 -> mutated.deleteCharAt(at);
                case 2 -> mutated.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> mutated.setCharAt(at, (char) random.nextInt(0xffff));
                default -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(60)));
            }
            if (mutated.isEmpty()) {
                mutated.append('x');
            }
        }
        return mutated.toString();
    }
}
