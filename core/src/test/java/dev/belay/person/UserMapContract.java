package dev.belay.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.record.SysId;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link UserMap} keeps. */
public interface UserMapContract {
    PlatformUser JANE =
            new PlatformUser(new SysId("62826bf03710200044e0bfc8bcbe5df1"), "Jane Doe", "jane@acme.example");

    UserMap map();

    MovedClock clock();

    /** A person whom no test had before. */
    ChatUser stranger();

    /** Whether the store still has something about the person, expired or not. */
    boolean holds(ChatUser user);

    @Test
    default void nobody_is_known_before() {
        assertThat(map().find(stranger())).isEmpty();
    }

    @Test
    default void what_was_found_is_remembered() {
        for (Identity identity : List.of(new Identity.Known(JANE), new Identity.Unmapped(), new Identity.Ambiguous())) {
            ChatUser user = stranger();
            map().remember(user, entry(identity));
            assertThat(map().find(user)).contains(entry(identity));
        }
    }

    @Test
    default void a_person_is_remembered_in_their_own_workspace_only() {
        ChatUser user = stranger();
        map().remember(user, entry(new Identity.Known(JANE)));
        assertThat(map().find(new ChatUser(Platform.SLACK, user.workspace() + "2", user.id())))
                .isEmpty();
        assertThat(map().find(new ChatUser(Platform.SLACK, user.workspace(), user.id() + "2")))
                .isEmpty();
    }

    @Test
    default void ids_that_read_alike_are_told_apart() {
        ChatUser user = stranger();
        map().remember(new ChatUser(Platform.SLACK, "a#b", user.id()), entry(new Identity.Known(JANE)));
        assertThat(map().find(new ChatUser(Platform.SLACK, "a", "b#" + user.id())))
                .isEmpty();
    }

    @Test
    default void an_e_mail_is_kept_in_lower_case() {
        ChatUser user = stranger();
        map().remember(
                        user,
                        entry(new Identity.Known(new PlatformUser(JANE.sysId(), JANE.name(), "Jane@ACME.example"))));
        assertThat(map().find(user)).contains(entry(new Identity.Known(JANE)));
    }

    @Test
    default void what_is_found_later_replaces_what_was_found_before() {
        ChatUser user = stranger();
        map().remember(user, entry(new Identity.Known(JANE)));
        map().remember(user, entry(new Identity.Unmapped()));
        assertThat(map().find(user)).contains(entry(new Identity.Unmapped()));
        map().remember(user, entry(new Identity.Known(JANE)));
        assertThat(map().find(user)).contains(entry(new Identity.Known(JANE)));
    }

    @Test
    default void a_mapping_lives_30_days() {
        ChatUser user = stranger();
        map().remember(user, entry(new Identity.Known(JANE)));
        clock().advance(Duration.ofDays(30).minusSeconds(2));
        assertThat(map().find(user)).isPresent();
    }

    @Test
    default void an_expired_mapping_is_ignored_although_the_store_still_holds_it() {
        ChatUser user = stranger();
        map().remember(user, entry(new Identity.Known(JANE)));
        clock().advance(Duration.ofDays(30));
        assertThat(holds(user)).isTrue();
        assertThat(map().find(user)).isEmpty();
    }

    @Test
    default void a_miss_lives_minutes() {
        for (Identity miss : List.of(new Identity.Unmapped(), new Identity.Ambiguous())) {
            ChatUser user = stranger();
            map().remember(user, entry(miss));
            clock().advance(Duration.ofMinutes(4));
            assertThat(map().find(user)).contains(entry(miss));
            clock().advance(Duration.ofMinutes(1));
            assertThat(holds(user)).isTrue();
            assertThat(map().find(user)).isEmpty();
        }
    }

    @Test
    default void the_address_that_it_was_found_by_is_remembered() {
        ChatUser user = stranger();
        UserMap.Entry found = new UserMap.Entry(new Identity.Known(JANE), "j.doe@acme.example");
        map().remember(user, found);
        assertThat(map().find(user)).contains(found);
        map().remember(user, new UserMap.Entry(new Identity.Unmapped(), ""));
        assertThat(map().find(user)).contains(new UserMap.Entry(new Identity.Unmapped(), ""));
    }

