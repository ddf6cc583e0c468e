package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.PostedCard;
import dev.belay.failure.Rejected;
import dev.belay.record.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Messages} keep. */
public interface MessagesContract extends StagedPlatform {
    @Test
    default void an_announcement_is_read_by_everyone() {
        messages().announce(stage().shared(), "The team is nearly full.");
        assertThat(stage().sentences(stage().shared())).containsExactly("The team is nearly full.");
        assertThat(stage().cards(stage().shared())).isEmpty();
    }

    @Test
    default void a_private_answer_reaches_one_person_only() {
        ChatUser alice = stage().person(Standing.FULL);
        Optional<CardButton> offer = Optional.of(new CardButton(
                CardAction.TAKE_OVER, Sample.REF, 4, "0a1b2c3d4e5f", Optional.of("5137153cc611227c000bbd1bd8cd2005")));
        PostedCard card = cards().post(stage().shared(), NEW, MARKER);
        messages()
                .tell(
                        alice,
                        conversation(Optional.of(card.message())),
                        Optional.empty(),
                        new PrivateAnswer("It is Bob's.", offer));
        assertThat(stage().privately(alice)).singleElement().asString().contains("It is Bob's.");
        assertThat(stage().privately(stage().bystander())).isEmpty();
        assertThat(stage().cards(stage().shared())).hasSize(1);
        assertThat(stage().sentences(stage().shared())).isEmpty();
    }

    @Test
    default void what_is_said_directly_reaches_one_person_and_shows_in_no_channel() {
        ChatUser alice = stage().person(Standing.FULL);
        PostedCard card = cards().post(stage().shared(), NEW, MARKER);
        Optional<CardButton> offer = Optional.of(new CardButton(
                CardAction.TAKE_OVER, Sample.REF, 4, "0a1b2c3d4e5f", Optional.of("5137153cc611227c000bbd1bd8cd2005")));
        messages().tellDirectly(alice, Optional.empty(), new PrivateAnswer("It was dropped.", offer));
        messages().tellDirectly(alice, Optional.empty(), PrivateAnswer.of("It is not known."));
        assertThat(stage().directly(alice)).hasSize(2);
        assertThat(stage().directly(alice).getFirst()).contains("It was dropped.");
        assertThat(stage().directly(alice).getLast()).contains("It is not known.");
        assertThat(stage().directly(stage().bystander())).isEmpty();
        assertThat(stage().cards(stage().shared()))
                .extracting(ChatStage.ShownCard::message)
                .containsExactly(card.message());
        assertThat(stage().sentences(stage().shared())).isEmpty();
    }

    @Test
    default void somebody_whom_the_platform_lets_us_begin_no_chat_with_is_rejected() {
        ChatUser alice = stage().person(Standing.FULL);
        stage().refuseDirectly();
        assertThatThrownBy(() -> messages().tellDirectly(alice, Optional.empty(), PrivateAnswer.of("It was dropped.")))
                .isInstanceOf(Rejected.class);
        assertThat(stage().directly(alice)).isEmpty();
    }

    private Messages messages() {
        return chat().messages();
    }

    private Cards cards() {
        return chat().cards();
    }

    private ConversationId conversation(Optional<String> thread) {
        return new ConversationId(
                chat().platform(), stage().workspace(), stage().shared().id(), thread);
    }
}
