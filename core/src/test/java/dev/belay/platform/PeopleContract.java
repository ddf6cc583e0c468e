package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.failure.Unavailable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every platform's {@link People} keep. */
public interface PeopleContract extends StagedPlatform {
    @Test
    default void only_full_members_are_full_and_guests_are_guests() {
        for (Standing standing : Standing.values()) {
            ChatUser person = stage().person(standing);
            assertThat(member(person).standing() == Standing.FULL)
                    .as(person.id())
                    .isEqualTo(standing == Standing.FULL);
        }
        assertThat(member(stage().person(Standing.GUEST)).standing()).isEqualTo(Standing.GUEST);
        assertThat(member(stage().person(Standing.STRANGER)).standing()).isEqualTo(Standing.STRANGER);
        ChatUser nobody = new ChatUser(chat().platform(), stage().workspace(), "U0NOBODY");
        assertThat(member(nobody).standing()).isEqualTo(Standing.STRANGER);
    }

    @Test
    default void a_full_member_has_a_name_and_an_e_mail() {
        Member alice = member(stage().person(Standing.FULL));
        assertThat(alice.name()).isNotBlank();
        assertThat(alice.email()).isPresent();
    }

    @Test
    default void a_full_member_is_found_by_e_mail_and_nobody_else_is() {
        ChatUser alice = stage().person(Standing.FULL);
        String email = member(alice).email().orElseThrow();
        assertThat(withEmail(email)).contains(alice);
        assertThat(withEmail(email.toUpperCase(Locale.ROOT))).contains(alice);
        assertThat(withEmail("nobody@acme.example")).isEmpty();
        member(stage().person(Standing.GUEST)).email().ifPresent(theirs -> assertThat(withEmail(theirs))
                .isEmpty());
    }

    @Test
    default void a_rate_limit_says_how_long_and_holds_for_the_next_call() {
        ChatUser alice = stage().person(Standing.FULL);
        stage().limitNextMember(Duration.ofSeconds(40));
        assertThat(limited(alice)).contains(Duration.ofSeconds(40));
        int calls = stage().calls();
        stage().pass(Duration.ofSeconds(10));
        assertThat(limited(alice)).contains(Duration.ofSeconds(30));
        assertThat(stage().calls()).isEqualTo(calls);
        stage().pass(Duration.ofSeconds(31));
        assertThat(member(alice).standing()).isEqualTo(Standing.FULL);
    }

    private Optional<Duration> limited(ChatUser person) {
        return catchThrowableOfType(Unavailable.class, () -> member(person)).retryAfter();
    }

    private Optional<ChatUser> withEmail(String email) {
        return chat().people()
                .withEmail(stage().workspace(), email, stage().shared().id(), Optional.empty());
    }

    private Member member(ChatUser person) {
        return chat().people().member(person, stage().shared().id(), Optional.empty());
    }
}
