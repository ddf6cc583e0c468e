package dev.belay.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.record.SysId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Directory} keeps. */
public interface DirectoryContract {
    Directory directory();

    /** Adds an active user who holds these roles there. */
    SysId user(String name, String email, String... roles);

    void deactivate(SysId user);

    void lock(SysId user);

    /** Takes a role away from a user, however it was held. */
    void revoke(SysId user, String role);

    /** Gives a role to a user by way of a group. */
    void inherit(SysId user, String role);

    /** Makes a group of users. */
    SysId group(String name, SysId... members);

    @Test
    default void a_user_is_found_by_e_mail() {
        SysId jane = user("Jane Doe", "jane@acme.example");
        user("Bob Ross", "bob@acme.example");
        assertThat(directory().activeWithEmail("jane@acme.example"))
                .containsExactly(new PlatformUser(jane, "Jane Doe", "jane@acme.example"));
    }

    @Test
    default void an_e_mail_asked_in_capitals_finds_the_same() {
        SysId jane = user("Jane Doe", "jane@acme.example");
        assertThat(found("Jane@ACME.example")).containsExactly(jane);
    }

    @Test
    default void an_e_mail_that_has_capitals_there_is_found_as_given() {
        SysId jane = user("Jane Doe", "Jane@ACME.example");
        assertThat(found("Jane@ACME.example")).containsExactly(jane);
    }

    @Test
    default void a_user_is_found_in_whatever_case_their_e_mail_is_written_there() {
        SysId jane = user("Jane Doe", "jAnE.dOe@aCmE.ExAmPlE");
        user("Jane Do", "jane.do@acme.example");
        assertThat(found("Jane.Doe@acme.example")).containsExactly(jane);
    }

    @Test
    default void users_whose_e_mails_differ_in_case_alone_are_all_found() {
        SysId jane = user("Jane Doe", "jane.doe@acme.example");
        SysId other = user("Jane Other", "jane.dOE@acme.example");
        assertThat(found("jane.doe@acme.example")).containsExactlyInAnyOrder(jane, other);
    }

    @Test
    default void nobody_has_an_unknown_e_mail() {
        user("Jane Doe", "jane@acme.example");
        assertThat(found("joe@acme.example")).isEmpty();
    }

    /** In a large company a short address is within many others. */
    @Test
    default void an_e_mail_that_many_others_contain_is_found_all_the_same() {
        for (int i = 0; i < 1_100; i++) {
            user("Somebody " + i, i + ".jo@acme.example");
        }
        assertThat(found("jo@acme.example")).isEmpty();
        SysId jo = user("Jo Dee", "JO@acme.example");
        assertThat(found("jo@acme.example")).containsExactly(jo);
    }

    @Test
    default void every_user_who_shares_an_e_mail_is_found() {
        SysId jane = user("Jane Doe", "team@acme.example");
        SysId bob = user("Bob Ross", "team@acme.example");
        assertThat(found("team@acme.example")).containsExactlyInAnyOrder(jane, bob);
    }

    @Test
    default void an_inactive_or_locked_user_does_not_count() {
        SysId jane = user("Jane Doe", "team@acme.example");
        SysId bob = user("Bob Ross", "team@acme.example");
        SysId joe = user("Joe Roe", "team@acme.example");
        deactivate(jane);
        lock(bob);
        assertThat(found("team@acme.example")).containsExactly(joe);
    }

    @Test
    default void a_user_is_found_by_key_while_they_are_active() {
        SysId jane = user("Jane Doe", "jane@acme.example");
        SysId bob = user("Bob Ross", "bob@acme.example");
        SysId joe = user("Joe Roe", "joe@acme.example");
        deactivate(bob);
        lock(joe);
        assertThat(directory().find(jane)).contains(new PlatformUser(jane, "Jane Doe", "jane@acme.example"));
        assertThat(directory().find(bob)).isEmpty();
        assertThat(directory().find(joe)).isEmpty();
        assertThat(directory().find(new SysId("0123456789abcdef0123456789abcdef")))
                .isEmpty();
    }

    @Test
    default void a_group_has_its_active_members_and_no_more_than_are_wanted() {
        SysId jane = user("Jane Doe", "jane@acme.example");
        SysId bob = user("Bob Ross", "bob@acme.example");
        SysId joe = user("Joe Roe", "joe@acme.example");
        SysId ann = user("Ann Ash", "");
        SysId outsider = user("Out Sider", "out@acme.example");
        SysId group = group("Database", jane, bob, joe, ann);
        group("Network", outsider);
        deactivate(bob);
        lock(joe);
        assertThat(directory().members(group, 20))
                .isEqualTo(new GroupMembers(
                        List.of(
                                new PlatformUser(jane, "Jane Doe", "jane@acme.example"),
                                new PlatformUser(ann, "Ann Ash", "")),
                        false));
        assertThat(directory().members(group, 1).users()).hasSize(1);
        assertThat(directory().members(group, 1).more()).isTrue();
        assertThat(directory().members(new SysId("0123456789abcdef0123456789abcdef"), 20))
                .isEqualTo(new GroupMembers(List.of(), false));
    }

    @Test
    default void what_is_no_plain_e_mail_belongs_to_nobody() {
        user("Jane Doe", "jane@acme.example");
        for (String text : List.of(
                "",
                "jane",
                "jane@acme.example^ORemailISNOTEMPTY",
                "x@acme.example^NQactive=true",
                "javascript:gs.getUserID()",
                "jane@acme.example\n",
                "jane@acme.example,bob@acme.example")) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    @Test
    default void a_role_is_held_by_whom_it_was_granted_to() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        SysId bob = user("Bob Ross", "bob@acme.example", "itil");
        assertThat(manages(jane)).isTrue();
        assertThat(manages(bob)).isFalse();
    }

    @Test
    default void one_role_of_several_is_enough() {
        SysId jane = user("Jane Doe", "jane@acme.example", "mim_manager");
        assertThat(directory().holdsAny(jane, Set.of("major_incident_manager", "mim_manager")))
                .isTrue();
    }

    @Test
    default void a_role_by_way_of_a_group_counts() {
        SysId jane = user("Jane Doe", "jane@acme.example");
        inherit(jane, "major_incident_manager");
        assertThat(manages(jane)).isTrue();
    }

    @Test
    default void a_role_that_was_taken_away_does_not_count() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        revoke(jane, "major_incident_manager");
        assertThat(manages(jane)).isFalse();
    }

    @Test
    default void an_inactive_or_locked_user_holds_no_role() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        SysId bob = user("Bob Ross", "bob@acme.example", "major_incident_manager");
        deactivate(jane);
        lock(bob);
        assertThat(manages(jane)).isFalse();
        assertThat(manages(bob)).isFalse();
    }

    @Test
    default void admin_is_not_every_role() {
        SysId admin = user("Root", "root@acme.example", "admin");
        assertThat(manages(admin)).isFalse();
    }

    @Test
    default void nobody_holds_one_of_no_roles() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        assertThat(directory().holdsAny(jane, Set.of())).isFalse();
    }

    @Test
    default void an_unknown_user_holds_nothing() {
        user("Jane Doe", "jane@acme.example", "major_incident_manager");
        assertThat(manages(new SysId("0123456789abcdef0123456789abcdef"))).isFalse();
    }

    private List<SysId> found(String email) {
        return directory().activeWithEmail(email).stream()
                .map(PlatformUser::sysId)
                .toList();
    }

    private boolean manages(SysId user) {
        return directory().holdsAny(user, Set.of("major_incident_manager"));
    }
}
