package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member.Standing;
import dev.belay.failure.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How every platform brings people into conversations. */
public interface InvitationsContract extends StagedPlatform {
    @Test
    default void whoever_is_invited_sees_the_channel_and_once_is_enough() {
        Channel channel = channel();
        List<Invitee> both = List.of(alice(), bystander());
        List<Invited> first = chat().channels().invite(channel, Optional.empty(), both);
        assertThat(first)
                .noneMatch(Invited.Absent.class::isInstance)
                .extracting(Invited::who)
                .isEqualTo(both);
        assertThat(stage().members(channel))
                .contains(
                        stage().person(Standing.FULL).id(), stage().bystander().id());
        assertThat(chat().channels().invite(channel, Optional.empty(), both))
                .allMatch(Invited.Present.class::isInstance);
    }

    @Test
    default void whoever_cannot_come_is_told_of_with_what_to_do_and_keeps_nobody_else_out() {
        Channel channel = channel();
        Invitee outsider = invitee(stage().outsider());
        List<Invited> came =
                chat().channels().invite(channel, Optional.empty(), List.of(outsider, alice(), unknown(), bystander()));
        assertThat(came)
                .extracting(invited -> invited instanceof Invited.Absent)
                .containsExactly(true, false, true, false);
        assertThat(came).filteredOn(Invited.Absent.class::isInstance).allSatisfy(absent -> assertThat(
                        ((Invited.Absent) absent).why())
                .startsWith("is ")
                .contains(": ")
                .doesNotContain("@"));
        assertThat(stage().members(channel))
                .contains(stage().person(Standing.FULL).id());
    }

    @Test
    default void where_nobody_can_come_each_is_told_of() {
        assertThat(chat().channels()
                        .invite(channel(), Optional.empty(), List.of(invitee(stage().outsider()), unknown())))
                .hasSize(2)
                .allMatch(Invited.Absent.class::isInstance);
    }

    @Test
    default void people_of_the_shared_channel_see_its_threads_anyway() {
        String thread = chat().cards().post(stage().shared(), NEW, MARKER).message();
        assertThat(chat().channels().invite(stage().shared(), Optional.of(thread), List.of(alice(), bystander())))
                .allMatch(Invited.Present.class::isInstance);
    }

    @Test
    default void more_people_than_fit_into_one_call_are_invited() {
        Channel channel = channel();
        List<Invitee> many = new ArrayList<>(List.of(alice(), bystander()));
        for (int i = 0; i < 120; i++) {
            many.add(invitee(new ChatUser(chat().platform(), stage().workspace(), "U0NOBODY" + i)));
        }
        List<Invited> came = chat().channels().invite(channel, Optional.empty(), many);
        assertThat(came).hasSize(122);
        assertThat(came.subList(0, 2)).noneMatch(Invited.Absent.class::isInstance);
        assertThat(came.subList(2, 122)).allMatch(Invited.Absent.class::isInstance);
    }

    @Test
    default void a_group_in_chat_has_its_people() {
        ChatUser alice = stage().person(Standing.FULL);
        String group = stage().group(List.of(alice, stage().bystander()));
        Optional<String> team = stage().shared().team();
        assertThat(chat().people().inGroup(stage().workspace(), team, group))
                .containsExactlyInAnyOrder(alice, stage().bystander());
        assertThatThrownBy(() -> chat().people().inGroup(stage().workspace(), team, "S0NONE"))
                .isInstanceOf(Rejected.class);
    }

    private Invitee alice() {
        return invitee(stage().person(Standing.FULL));
    }

    private Invitee bystander() {
        return invitee(stage().bystander());
    }

    /** Nobody has the address. */
    private static Invitee unknown() {
        return new Invitee("Else Where", Optional.empty(), Optional.of("else@acme.example"), false);
    }

    private static Invitee invitee(ChatUser user) {
        return new Invitee(user.id(), Optional.of(user), Optional.empty(), false);
    }
}
