package dev.belay.simulator.aws.dynamodb.expression;

import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression, read one by one. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?<WORD>[A-Za-z][A-Za-z0-9_]*)|(?<NAME>#[A-Za-z0-9_]+)"
            + "|(?<VALUE>:[A-Za-z0-9_]+)|(?<INDEX>[0-9]+)|(?<SIGN><>|<=|>=|[-<>=+(),.\\[\\]])|(?<UNKNOWN>\\S)");
    private static final Map<Kind, String> GROUPS = Map.of(
            Kind.WORD, "WORD",
            Kind.NAME, "NAME",
            Kind.VALUE, "VALUE",
            Kind.INDEX, "INDEX",
            Kind.SIGN, "SIGN",
            Kind.UNKNOWN, "UNKNOWN");

    private final Expression expression;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    public Tokens(Expression expression) {
        this.expression = expression;
        Matcher matcher = TOKEN.matcher(expression.text());
        while (matcher.find()) {
            tokens.add(new Token(kind(matcher), matcher.group(), matcher.start()));
        }
        tokens.add(new Token(Kind.END, "<EOF>", expression.text().length()));
    }

    private static Kind kind(Matcher matcher) {
        return GROUPS.entrySet().stream()
                .filter(group -> matcher.group(group.getValue()) != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.UNKNOWN);
    }

    public Expression expression() {
        return expression;
    }

    /** How many words were taken. */
    public int position() {
        return next;
    }

    public Token peek() {
        return tokens.get(next);
    }

    public Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    public Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the sign if it is next. */
    public boolean takeSign(String sign) {
        boolean there = peek().isSign(sign);
        if (there) {
            take();
        }
        return there;
    }

    /** Takes the keyword if it is next. */
    public boolean takeKeyword(String keyword) {
        boolean there = peek().isKeyword(keyword);
        if (there) {
            take();
        }
        return there;
    }

    public void needSign(String sign) {
        if (!takeSign(sign)) {
            throw unexpected();
        }
    }

    public void needKeyword(String keyword) {
        if (!takeKeyword(keyword)) {
            throw unexpected();
        }
    }

    public Token need(Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return take();
    }

    /** The next word cannot stand where it does. */
    public Refused unexpected() {
        int start = tokens.get(Math.max(next - 1, 0)).start();
        String near = expression.text().substring(start, peekSecond().end());
        return expression.invalid("Syntax error; token: \"" + peek().text() + "\", near: \"" + near + "\"");
    }
}
