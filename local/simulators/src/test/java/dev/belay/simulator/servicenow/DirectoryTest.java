package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What users and roles look like over the Table API. */
final class DirectoryTest {
    private static final String FIELDS =
            "&sysparm_fields=user,user.email,user.active,role.name,state,inherited&sysparm_exclude_reference_link=true";

    private final Instance instance = new Instance().soft();

    @AfterEach
    void stop() {
        instance.close();
    }

    private List<JsonObject> roles(Person person, String roles) {
        String query = "user=" + person.sysId() + "^role.nameIN" + roles + "^state=active^user.active=true";
        return results(instance.get(
                        "/api/now/table/sys_user_has_role?sysparm_query=" + query.replace("^", "%5E") + FIELDS))
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    // ServiceNow documentation, "REST API": its own example walks role.name and user.name.
    @Test
    void a_role_is_a_row_that_can_be_walked() {
        assertThat(roles(instance.jane, "major_incident_manager,mim_manager"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("user", instance.jane.sysId())
                        .containsEntry("user.email", "jane@acme.example")
                        .containsEntry("user.active", "true")
                        .containsEntry("role.name", "major_incident_manager")
                        .containsEntry("state", "active")
                        .containsEntry("inherited", "false"));
    }

    // ServiceNow documentation, "Role Management V2": inherited roles are rows of their own.
    @Test
    void a_role_that_another_contains_or_a_group_gives_is_an_inherited_row() {
        Person max = instance.snow.people().person("Max", "max", "max@acme.example", "sn_mim_admin");
        Person ida = instance.snow.people().person("Ida", "ida", "ida@acme.example");
        instance.snow
                .people()
                .inherit(ida, "mim_manager", instance.snow.people().group("Major incidents"));

        assertThat(roles(max, "mim_manager"))
                .singleElement()
                .extracting("inherited")
                .isEqualTo("true");
        assertThat(roles(ida, "mim_manager"))
                .singleElement()
                .extracting("inherited")
                .isEqualTo("true");
    }

    @Test
    void a_role_taken_away_or_not_active_or_of_a_person_who_left_is_not_found() {
        Person max = instance.snow.people().person("Max", "max", "max@acme.example", "mim_manager");
        Person ida = instance.snow.people().person("Ida", "ida", "ida@acme.example", "mim_manager");
        instance.snow.people().revoke(instance.jane, "major_incident_manager");
        instance.snow.people().roleState(max, "mim_manager", "requested");
        instance.snow.people().deactivate(ida);

        assertThat(roles(instance.jane, "major_incident_manager")).isEmpty();
        assertThat(roles(max, "mim_manager")).isEmpty();
        assertThat(roles(ida, "mim_manager")).isEmpty();
    }

    // ServiceNow documentation, "Table API": this is how a check of a role by query fails open.
    @Test
    void a_mistyped_field_finds_somebody_else_s_role() {
        Person max = instance.snow.people().person("Max", "max", "max@acme.example");

        assertThat(results(instance.query(
                        "sys_user_has_role", "usr=" + max.sysId() + "^role.name=major_incident_manager")))
                .hasSize(1);
    }

    @Test
    void an_e_mail_may_belong_to_two() {
        instance.snow.people().person("Jane Twin", "jane.twin", "jane@acme.example");

        assertThat(results(instance.query("sys_user", "email=jane@acme.example")))
                .hasSize(2);
    }

    @Test
    void an_address_is_found_by_the_sys_id_of_its_user() {
        assertThat(Instance.result(instance.get(
                        "/api/now/table/sys_user/" + instance.jane.sysId() + "?sysparm_fields=sys_id,email,active")))
                .containsEntry("email", "jane@acme.example")
                .containsEntry("active", "true");
    }

    @Test
    void the_members_of_a_group_are_rows_that_can_be_walked() {
        String group = instance.snow.people().group("Databases");
        Person max = instance.snow.people().person("Max", "max", "max@acme.example");
        instance.snow.people().join(instance.jane, group);
        instance.snow.people().join(max, group);
        instance.snow.people().leave(max, group);

        assertThat(results(instance.get("/api/now/table/sys_user_grmember?sysparm_query=group=" + group
                        + "%5Euser.active=true&sysparm_fields=user.email,group.name")))
                .singleElement()
                .satisfies(row -> assertThat((JsonObject) row)
                        .containsEntry("user.email", "jane@acme.example")
                        .containsEntry("group.name", "Databases"));
    }
}
