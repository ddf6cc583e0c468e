package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries and scans find what they should, in order, page by page. */
final class QueriesTest {
    private static final String PARTITION = "'KeyConditionExpression': 'pk = :p'";

    private final Asked asked = Asked.inMemory(Clock.systemUTC());

    @Test
    void a_partition_is_sorted_by_number_in_either_direction() {
        IntStream.of(10, 9, 100, -1, 2).forEach(sk -> asked.put(sk, ""));
        assertThat(Asked.ranges(query(PARTITION))).containsExactly("-1", "2", "9", "10", "100");
        assertThat(Asked.ranges(query(PARTITION + ", 'ScanIndexForward': false")))
                .containsExactly("100", "10", "9", "2", "-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sk = :n | 2
            sk < :n | 1
            sk <= :n | 1,2
            sk > :n | 3,4
            sk >= :n | 2,3,4
            sk BETWEEN :n AND :m | 2,3
            """)
    void a_range_is_cut_out_of_it(String range, String found) {
        IntStream.rangeClosed(1, 4).forEach(sk -> asked.put(sk, ""));
        String more = range.contains(":m") ? ", ':m': {'N': '3'}" : "";
        assertThat(String.join(
                        ",",
                        Asked.ranges(asked.done(
                                "Query",
                                "{'TableName': 'things', 'KeyConditionExpression': 'pk = :p AND " + range
                                        + "', 'ExpressionAttributeValues': {':p': {'S': 'p'}, ':n': {'N': '2'}" + more
                                        + "}}"))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 2", "false, 2", "false, 3"})
    void pages_follow_each_other_without_gap(boolean forward, int limit) {
        IntStream.rangeClosed(1, 5).forEach(sk -> asked.put(sk, ""));
        List<String> all = Asked.ranges(query(PARTITION + ", 'ScanIndexForward': " + forward));
        assertThat(paged("Query", ", " + values(PARTITION) + ", 'ScanIndexForward': " + forward, limit))
                .isEqualTo(all);
    }

    @Test
    void a_limit_counts_what_is_read_and_not_what_the_filter_leaves() {
        IntStream.rangeClosed(1, 4).forEach(sk -> asked.put(sk, "'n': {'N': '" + sk % 2 + "'}"));
        JsonObject page = asked.done(
                "Query",
                "{'TableName': 'things', " + PARTITION + ", 'FilterExpression': 'n = :one', 'Limit': 3,"
                        + " 'ExpressionAttributeValues': {':p': {'S': 'p'}, ':one': {'N': '1'}}}");
        assertThat(Asked.ranges(page)).containsExactly("1", "3");
        assertThat(page.getInt("Count")).isEqualTo(2);
        assertThat(page.getInt("ScannedCount")).isEqualTo(3);
        assertThat(page.getObject("LastEvaluatedKey")).isEqualTo(Asked.json(Asked.key(3)));
    }

    @Test
    void a_page_that_is_full_says_where_to_go_on_even_at_the_end() {
        asked.put(1, "");
        JsonObject last = query(PARTITION + ", 'Limit': 1").getObject("LastEvaluatedKey");
        JsonObject after = query(PARTITION + ", 'ExclusiveStartKey': " + JsonWriter.string(last));
        assertThat(Asked.ranges(after)).isEmpty();
        assertThat(after).doesNotContainKey("LastEvaluatedKey");
    }

    @Test
    void a_page_goes_on_after_an_item_that_is_gone() {
        IntStream.rangeClosed(1, 3).forEach(sk -> asked.put(sk, ""));
        asked.done("DeleteItem", "{'TableName': 'things', 'Key': " + Asked.key(2) + "}");
        assertThat(Asked.ranges(query(PARTITION + ", 'ExclusiveStartKey': " + Asked.key(2))))
                .containsExactly("3");
    }

    @Test
    void a_page_has_1_mb_at_most() {
        String large = "'x': {'S': '" + "a".repeat(300 * 1024) + "'}";
        IntStream.rangeClosed(1, 5).forEach(sk -> asked.put(sk, large));
        JsonObject page = query(PARTITION);
        assertThat(Asked.ranges(page)).containsExactly("1", "2", "3");
        assertThat(page.getObject("LastEvaluatedKey")).isEqualTo(Asked.json(Asked.key(3)));
        assertThat(Asked.ranges(asked.done("Scan", "{'TableName': 'things'}"))).hasSize(3);
    }

    @Test
    void a_scan_finds_everything_once() {
        IntStream.rangeClosed(1, 7)
                .forEach(sk -> asked.done(
                        "PutItem",
                        "{'TableName': 'things', 'Item': {'pk': {'S': 'p" + sk % 3 + "'}, 'sk': {'N': '" + sk
                                + "'}}}"));
        List<String> found = paged("Scan", "", 2);
        assertThat(found).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void a_scans_partitions_come_in_no_order_that_means_anything() {
        IntStream.rangeClosed(1, 20)
                .forEach(sk -> asked.done(
                        "PutItem",
                        "{'TableName': 'things', 'Item': {'pk': {'S': 'p" + (100 + sk) + "'}, 'sk': {'N': '" + sk
                                + "'}}}"));
        List<String> found = Asked.ranges(asked.done("Scan", "{'TableName': 'things'}"));
        assertThat(found)
                .hasSize(20)
                .isNotEqualTo(found.stream()
                        .sorted(Comparator.comparing(Integer::valueOf))
                        .toList());
    }

    @Test
    void an_index_has_only_items_with_its_key() {
        asked.put(1, "'st': {'S': 'OPEN'}, 'due': {'N': '20'}");
        asked.put(2, "'st': {'S': 'OPEN'}, 'due': {'N': '3'}");
        asked.put(3, "'st': {'S': 'OPEN'}");
        asked.put(4, "'due': {'N': '4'}");
        assertThat(Asked.ranges(index("whole", ""))).containsExactly("2", "1");
        assertThat(Asked.ranges(index("whole", ", 'ScanIndexForward': false"))).containsExactly("1", "2");
        assertThat(Asked.ranges(index("keys", ""))).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void an_index_follows_its_items() {
        asked.put(1, "'st': {'S': 'OPEN'}, 'due': {'N': '1'}");
        asked.put(1, "'st': {'S': 'DONE'}, 'due': {'N': '1'}");
        asked.put(2, "'st': {'S': 'OPEN'}, 'due': {'N': '1'}");
        asked.put(3, "'st': {'S': 'OPEN'}, 'due': {'N': '1'}");
        asked.done("DeleteItem", "{'TableName': 'things', 'Key': " + Asked.key(2) + "}");
        asked.done(
                "UpdateItem", "{'TableName': 'things', 'Key': " + Asked.key(3) + ", 'UpdateExpression': 'REMOVE due'}");
        assertThat(Asked.ranges(index("whole", ""))).isEmpty();
    }

    @Test
    void an_index_is_cut_by_its_range_and_paged_by_all_its_keys() {
        IntStream.rangeClosed(1, 4)
                .forEach(sk -> asked.put(sk, "'st': {'S': 'OPEN'}, 'due': {'N': '" + (sk < 3 ? 1 : 2) + "'}"));
        JsonObject page = asked.done(
                "Query",
                "{'TableName': 'things', 'IndexName': 'whole', 'Limit': 1, 'KeyConditionExpression': 'st = :s AND due <= :d',"
                        + " 'ExpressionAttributeValues': {':s': {'S': 'OPEN'}, ':d': {'N': '1'}}}");
        assertThat(page.getObject("LastEvaluatedKey").keySet()).isEqualTo(Set.of("pk", "sk", "st", "due"));
        assertThat(Asked.ranges(page)).containsExactly("1");
        assertThat(paged(
                        "Query",
                        ", 'IndexName': 'whole', 'KeyConditionExpression': 'st = :s AND due <= :d',"
                                + " 'ExpressionAttributeValues': {':s': {'S': 'OPEN'}, ':d': {'N': '1'}}",
                        1))
                .containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            whole | pk,sk,st,n,more
            keys | pk,sk,st
            some | pk,sk,st,n
            """)
    void an_index_has_what_it_projects(String name, String attributes) {
        asked.put(1, "'st': {'S': 'OPEN'}, 'due': {'N': '1'}, 'n': {'N': '1'}, 'more': {'N': '1'}");
        JsonObject item = index(name, "").getArray("Items").getObject(0);
        item.remove("due");
        assertThat(item.keySet()).containsExactlyInAnyOrder(attributes.split(",", -1));
    }

    @Test
    void what_is_selected_is_answered() {
        asked.put(1, "'st': {'S': 'OPEN'}, 'due': {'N': '1'}, 'n': {'N': '1'}");
        assertThat(index("whole", ", 'Select': 'COUNT'"))
                .containsEntry("Count", 1)
                .doesNotContainKey("Items");
        assertThat(index("whole", ", 'ProjectionExpression': 'n'")
                        .getArray("Items")
                        .getObject(0))
                .containsOnlyKeys("n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            'KeyConditionExpression': 'sk = :n' | Query condition missed key schema element: pk
            'KeyConditionExpression': 'pk > :p' | Query key condition not supported
            'KeyConditionExpression': 'pk = :p AND aside = :n' | Query condition missed key schema element: sk
            'KeyConditionExpression': 'pk = :p AND sk = :n AND aside = :n' | Query key condition not supported
            'KeyConditionExpression': 'pk = :p AND sk > :n AND sk < :n' | KeyConditionExpressions must only contain one condition per key
            'KeyConditionExpression': 'pk = :p OR sk = :n' | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR
            'KeyConditionExpression': 'pk = :p AND sk <> :n' | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>
            'KeyConditionExpression': 'pk = :p AND contains(sk, :n)' | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: contains
            'KeyConditionExpression': 'pk = :n' | One or more parameter values were invalid: Condition parameter type does not match schema type
            'KeyConditionExpression': 'pk = :p', 'FilterExpression': 'sk = :n' | Filter Expression can only contain non-primary key attributes: Primary key attribute: sk
            'KeyConditionExpression': 'pk = :p', 'Limit': 0 | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
            'KeyConditionExpression': 'pk = :p', 'IndexName': 'none' | The table does not have the specified index: none
            'KeyConditionExpression': 'st = :p', 'IndexName': 'keys', 'ConsistentRead': true | Consistent reads are not supported on global secondary indexes
            'KeyConditionExpression': 'st = :p', 'IndexName': 'keys', 'Select': 'ALL_ATTRIBUTES' | One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index keys because its projection type is not ALL
            'KeyConditionExpression': 'pk = :p', 'ExclusiveStartKey': {'pk': {'S': 'p'}} | The provided starting key is invalid
            'KeyConditionExpression': 'pk = :p', 'ExclusiveStartKey': {'pk': {'S': 'q'}, 'sk': {'N': '1'}} | The provided starting key is outside query boundaries based on provided conditions
            """)
    void a_query_that_cannot_be_is_refused(String query, String said) {
        String values = (query.contains(":p") ? "':p': {'S': 'p'}" : "")
                + (query.contains(":p") && query.contains(":n") ? ", " : "")
                + (query.contains(":n") ? "':n': {'N': '1'}" : "");
        assertThat(asked.refusal(
                        "Query",
                        "{'TableName': 'things', " + query + ", 'ExpressionAttributeValues': {" + values + "}}"))
                .isEqualTo("ValidationException: " + said);
    }

    private List<String> paged(String operation, String query, int limit) {
        List<String> all = new ArrayList<>();
        String start = "";
        do {
            JsonObject page = asked.done(operation, "{'TableName': 'things', 'Limit': " + limit + query + start + "}");
            assertThat(Asked.ranges(page).size()).isLessThanOrEqualTo(limit);
            all.addAll(Asked.ranges(page));
            start = page.has("LastEvaluatedKey")
                    ? ", 'ExclusiveStartKey': " + JsonWriter.string(page.getObject("LastEvaluatedKey"))
                    : "";
        } while (!start.isEmpty());
        return all;
    }

    private JsonObject query(String query) {
        return asked.done("Query", "{'TableName': 'things', " + values(query) + "}");
    }

    private static String values(String query) {
        return query + ", 'ExpressionAttributeValues': {':p': {'S': 'p'}}";
    }

    private JsonObject index(String name, String query) {
        return asked.done(
                "Query",
                "{'TableName': 'things', 'IndexName': '" + name + "', 'KeyConditionExpression': 'st = :s'" + query
                        + ", 'ExpressionAttributeValues': {':s': {'S': 'OPEN'}}}");
    }
}
