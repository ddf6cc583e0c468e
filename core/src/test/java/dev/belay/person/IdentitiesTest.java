package dev.belay.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who somebody in chat is, and for how long that is believed. */
final class IdentitiesTest {
    private static final ChatUser CAROL = new ChatUser(Platform.SLACK, "T01ACME", "U01CAROL");
    private static final String CAROLS = "carol@acme.example";
    private static final String ALICES = "alice@acme.example";

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final Identities identities = new Identities(new InMemoryUserMap(clock), directory);

    IdentitiesTest() {
        directory.user("Alice Archer", ALICES);
        directory.user("Carol Chen", CAROLS);
    }

    @Test
    void who_is_known_is_looked_up_once_in_thirty_days() {
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
        clock.advance(Duration.ofDays(29));
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
        assertThat(directory.identityLookUps()).isOne();
        clock.advance(Duration.ofDays(2));
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
        assertThat(directory.identityLookUps()).isEqualTo(2);
    }

    @Test
    void an_entry_that_rests_on_another_address_than_the_person_has_now_is_not_believed() {
        assertThat(name(ALICES)).isEqualTo("Alice Archer");
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
        assertThat(of(Optional.empty())).isEqualTo(new Identity.Unmapped());
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
    }

    @Test
    void the_case_of_an_address_and_blanks_around_it_make_it_no_other() {
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
        assertThat(name(" Carol@ACME.example ")).isEqualTo("Carol Chen");
        assertThat(directory.identityLookUps()).isOne();
    }

    @Test
    void who_presses_after_they_were_given_a_user_is_known_at_once_and_names_their_messages_too() {
        Member erin = new Member(
                new ChatUser(Platform.SLACK, "T01ACME", "U01ERIN"),
                Member.Standing.FULL,
                "Erin",
                Optional.of("erin@acme.example"));
        assertThat(author(erin)).isEqualTo(new Identity.Unmapped());
        directory.user("Erin Eich", "erin@acme.example");
        clock.advance(Duration.ofMinutes(6));
        assertThat(author(erin)).isEqualTo(new Identity.Unmapped());
        assertThat(identities.of(erin, SampleSettings.slack())).isInstanceOf(Identity.Known.class);
        assertThat(author(erin)).isInstanceOf(Identity.Known.class);
        assertThat(directory.identityLookUps()).isEqualTo(2);
    }

    @Test
    void a_name_is_that_of_a_user_only_as_long_as_the_address_counts() {
        Member carol = new Member(CAROL, Member.Standing.FULL, "Carol", Optional.of(CAROLS));
        assertThat(author(carol)).isInstanceOf(Identity.Known.class);
        assertThat(author(carol, SampleSettings.mailOf("contractors.example"))).isEqualTo(new Identity.Unmapped());
        assertThat(author(carol)).isInstanceOf(Identity.Known.class);
        assertThat(directory.identityLookUps()).isOne();
    }

    private Identity author(Member member, Settings settings) {
        return identities.author(member.user(), () -> member, settings).identity();
    }

    private Identity author(Member member) {
        return author(member, SampleSettings.slack());
    }

    @Test
    void a_miss_is_believed_for_minutes_only() {
        assertThat(of(Optional.of("new@acme.example"))).isEqualTo(new Identity.Unmapped());
        directory.user("New Person", "new@acme.example");
        assertThat(of(Optional.of("new@acme.example"))).isEqualTo(new Identity.Unmapped());
        clock.advance(Duration.ofMinutes(6));
        assertThat(name("new@acme.example")).isEqualTo("New Person");
    }

    @Test
    void an_address_that_two_have_is_nobody_s() {
        directory.user("Other Carol", CAROLS);
        assertThat(of(Optional.of(CAROLS))).isEqualTo(new Identity.Ambiguous());
    }

    @Test
    void an_address_that_cannot_be_asked_for_is_asked_for_by_nobody_and_not_remembered() {
        assertThat(of(Optional.of("carol^ORactive=true@acme.example"))).isEqualTo(new Identity.Unaskable());
        assertThat(directory.identityLookUps()).isZero();
        assertThat(name(CAROLS)).isEqualTo("Carol Chen");
    }

    @Test
    void whoever_is_no_active_user_any_more_is_not_confirmed_however_well_remembered() {
        SysId carol = known();
        assertThat(confirmed()).isInstanceOf(Identity.Known.class);
        directory.remove(carol);
        assertThat(of(Optional.of(CAROLS))).isInstanceOf(Identity.Known.class);
        assertThat(confirmed()).isEqualTo(new Identity.Unmapped());
        assertThat(of(Optional.of(CAROLS))).isEqualTo(new Identity.Unmapped());
    }

    @Test
    void whose_address_another_user_has_by_now_is_confirmed_as_that_one() {
        SysId carol = known();
        directory.add(new PlatformUser(carol, "Carol Chen", "carol.chen@acme.example"));
        PlatformUser other = new PlatformUser(new SysId("0123456789abcdef0123456789abcdef"), "Carol Croft", CAROLS);
        directory.add(other);
        assertThat(confirmed()).isEqualTo(new Identity.Known(other));
    }

    @Test
    void who_was_looked_up_just_now_is_not_asked_for_twice() {
        assertThat(confirmed()).isInstanceOf(Identity.Known.class);
        assertThat(directory.identityLookUps()).isOne();
        assertThat(confirmed()).isInstanceOf(Identity.Known.class);
        assertThat(directory.identityLookUps()).isOne();
    }

    @Test
    void who_has_an_address_that_does_not_count_is_nobody_and_that_is_not_remembered() {
        Member carol = new Member(CAROL, Member.Standing.FULL, "Carol", Optional.of(CAROLS));
        Settings others = SampleSettings.mailOf("contractors.example");
        assertThat(identities.of(carol, others)).isInstanceOf(Identity.Unmapped.class);
        assertThat(identities.confirmed(carol, others)).isInstanceOf(Identity.Unmapped.class);
        assertThat(directory.identityLookUps()).isZero();
        assertThat(identities.of(carol, SampleSettings.slack())).isInstanceOf(Identity.Known.class);
        assertThat(identities.of(carol, others)).isInstanceOf(Identity.Unmapped.class);
    }

    private SysId known() {
        return ((Identity.Known) of(Optional.of(CAROLS))).user().sysId();
    }

    private Identity confirmed() {
        return identities.confirmed(
                new Member(CAROL, Member.Standing.FULL, "Carol", Optional.of(CAROLS)), SampleSettings.slack());
    }

    private String name(String email) {
        return of(Optional.of(email)) instanceof Identity.Known(PlatformUser user) ? user.name() : "nobody";
    }

    private Identity of(Optional<String> email) {
        return identities.of(new Member(CAROL, Member.Standing.FULL, "Carol", email), SampleSettings.slack());
    }
}
