package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions mean what AWS says, and those that mean nothing are refused. */
final class ConditionsTest {
    private static final String VALUES = "':n': {'N': '5'}, ':m': {'N': '7'}, ':s': {'S': 'b'}, ':t': {'S': 'text'},"
            + " ':x': {'BOOL': true}, ':set': {'SS': ['b', 'a']}, ':l': {'L': []}, ':type': {'S': 'SS'}, ':odd': {'S': '?'}";

    private final Asked asked = Asked.inMemory(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = :n",
                "n <> :m",
                "n < :m AND n <= :n AND m > :n AND m >= :m",
                "absent <> :n",
                "NOT absent = :n",
                "n <> :t",
                "tags = :set",
                "s > :s",
                "n BETWEEN :n AND :m",
                "n between :n and :m",
                "n IN (:m, :n)",
                "attribute_exists(pk) AND attribute_not_exists(absent)",
                "attribute_exists(doc.parts[1].deep) AND attribute_not_exists(doc.parts[7])",
                "doc.parts[0] = :n",
                "#m.#l[0] = :n",
                "attribute_type(tags, :type)",
                "begins_with(s, :s)",
                "contains(s, :s) AND contains(tags, :s) AND contains(doc.parts, :n)",
                "NOT contains(tags, :t)",
                "size(s) = :n OR size(tags) < :n",
                "size(s) > size(tags)",
                "n = :m OR n = :n AND m = :m",
                "(n = :m OR n = :n) AND m = :m",
                "NOT n = :m AND n = :n",
                "m > n",
                "flag = :x",
            })
    void they_hold(String condition) {
        assertThat(check(condition)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = :t",
                "absent = :n",
                "absent < :n OR absent >= :n",
                "s < :n",
                "NOT (n = :n)",
                "(n = :m OR n = :n) AND m = :n",
                "absent BETWEEN :n AND :m",
                "absent IN (:n, :m)",
                "begins_with(n, :s)",
                "contains(n, :n)",
                "size(n) > :n",
                "size(absent) < :n",
                "attribute_type(absent, :type)",
                "doc.parts.deep = :n",
                "flag = :n",
            })
    void they_do_not_hold(String condition) {
        assertThat(check(condition)).isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            n = | Syntax error; token: "<EOF>", near: "="
            n = :n AND | Syntax error; token: "<EOF>", near: "AND"
            n == :n | Syntax error; token: "=", near: "== :n"
            n = $5 | Syntax error; token: "$", near: "= $5"
            _n = :n | Syntax error; token: "_", near: "_n"
            n = :none | An expression attribute value used in expression is not defined; attribute value: :none
            #none = :n | An expression attribute name used in the document path is not defined; attribute name: #none
            state = :n | Attribute name is a reserved keyword; reserved keyword: state
            n = n | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [n]
            n < :x | Incorrect operand type for operator or function; operator: <, operand type: BOOL
            n BETWEEN :m AND :n | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:7}, upper bound operand: AttributeValue: {N:5}
            n BETWEEN :n AND :s | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:b}
            ((n = :n)) | The expression has redundant parentheses;
            exists(n) | Invalid function name; function: exists
            n = contains(n, :n) | The function is not allowed to be used this way in an expression; function: contains
            if_not_exists(n, :n) | The function is not allowed in a condition expression; function: if_not_exists
            attribute_exists(:n) | Operator or function requires a document path; operator or function: attribute_exists
            begins_with(n) | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1
            begins_with(s, :n) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
            size(:n) = :m | Incorrect operand type for operator or function; operator or function: size, operand type: N
            attribute_type(n, :odd) | Invalid attribute type name found; type: ?, valid types: [S, N, B, SS, NS, BS, M, L, NULL, BOOL]
            """)
    void what_means_nothing_is_refused(String condition, String said) {
        assertThat(check(condition)).isEqualTo("ValidationException: Invalid ConditionExpression: " + said);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void a_hundred_candidates_are_enough(int hundreds) {
        String candidates = "n, ".repeat(hundreds * 100 - 1) + "n";
        assertThat(check("m IN (" + candidates + ")"))
                .isEqualTo(
                        hundreds == 1
                                ? "ConditionalCheckFailedException: The conditional request failed"
                                : "ValidationException: Invalid ConditionExpression: The IN operator is provided with too many"
                                        + " operands; number of operands: 1001");
    }

    @ParameterizedTest
    @CsvSource({"4096, false", "4097, true"})
    void an_expression_has_4_kb_at_most(int length, boolean refused) {
        String condition = "attribute_exists(pk)" + " ".repeat(length - 20);
        assertThat(check(condition).contains("Expression size has exceeded the maximum allowed size"))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"300, false", "301, true"})
    void an_expression_has_300_operators_at_most(int operators, boolean refused) {
        String condition = "NOT ".repeat(operators - 1) + "n=m";
        assertThat(check(condition).contains("too many operators")).isEqualTo(refused);
    }

    /** What is said of it, nothing where it holds. Only what it uses is given to it. */
    private String check(String condition) {
        asked.put(
                1,
                "'n': {'N': '5'}, 'm': {'N': '7'}, 's': {'S': 'bobby'}, 'tags': {'SS': ['a', 'b']}, 'flag': {'BOOL': true},"
                        + " 'doc': {'M': {'parts': {'L': [{'N': '5'}, {'M': {'deep': {'NULL': true}}}]}}}");
        String request = "{'TableName': 'things', 'Key': " + Asked.key(1) + ", 'UpdateExpression': 'SET written = :n'"
                + ", 'ConditionExpression': '" + condition + "', 'ExpressionAttributeValues': {" + used(condition) + "}"
                + (condition.contains("#m") ? ", 'ExpressionAttributeNames': {'#m': 'doc', '#l': 'parts'}" : "") + "}";
        var response = asked.answer("UpdateItem", Asked.json(request));
        return response.status() == 200 ? "" : asked.refusal("UpdateItem", request);
    }

    private static String used(String condition) {
        StringBuilder used = new StringBuilder("':n': {'N': '5'}");
        for (String value : VALUES.split(", (?=':)", -1)) {
            String placeholder = value.substring(1, value.indexOf('\'', 1));
            if (!placeholder.equals(":n") && condition.matches(".*" + placeholder + "\\b.*")) {
                used.append(", ").append(value);
            }
        }
        return used.toString();
    }
}
