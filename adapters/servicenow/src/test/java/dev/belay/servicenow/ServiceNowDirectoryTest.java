package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.failure.Rejected;
import dev.belay.person.PlatformUser;
import dev.belay.record.SysId;
import dev.belay.simulator.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of ServiceNow about people, and that nobody gets a role because a question was misunderstood. */
final class ServiceNowDirectoryTest {
    private static final SysId JANE = new SysId("62826bf03710200044e0bfc8bcbe5df1");
    private static final String BOB = "5137153cc611227c000bbd1bd8cd2005";
    private static final Set<String> MANAGERS = Set.of("mim_manager", "major_incident_manager");

    private final StubInstance instance = new StubInstance();
    private final ServiceNowDirectory directory = new ServiceNowDirectory(instance.api());

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void roles_are_asked_with_every_field_that_is_compared() {
        instance.answers(rows(role()));
        assertThat(directory.holdsAny(JANE, MANAGERS)).isTrue();
        assertThat(instance.calls().getFirst().path()).isEqualTo("/api/now/table/sys_user_has_role");
        assertThat(instance.calls().getFirst().query())
                .containsEntry(
                        "sysparm_query",
                        "user=" + JANE + "^role.nameINmajor_incident_manager,mim_manager^state=active^user.active=true")
                .containsEntry("sysparm_fields", "user,user.active,user.locked_out,role.name,state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "user.active", "user.locked_out", "role.name", "state"})
    void a_renamed_or_hidden_field_gives_nobody_a_role(String field) {
        JsonObject role = role();
        role.remove(field);
        instance.answers(rows(role));
        assertThatThrownBy(() -> directory.holdsAny(JANE, MANAGERS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("sys_user_has_role." + field);
    }

    @Test
    void rows_of_an_ignored_query_part_give_nobody_a_role() {
        instance.answers(rows(
                with(role(), "user", BOB),
                with(role(), "role.name", "itil"),
                with(role(), "role.name", ""),
                with(role(), "state", "requested"),
                with(role(), "user.active", "false"),
                with(role(), "user.locked_out", "true")));
        assertThat(directory.holdsAny(JANE, MANAGERS)).isFalse();
    }

    @Test
    void one_row_that_lacks_a_field_spoils_the_answer() {
        JsonObject spoilt = role();
        spoilt.remove("state");
        instance.answers(rows(role(), spoilt));
        assertThatThrownBy(() -> directory.holdsAny(JANE, MANAGERS)).isInstanceOf(Rejected.class);
    }

    @Test
    void hidden_role_rows_are_a_wrong_setting_and_no_role() {
        instance.answers(rows().with("X-Total-Count", "2"));
        assertThatThrownBy(() -> directory.holdsAny(JANE, MANAGERS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("hidden");
    }

    @Test
    void a_flood_of_other_rows_is_a_wrong_setting_and_no_role() {
        JsonObject[] others = new JsonObject[100];
        Arrays.fill(others, with(role(), "user", BOB));
        instance.answers(rows(others));
        assertThatThrownBy(() -> directory.holdsAny(JANE, MANAGERS)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "itil^ORrole.nameISNOTEMPTY", "javascript:gs.getUserID()", "a b"})
    void a_role_that_cannot_be_one_is_never_asked(String role) {
        assertThatThrownBy(() -> directory.holdsAny(JANE, Set.of(role, "itil"))).isInstanceOf(Rejected.class);
        assertThat(instance.calls()).isEmpty();
    }

    @Test
    void an_e_mail_is_asked_in_one_request_where_the_answer_shows_that_case_does_not_count() {
        instance.answers(rows(user("Jane@ACME.example")));
        assertThat(directory.activeWithEmail("jane@acme.example"))
                .containsExactly(new PlatformUser(JANE, "Jane Doe", "Jane@ACME.example"));
        assertThat(queries()).containsExactly("email=jane@acme.examplE^active=true^ORDERBYsys_id");
    }

    @Test
    void an_e_mail_that_is_not_found_is_asked_so_that_case_cannot_count() {
        instance.answers(rows());
        assertThat(directory.activeWithEmail("j1n@acme.io")).isEmpty();
        assertThat(queries())
                .containsExactly(
                        "email=j1n@acme.iO^active=true^ORDERBYsys_id",
                        "emailLIKEj1^ORemailLIKEJ1"
                                + "^emailLIKEac^ORemailLIKEaC^ORemailLIKEAc^ORemailLIKEAC"
                                + "^emailLIKEme^ORemailLIKEmE^ORemailLIKEMe^ORemailLIKEME"
                                + "^emailLIKEio^ORemailLIKEiO^ORemailLIKEIo^ORemailLIKEIO^active=true^ORDERBYsys_id");
    }

    @Test
    void who_is_found_by_the_very_spelling_that_was_asked_shows_nothing_about_case() {
        instance.answers(rows(user("jane@acme.examplE")), rows(user("jane@acme.examplE"), other("JANE@acme.example")));
        assertThat(directory.activeWithEmail("jane@acme.example")).hasSize(2);
        assertThat(instance.calls()).hasSize(2);
    }

    @Test
    void the_longest_address_is_asked_in_a_url_that_every_server_takes() {
        instance.answers(rows());
        assertThat(directory.activeWithEmail("ab".repeat(110) + "@" + "cd".repeat(10) + ".example"))
                .isEmpty();
        assertThat(queries()).allSatisfy(query -> assertThat(URLEncoder.encode(query, StandardCharsets.UTF_8))
                .hasSizeLessThan(1500));
    }

    private static JsonObject other(String email) {
        return with(user(email), "sys_id", BOB);
    }

    private List<String> queries() {
        return instance.calls().stream()
                .map(call -> String.valueOf(call.query().get("sysparm_query")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys_id", "email", "active", "locked_out"})
    void a_renamed_or_hidden_field_makes_nobody_that_user(String field) {
        JsonObject user = user("jane@acme.example");
        user.remove(field);
        instance.answers(rows(user));
        assertThatThrownBy(() -> directory.activeWithEmail("jane@acme.example"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("sys_user." + field);
    }

    @Test
    void users_whose_addresses_differ_only_in_case_are_all_found() {
        instance.answers(rows(user("Jane.Doe@acme.example"), with(user("jane.doe@acme.example"), "sys_id", BOB)));
        assertThat(directory.activeWithEmail("jane.doe@acme.example"))
                .extracting(PlatformUser::sysId)
                .containsExactlyInAnyOrder(JANE, new SysId(BOB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " jane@acme.example ",
                "jane@acme.example.",
                "JANE@ACME.EXAMPLE",
                "jane+pager@acme.example",
                "o'hara@acme.example",
                "r&d@acme.example",
                "_jane@acme.example",
                "jörg@exämple.example",
                "jo\u0308rg@acme.example",
                "用户@例子.example"
            })
    void whatever_is_harmless_in_a_query_is_asked(String email) {
        String kept = email.strip().replaceFirst("\\.$", "");
        instance.answers(rows(user(kept)));
        assertThat(directory.canAsk(email)).isTrue();
        assertThat(directory.activeWithEmail(email))
                .extracting(PlatformUser::sysId)
                .containsExactly(JANE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane^x@acme.example",
                "jane@acme.example^ORactive=true",
                "javascript:x@acme.example",
                "jane,bob@acme.example",
                "jane=x@acme.example",
                "jane@acme.example\n",
                "ja\u202Ene@acme.example",
                "jane@@acme.example",
                "jane@acme",
                "@acme.example",
                "jane"
            })
    void what_cannot_be_asked_is_not_asked_and_is_known_not_to_be(String email) {
        assertThat(directory.canAsk(email)).isFalse();
        assertThat(directory.activeWithEmail(email)).isEmpty();
        assertThat(instance.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"jane\u212A@acme.example, janek@acme.example", "al\u0131ce@acme.example, alice@acme.example"})
    void a_letter_that_only_looks_alike_is_another(String shown, String kept) {
        instance.answers(rows(user(kept)));
        assertThat(directory.activeWithEmail(shown)).isEmpty();
    }

    @Test
    void a_user_whose_name_is_hidden_is_known_by_address() {
        JsonObject user = user("jane@acme.example");
        user.remove("name");
        instance.answers(rows(user));
        assertThat(directory.activeWithEmail("jane@acme.example"))
                .containsExactly(new PlatformUser(JANE, "jane@acme.example", "jane@acme.example"));
    }

    @Test
    void rows_of_an_ignored_query_part_are_nobody() {
        instance.answers(rows(
                user("bob@acme.example"),
                user(""),
                with(user("jane@acme.example"), "active", "false"),
                with(user("jane@acme.example"), "locked_out", "true")));
        assertThat(directory.activeWithEmail("jane@acme.example")).isEmpty();
    }

    @Test
    void a_second_user_who_is_hidden_may_not_be_overlooked() {
        instance.answers(rows(user("jane@acme.example")).with("X-Total-Count", "2"));
        assertThatThrownBy(() -> directory.activeWithEmail("jane@acme.example"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("hidden");
    }

    @Test
    void a_second_user_beyond_the_pages_that_are_read_may_not_be_overlooked() {
        JsonObject[] others = new JsonObject[1_000];
        Arrays.fill(others, user("bob@acme.example"));
        others[0] = user("jane@acme.example");
        instance.answers(rows(others));
        assertThatThrownBy(() -> directory.activeWithEmail("jane@acme.example"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ignored");
    }

    @Test
    void no_failure_shows_an_e_mail() {
        instance.answers(StubInstance.error(403, "Insufficient rights to query records"));
        assertThatThrownBy(() -> directory.activeWithEmail("jane@acme.example"))
                .message()
                .doesNotContain("jane");
    }

    @Test
    void a_row_that_is_none_is_rejected() {
        for (String rows : List.of("[1]", "[null]", "[[]]")) {
            try (StubInstance other = new StubInstance()) {
                other.answers(StubInstance.result(rows));
                assertThatThrownBy(() -> new ServiceNowDirectory(other.api()).holdsAny(JANE, MANAGERS))
                        .isInstanceOf(Rejected.class);
            }
        }
    }

    private static JsonObject role() {
        JsonObject role = new JsonObject();
        role.put("sys_id", "0a826bf03710200044e0bfc8bcbe5d00");
        role.put("user", JANE.value());
        role.put("user.active", "true");
        role.put("user.locked_out", "false");
        role.put("role.name", "mim_manager");
        role.put("state", "active");
        return role;
    }

    private static JsonObject user(String email) {
        JsonObject user = new JsonObject();
        user.put("sys_id", JANE.value());
        user.put("name", "Jane Doe");
        user.put("email", email);
        user.put("active", "true");
        user.put("locked_out", "false");
        return user;
    }

    private static JsonObject with(JsonObject row, String field, String value) {
        row.put(field, value);
        return row;
    }

    private static Response rows(JsonObject... objects) {
        JsonArray rows = new JsonArray();
        Collections.addAll(rows, objects);
        return StubInstance.result(JsonWriter.string(rows));
    }
}
