package dev.belay.simulator.aws.dynamodb.expression;

import java.util.Locale;

/**
 * A word or sign of an expression.
 *
 * @param start where it begins in the expression
 */
public record Token(Kind kind, String text, int start) {
    /** What it can be. */
    public enum Kind {
        WORD,
        NAME,
        VALUE,
        INDEX,
        SIGN,
        UNKNOWN,
        END
    }

    int end() {
        return kind == Kind.END ? start : start + text.length();
    }

    public boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is this keyword, in whatever case. */
    public boolean isKeyword(String keyword) {
        return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
    }
}
