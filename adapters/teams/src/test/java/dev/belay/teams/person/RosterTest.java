package dev.belay.teams.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.teams.TeamsStage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a roster says of a person, in each of the ways in which it says it, and who is a full member by it. */
final class RosterTest {
    private static final String MEMBER = "connector.getConversationMember";
    private static final String UPN = "alice.archer@acme.example";

    private final TeamsStage stage = new TeamsStage();
    private final ChatUser alice = stage.user(AcmeTeams.ALICE);

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({"objectId, user", "objectId, owner", "aadObjectId, user", "aadObjectId, Owner"})
    void a_user_or_owner_is_a_full_member_under_either_name_of_the_object_id(String name, String role) {
        Member member = member(account(name, AcmeTeams.ALICE, role));
        assertThat(member.standing()).isEqualTo(Standing.FULL);
        assertThat(member.email()).contains(UPN);
    }

    @ParameterizedTest
    @CsvSource({
        "objectId, guest",
        "objectId, anonymous",
        "aadObjectId, guest",
        "aadObjectId, anonymous",
        "objectId, ''",
        "objectId, admin"
    })
    void whoever_has_another_role_is_none(String name, String role) {
        assertThat(member(account(name, AcmeTeams.ALICE, role)).standing()).isEqualTo(Standing.GUEST);
    }

    @Test
    void without_a_role_nobody_is_a_full_member() {
        JsonObject account = account("objectId", AcmeTeams.ALICE, "user");
        account.remove("userRole");
        assertThat(member(account).standing()).isEqualTo(Standing.GUEST);
    }

    @Test
    void an_account_of_another_tenant_that_was_taken_in_is_a_guest_s_whatever_its_role() {
        JsonObject account = account("objectId", AcmeTeams.ALICE, "user");
        account.put("userPrincipalName", "mallory_other.example#ext#@acme.onmicrosoft.example");
        assertThat(member(account).standing()).isEqualTo(Standing.GUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objectId", "aadObjectId"})
    void an_answer_about_somebody_else_is_about_a_stranger(String name) {
        assertThat(member(account(name, AcmeTeams.BOB, "owner")).standing()).isEqualTo(Standing.STRANGER);
        assertThat(member(account(name, "", "owner")).standing()).isEqualTo(Standing.STRANGER);
    }

    @Test
    void where_both_names_are_given_the_first_counts() {
        JsonObject account = account("aadObjectId", AcmeTeams.BOB, "user");
        account.put("objectId", AcmeTeams.ALICE);
        assertThat(member(account).standing()).isEqualTo(Standing.STRANGER);
    }

    @Test
    void another_tenant_or_none_makes_a_stranger() {
        JsonObject elsewhere = account("objectId", AcmeTeams.ALICE, "user");
        elsewhere.put("tenantId", AcmeTeams.OTHER_TENANT);
        assertThat(member(elsewhere).standing()).isEqualTo(Standing.STRANGER);
        elsewhere.remove("tenantId");
        assertThat(member(elsewhere).standing()).isEqualTo(Standing.STRANGER);
    }

    @Test
    void the_case_of_ids_does_not_matter() {
        JsonObject account = account("objectId", AcmeTeams.ALICE.toUpperCase(Locale.ROOT), "user");
        account.put("tenantId", AcmeTeams.TENANT.toUpperCase(Locale.ROOT));
        assertThat(member(account).standing()).isEqualTo(Standing.FULL);
    }

    @Test
    void an_e_mail_address_comes_before_the_principal_name_and_without_either_there_is_none() {
        JsonObject account = account("objectId", AcmeTeams.ALICE, "user");
        account.put("email", "alice@acme.example");
        assertThat(member(account).email()).contains("alice@acme.example");
        account.putAll(Map.of("email", " ", "userPrincipalName", ""));
        assertThat(member(account).email()).isEmpty();
    }

    private static JsonObject account(String name, String id, String role) {
        return JsonObject.builder()
                .value("id", "29:1x")
                .value("name", "Alice Archer")
                .value(name, id)
                .value("userPrincipalName", UPN)
                .value("userRole", role)
                .value("tenantId", AcmeTeams.TENANT)
                .done();
    }

    private Member member(JsonObject account) {
        stage.failNext(MEMBER, new Failure.Answered(200, JsonWriter.string((Map<String, Object>) account)));
        return stage.chat.people().member(alice, AcmeTeams.SUPPORT, Optional.empty());
    }
}
