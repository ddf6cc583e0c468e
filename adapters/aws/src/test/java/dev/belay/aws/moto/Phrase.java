package dev.belay.aws.moto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An expression with the values that it needs. A placeholder's first letter says what it stands for: {@code :n} a number,
 * {@code :s} a text, {@code :l} a list, {@code :t} a set of texts, {@code :m} a map.
 */
record Phrase(String text, Map<String, AttributeValue> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z])\\d*");

    private static final List<String> CONDITIONS = List.of(
            "attribute_exists(pk)",
            "attribute_not_exists(pk)",
            "attribute_exists(m.x) OR attribute_not_exists(l[1])",
            "n = :n",
            "n <> :n",
            "n < :n1 AND NOT n = :n2",
            "n >= :n",
            "s > :s",
            "n BETWEEN :n AND :n OR s = :s",
            "s IN (:s1, :s2)",
            "begins_with(s, :s)",
            "contains(s, :s)",
            "contains(t, :s)",
            "contains(l, :s)",
            "attribute_exists(l) AND size(l) > :n",
            "attribute_exists(t) AND size(t) = :n",
            "attribute_exists(s) AND (n < :n OR attribute_not_exists(l))",
            "m.x = :n",
            "l[0] = :s",
            "NOT (n > :n OR s = :s)",
            "m = :m",
            "t = :t",
            "n < due");

    private static final List<String> UPDATES = List.of(
            "SET n = :n",
            "SET n = n + :n",
            "SET n = :n1 - :n2",
            "SET n = if_not_exists(n, :n1) + :n2",
            "SET l = list_append(if_not_exists(l, :l1), :l2)",
            "SET l = list_append(:l1, if_not_exists(l, :l2))",
            "SET l[1] = :s",
            "SET l[9] = :s REMOVE st",
            "SET m = :m, s = :s",
            "SET m.x = :n",
            "SET s = :s REMOVE n",
            "SET twin = n, n = :n",
            "SET due = :n, st = :s",
            "REMOVE s, st",
            "REMOVE l[0], l[1]",
            "REMOVE m.x",
            "ADD n :n",
            "ADD t :t",
            "DELETE t :t",
            "ADD n :n SET s = if_not_exists(s, :s) DELETE t :t");

    /** Without zero, which moto takes for nothing where it is a bound of {@code BETWEEN}. */
    private static final int[] NUMBERS = {-1, 1, 2, 3, 4};

    static Phrase condition(Random random) {
        return drawn(CONDITIONS, random);
    }

    static Phrase update(Random random) {
        return drawn(UPDATES, random);
    }

    static Phrase of(String text, Random random) {
        Map<String, AttributeValue> values = new HashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            values.put(matcher.group(), value(matcher.group(1).charAt(0), random));
        }
        return new Phrase(text, values);
    }

    static AttributeValue value(char kind, Random random) {
        return switch (kind) {
            case 'n' -> AttributeValue.fromN(Integer.toString(NUMBERS[random.nextInt(NUMBERS.length)]));
            case 's' -> AttributeValue.fromS(word(random));
            case 'l' -> AttributeValue.fromL(List.of(value('s', random), value('n', random)));
            case 't' -> AttributeValue.fromSs(List.of(word(random), "same"));
            case 'm' -> AttributeValue.fromM(Map.of("x", value('n', random), "y", value('s', random)));
            default -> throw new IllegalArgumentException("there is no kind " + kind);
        };
    }

    private static String word(Random random) {
        return "abcd".substring(0, 1 + random.nextInt(4));
    }

    private static Phrase drawn(List<String> texts, Random random) {
        return of(texts.get(random.nextInt(texts.size())), random);
    }

    /** Both, for a request that has two expressions. */
    Map<String, AttributeValue> valuesWith(Phrase other) {
        Map<String, AttributeValue> both = new HashMap<>(values);
        both.putAll(other.values);
        return both;
    }
}
