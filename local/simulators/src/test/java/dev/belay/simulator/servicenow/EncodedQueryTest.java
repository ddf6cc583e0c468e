package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.servicenow.query.Matching;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an encoded query finds (servicenow.github.io/sdk/guides/encoded-query-guide). */
final class EncodedQueryTest {
    private final Instance instance = new Instance().soft();

    @AfterEach
    void stop() {
        instance.close();
    }

    /** Four incidents of priority 1, 2, 3 and 5, called a to d. */
    @BeforeEach
    void open() {
        instance.opened("{\"short_description\":\"a checkout\",\"impact\":\"1\",\"urgency\":\"1\"}");
        instance.opened("{\"short_description\":\"b login\",\"impact\":\"1\",\"urgency\":\"2\",\"state\":\"2\"}");
        instance.opened("{\"short_description\":\"c check\",\"impact\":\"2\",\"urgency\":\"2\",\"assigned_to\":\""
                + instance.jane.sysId() + "\"}");
        instance.opened("{\"short_description\":\"d ^ hat\"}");
    }

    private String found(String query) {
        List<String> names = results(instance.query("incident", query)).stream()
                .map(row -> ((JsonObject) row).getString("short_description").substring(0, 1))
                .toList();
        return String.join("", names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "priority=1 | a",
                "priority!=1 | bcd",
                "priorityIN1,2 | ab",
                "priorityNOT IN1,2 | cd",
                "short_descriptionLIKEcheck | ac",
                "short_descriptionNOT LIKEcheck | bd",
                "short_descriptionSTARTSWITHb | b",
                "short_descriptionENDSWITHcheck | c",
                "priority>2 | cd",
                "priority>=2 | bcd",
                "priority<2 | a",
                "priority<=2 | ab",
                "assigned_toISEMPTY | abd",
                "assigned_toISNOTEMPTY | c",
                "assigned_to.email=jane@acme.example | c",
                "priority=1^ORpriority=2 | ab",
                "priority=1^ORpriority=2^state=2 | b",
                "state=2^NQpriority=5 | bd",
                "sys_updated_on>=2026-03-02 10:15:30 | abcd",
                "sys_updated_on>2026-03-02 10:15:30 | ''",
                "ORDERBYDESCpriority | dcba",
                "stateIN1,2^ORDERBYDESCstate^ORDERBYpriority | bacd",
                "opened_by=javascript:gs.getUserID() | ''",
                "short_descriptionLIKE^^ | d",
            })
    void an_operator_finds_its_rows(String query, String names) {
        assertThat(found(query)).isEqualTo(names);
    }

    // ServiceNow documentation, "Set case and accent sensitivity on a per-column basis".
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short_descriptionLIKECHECK | ac",
                "short_description=A Chéckout | a",
                "short_descriptionINA CHECKOUT,b login | ab",
                "short_description!=A CHECKOUT | bcd",
            })
    void neither_case_nor_accents_count(String query, String names) {
        assertThat(found(query)).isEqualTo(names);
    }

    // servicenow.github.io/sdk/guides/encoded-query-guide: "values are case-sensitive".
    @Test
    void case_counts_where_the_instance_is_so() {
        instance.snow.api().matching(Matching.EXACT);

        assertThat(found("short_descriptionLIKECHECK")).isEmpty();
        assertThat(found("short_descriptionLIKEcheck")).isEqualTo("ac");
    }

    // ServiceNow documentation, "Table API": "the instance ignores the invalid part".
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prioritee=1 | abcd",
                "prioritee=1^state=2 | b",
                "priority=1^nonsense.x=1 | a",
                "priority~1 | abcd",
                "state=2^prioritee=1^ORpriority=2 | b",
                "priority=1^NQnonsense=1 | abcd",
                "ORDERBYnonsense^priority=2 | b",
            })
    void an_invalid_part_is_dropped_and_the_rest_is_asked(String query, String names) {
        assertThat(found(query)).isEqualTo(names);
    }

    // ServiceNow documentation, property glide.invalid_query.returns_no_rows.
    @Test
    void an_invalid_query_finds_nothing_where_the_property_says_so() {
        instance.snow.api().invalidQueryReturnsNoRows(true);

        assertThat(found("priority=1^nonsense=1")).isEmpty();
        assertThat(found("priority=1")).isEqualTo("a");
    }

    @Test
    void a_parameter_may_name_a_field_instead() {
        assertThat(results(instance.get("/api/now/table/incident?priority=2"))).hasSize(1);
        assertThat(results(instance.get("/api/now/table/incident?priority=2&sysparm_query=priority=1")))
                .extracting(row -> ((JsonObject) row).getString("priority"))
                .containsExactly("1");
    }
}