    @Test
    default void all_that_is_kept_under_an_address_is_shown_in_whatever_case_and_what_has_expired_too() {
        String address = "j" + stranger().id().toLowerCase(Locale.ROOT) + "@acme.example";
        PlatformUser jane = new PlatformUser(JANE.sysId(), JANE.name(), address);
        ChatUser known = stranger();
        ChatUser missed = stranger();
        map().remember(known, new UserMap.Entry(new Identity.Known(jane), address));
        map().remember(missed, new UserMap.Entry(new Identity.Unmapped(), address));
        map().remember(stranger(), entry(new Identity.Known(JANE)));
        clock().advance(Duration.ofMinutes(6));
        assertThat(map().under(address.toUpperCase(Locale.ROOT)))
                .extracting(UserMap.Kept::user)
                .containsExactlyInAnyOrder(known, missed);
        assertThat(map().find(missed)).isEmpty();
        assertThat(map().under(address))
                .filteredOn(kept -> kept.user().equals(known))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.identity()).contains(new Identity.Known(jane));
                    assertThat(kept.expires())
                            .isEqualTo(clock().instant()
                                    .minus(Duration.ofMinutes(6))
                                    .plus(Duration.ofDays(30))
                                    .truncatedTo(ChronoUnit.SECONDS));
                });
    }

    @Test
    default void a_person_who_was_found_by_another_address_is_shown_under_both() {
        ChatUser user = stranger();
        String chat = "c" + user.id().toLowerCase(Locale.ROOT) + "@acme.example";
        String there = "s" + user.id().toLowerCase(Locale.ROOT) + "@acme.example";
        map().remember(
                        user,
                        new UserMap.Entry(
                                new Identity.Known(new PlatformUser(JANE.sysId(), JANE.name(), there)), chat));
        assertThat(map().under(chat)).extracting(UserMap.Kept::user).containsExactly(user);
        assertThat(map().under(there)).extracting(UserMap.Kept::user).containsExactly(user);
    }

    @Test
    default void who_is_forgotten_is_gone_at_once_and_stays_gone() {
        ChatUser user = stranger();
        ChatUser other = stranger();
        map().remember(user, entry(new Identity.Known(JANE)));
        map().remember(other, entry(new Identity.Known(JANE)));
        assertThat(map().forget(user)).isTrue();
        assertThat(map().forget(user)).as("nothing is kept any more").isFalse();
        assertThat(map().find(user)).isEmpty();
        assertThat(holds(user)).isFalse();
        assertThat(map().under(JANE.email()))
                .extracting(UserMap.Kept::user)
                .doesNotContain(user)
                .contains(other);
        map().remember(user, entry(new Identity.Known(JANE)));
        assertThat(map().find(user)).as("who presses again is looked up again").isPresent();
    }

    @Test
    default void what_the_platform_showed_is_remembered_as_long_as_the_entry() {
        for (Member.Standing standing : Member.Standing.values()) {
            ChatUser user = stranger();
            UserMap.Entry seen = new UserMap.Entry(
                    new Identity.Unmapped(), "", Optional.of(new UserMap.Seen("Jané # Doe", standing)));
            map().remember(user, seen);
            assertThat(map().find(user)).contains(seen);
        }
    }

    @Test
    default void a_miss_names_its_author_for_30_days_and_is_believed_by_no_press() {
        UserMap.Seen seen = new UserMap.Seen("Gus", Member.Standing.GUEST);
        for (Identity miss : List.of(new Identity.Unmapped(), new Identity.Ambiguous())) {
            ChatUser user = stranger();
            map().remember(user, new UserMap.Entry(miss, JANE.email(), Optional.of(seen)));
            clock().advance(Duration.ofDays(30).minusSeconds(2));
            assertThat(map().named(user)).contains(new UserMap.Named(Optional.of(miss), JANE.email(), seen));
            assertThat(map().find(user)).isEmpty();
            clock().advance(Duration.ofSeconds(3));
            assertThat(map().named(user)).isEmpty();
        }
    }

    @Test
    default void what_a_press_finds_names_the_author_too() {
        ChatUser user = stranger();
        UserMap.Seen seen = new UserMap.Seen("Jane", Member.Standing.FULL);
        map().remember(user, new UserMap.Entry(new Identity.Unmapped(), JANE.email(), Optional.of(seen)));
        map().remember(user, new UserMap.Entry(new Identity.Known(JANE), JANE.email(), Optional.of(seen)));
        assertThat(map().named(user))
                .contains(new UserMap.Named(Optional.of(new Identity.Known(JANE)), JANE.email(), seen));
        map().remember(user, entry(new Identity.Known(JANE)));
        assertThat(map().named(user)).as("nothing was shown").isEmpty();
    }

    @Test
    default void who_was_only_seen_has_no_identity_and_is_found_by_address_and_forgotten() {
        ChatUser user = stranger();
        String address = "m" + user.id().toLowerCase(Locale.ROOT) + "@acme.example";
        UserMap.Seen seen = new UserMap.Seen("Jane", Member.Standing.FULL);
        map().rememberSeen(user, address, seen);
        assertThat(map().find(user)).isEmpty();
        assertThat(map().named(user)).contains(new UserMap.Named(Optional.empty(), address, seen));
        assertThat(map().under(address)).singleElement().satisfies(kept -> {
            assertThat(kept.identity()).isEmpty();
            assertThat(kept.seen()).contains(seen);
        });
        map().forget(user);
        assertThat(holds(user)).isFalse();
        map().rememberSeen(user, "", seen);
        clock().advance(Duration.ofDays(31));
        assertThat(map().named(user)).isEmpty();
    }

    @Test
    default void who_is_seen_after_it_was_found_who_they_are_stays_who_they_are_until_that_expires() {
        UserMap.Seen seen = new UserMap.Seen("Jane", Member.Standing.FULL);
        UserMap.Seen later = new UserMap.Seen("Jane Roe", Member.Standing.GUEST);
        for (Identity identity : List.of(new Identity.Known(JANE), new Identity.Unmapped(), new Identity.Ambiguous())) {
            ChatUser user = stranger();
            map().remember(user, new UserMap.Entry(identity, JANE.email(), Optional.of(seen)));
            map().rememberSeen(user, "", later);
            assertThat(map().named(user)).contains(new UserMap.Named(Optional.of(identity), JANE.email(), seen));
            clock().advance(Duration.ofDays(30));
            map().rememberSeen(user, "", later);
            assertThat(map().named(user)).contains(new UserMap.Named(Optional.empty(), "", later));
        }
        ChatUser user = stranger();
        map().rememberSeen(user, "", seen);
        map().rememberSeen(user, "", later);
        assertThat(map().named(user)).contains(new UserMap.Named(Optional.empty(), "", later));
    }

    private static UserMap.Entry entry(Identity identity) {
        return new UserMap.Entry(identity, JANE.email());
    }
}
