package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.conversation.place.ChannelName;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.LinkStatus;
import dev.belay.link.NewClaim;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.settings.SampleSettings;
import dev.belay.step.Settling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One worker's run at making a conversation: what it leaves on the link when it cannot be finished. */
final class ProvisioningTest {
    private final Room room = new Room();
    private final RecordRef ref = room.opened(1);

    @Test
    void a_name_that_is_taken_gets_a_part_of_the_sys_id() {
        room.chat.makeForeignChannel(name());
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.conversation(ref).channel().name())
                .isEqualTo(ChannelName.candidates(room.record(ref), Platform.SLACK, 1)
                        .get(1));
        assertThat(room.link(ref).placement().channel())
                .isEqualTo(room.conversation(ref).channel().name());
    }

    @Test
    void where_every_name_is_taken_the_record_stands_in_the_shared_channel() {
        ChannelName.candidates(room.record(ref), Platform.SLACK, 1).forEach(room.chat::makeForeignChannel);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.link(ref).placement().noRoom().orElseThrow().reason())
                .isEqualTo("Slack refuses to make one: every name for it is taken");
        assertThat(room.shown(room.chat.shared())).contains("every name for it is taken");
    }

    @Test
    void a_creation_whose_outcome_is_unknown_is_left_to_settle_and_then_looked_for() {
        room.chat.loseNextCreation(true);
        assertThatThrownBy(() -> room.open(ref)).isInstanceOf(OutcomeUnknown.class);
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.AMBIGUOUS);
        assertThat(room.open(ref))
                .isEqualTo(new Opening.Held(room.clock.instant().plus(Settling.TIME)));
        room.clock.advance(Settling.TIME);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.chat.channelsNamed(name())).isEqualTo(1);
    }

    @Test
    void a_post_whose_outcome_is_unknown_keeps_the_channel_that_was_made() {
        room.chat.loseNextPost(true);
        assertThatThrownBy(() -> room.open(ref)).isInstanceOf(OutcomeUnknown.class);
        assertThat(claimed().channel()).isPresent();
        assertThat(claimed().card()).isEmpty();
        room.clock.advance(Settling.TIME);
        room.open(ref);
        assertThat(room.chat.cards(room.conversation(ref).channel())).hasSize(1);
    }

    @Test
    void a_platform_that_does_not_answer_costs_no_wait_for_the_lease() {
        Calls down = Calls.failing("Channels.create", () -> new Unavailable("chat", "down", Optional.empty()));
        assertThatThrownBy(() -> room.open(ref, down, false)).isInstanceOf(Unavailable.class);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
    }

    /** A rate limit says that nothing was made, so that nothing is looked for, and the record may have changed. */
    @Test
    void where_nothing_was_made_the_place_is_decided_anew_and_nothing_is_looked_for() {
        Calls limited = Calls.failing(
                "Channels.create", () -> new Unavailable("chat", "limited", Optional.of(Duration.ofSeconds(30))));
        assertThatThrownBy(() -> room.open(ref, limited, false)).isInstanceOf(Unavailable.class);
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.PLACEMENT_REFUSED);
        room.change(ref, RecordState.RESOLVED);
        assertThat(room.open(ref)).isInstanceOf(Opening.NotWanted.class);
        assertThat(room.seen(ref).channels()).isZero();
        room.change(ref, RecordState.IN_PROGRESS);
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, true);
        assertThat(calls.names()).contains("Channels.create").doesNotContain("Channels.findOwn");
    }

    @Test
    void a_refusal_after_something_was_made_does_not_move_the_conversation() {
        Calls no = Calls.failing("Cards.post", () -> new Rejected("chat", "invalid_blocks"));
        assertThatThrownBy(() -> room.open(ref, no, false)).isInstanceOf(Rejected.class);
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.PROVISIONING);
        room.settings = SampleSettings.routed(List.of());
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
    }

    @Test
    void refused_credentials_are_a_refusal_to_make_anything() {
        Calls no = Calls.failing("Channels.create", () -> new CredentialsRefused("chat", "token revoked"));
        assertThatThrownBy(() -> room.open(ref, no, false)).isInstanceOf(CredentialsRefused.class);
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.PLACEMENT_REFUSED);
    }

    @Test
    void a_refusal_in_a_resumed_run_says_nothing_of_what_the_earlier_one_made() {
        room.chat.loseNextCreation(true);
        assertThatThrownBy(() -> room.open(ref)).isInstanceOf(OutcomeUnknown.class);
        room.clock.advance(Settling.TIME);
        Calls no = Calls.failing("Channels.findOwn", () -> new Rejected("chat", "missing_scope"));
        assertThatThrownBy(() -> room.open(ref, no, true)).isInstanceOf(Rejected.class);
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.AMBIGUOUS);
    }

    @Test
    void a_record_that_does_not_take_the_note_has_its_conversation_all_the_same() {
        room.records.refuseNext(new Rejected(Records.SYSTEM, "a business rule aborted it"));
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.counted).containsExactly("ConversationNoteFailed slack");
        assertThat(room.conversation(ref).shows(room.record(ref).modCount())).isTrue();
    }

    @Test
    void a_field_that_does_not_take_the_conversation_is_counted() {
        room.records.overruleNext("x_belay_chat_slack");
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.counted).containsExactly("ConversationFieldFailed slack");
        assertThat(room.records.notes(ref)).hasSize(1);
    }

    @Test
    void a_note_whose_outcome_is_unknown_is_looked_for_and_not_written_again() {
        room.records.loseNext(true);
        assertThatThrownBy(() -> room.open(ref)).isInstanceOf(OutcomeUnknown.class);
        room.clock.advance(Settling.TIME);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.records.notes(ref)).hasSize(1);
    }

    @Test
    void what_our_own_note_left_is_shown_already() {
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, false);
        assertThat(calls.names()).doesNotContain("Cards.update");
    }

    @Test
    void what_somebody_wrote_while_it_was_opened_is_drawn() {
        Calls calls = Calls.interrupted("Records.change", () -> room.change(ref, RecordState.ON_HOLD));
        room.open(ref, calls, false);
        assertThat(calls.names()).contains("Cards.update");
        assertThat(room.shown(room.conversation(ref).channel())).contains("On Hold");
    }

    @Test
    void a_channel_of_ours_that_another_record_is_bound_to_is_not_taken() {
        Calls killed = new Calls(call -> {
            if (call.name().equals("Channels.create")) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> room.open(ref, killed, false)).isInstanceOf(Killed.class);
        RecordRef namesake = namesake();
        room.open(namesake);
        assertThat(room.conversation(namesake).channel().name()).isEqualTo(name());
        room.clock.advance(NewClaim.LEASE);
        assertThat(room.open(ref, Calls.undisturbed(), true)).isEqualTo(new Opening.Agreed());
        assertThat(room.conversation(ref).channel().id())
                .isNotEqualTo(room.conversation(namesake).channel().id());
    }

    /** Another record, whose number and words are the same. */
    private RecordRef namesake() {
        RecordSnapshot record = room.record(ref);
        RecordRef other = RecordRef.of("incident", "0".repeat(32));
        room.records.put(new RecordSnapshot(
                other,
                record.number(),
                record.shortDescription(),
                record.priority(),
                record.life(),
                record.assignment(),
                record.details(),
                record.openedAt(),
                record.modCount(),
                record.chronicle()));
        return other;
    }

    @Test
    void a_worker_whose_claim_was_resumed_while_it_finished_lets_go() {
        Calls slow = Calls.interrupted("ConversationLinks.ready", () -> {
            room.clock.advance(NewClaim.LEASE);
            room.open(ref, Calls.undisturbed(), true);
        });
        assertThat(room.open(ref, slow, false)).isInstanceOf(Opening.Held.class);
        assertThat(slow.names()).doesNotContain("Channels.setUp");
        assertThat(room.chat.channelsNamed(name())).isEqualTo(1);
    }

    private String name() {
        return ChannelName.name(room.record(ref), Platform.SLACK);
    }

    private Claimed claimed() {
        return (Claimed) room.link(ref);
    }
}
