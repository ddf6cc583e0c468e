package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.message.ChatMessage.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every platform's {@link ReactedMessages} keep. */
public interface ReactedMessagesContract {
    ReactedMessages reacted();

    ReactedMessagesStage stage();

    @Test
    default void a_message_is_read_as_its_author_wrote_it() {
        Reaction reaction = stage().reaction(stage().say(Optional.empty(), "Tray 2 is broken."));
        assertThat(reacted().read(reaction)).hasValueSatisfying(message -> {
            assertThat(message.kind()).isEqualTo(Kind.MARKED);
            assertThat(message.eventId()).isEqualTo(reaction.eventId());
            assertThat(message.id()).isEqualTo(reaction.message());
            assertThat(message.at()).isEqualTo(reaction.at());
            assertThat(message.author().user()).isEqualTo(stage().author()).isNotEqualTo(reaction.by());
            assertThat(message.text()).containsExactly(new TextPart.Words("Tray 2 is broken."));
            assertThat(message.acceptedAt()).isEqualTo(reaction.acceptedAt());
            assertThat(message.writtenAt()).isBeforeOrEqualTo(reaction.acceptedAt());
        });
    }

    @Test
    default void an_answer_names_the_thread_that_it_is_in_and_is_not_taken_for_another() {
        String root = stage().say(Optional.empty(), "root");
        stage().say(Optional.of(root), "first");
        String second = stage().say(Optional.of(root), "second");
        stage().say(Optional.of(root), "third");
        assertThat(reacted().read(stage().reaction(second))).hasValueSatisfying(message -> {
            assertThat(message.id()).isEqualTo(second);
            assertThat(message.at().thread()).contains(root);
            assertThat(message.text()).containsExactly(new TextPart.Words("second"));
        });
        assertThat(reacted().read(stage().reaction(root)))
                .hasValueSatisfying(message -> assertThat(message.text()).containsExactly(new TextPart.Words("root")));
    }

    @Test
    default void what_was_changed_is_read_as_it_stands() {
        String message = stage().say(Optional.empty(), "It is dwon");
        stage().edit(message, "It is down");
        assertThat(reacted().read(stage().reaction(message)))
                .hasValueSatisfying(read -> assertThat(read.text()).containsExactly(new TextPart.Words("It is down")));
    }

    @Test
    default void what_was_deleted_is_not_there() {
        String message = stage().say(Optional.empty(), "swordfish");
        stage().delete(message);
        assertThat(reacted().read(stage().reaction(message))).isEmpty();
    }

    @Test
    default void a_message_of_ours_is_none() {
        assertThat(reacted().read(stage().reaction(stage().sayOurselves("A line of ours"))))
                .isEmpty();
    }

    @Test
    default void what_stands_where_we_are_not_is_none() {
        assertThat(reacted().read(stage().elsewhere())).isEmpty();
    }
}
