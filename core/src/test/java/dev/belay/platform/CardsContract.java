package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.PostedCard;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.platform.ChatStage.ShownCard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Cards} keep. */
public interface CardsContract extends StagedPlatform {
    @Test
    default void a_card_shows_the_record_and_its_actions() {
        Channel channel = channel();
        PostedCard posted = cards().post(channel, NEW, MARKER);
        assertThat(posted.generation()).isEqualTo(NEW.generation());
        ShownCard shown = card(channel);
        assertThat(shown.message()).isEqualTo(posted.message());
        assertThat(shown.words()).contains("INC0010023", "Checkout down", "P1", "New", "nobody yet");
        assertThat(shown.buttons()).containsExactly("ack");
    }

    @Test
    default void a_card_posted_under_a_lost_answer_is_found_by_its_marker() {
        Channel channel = channel();
        stage().loseNextPost(true);
        assertThatThrownBy(() -> cards().post(channel, NEW, MARKER)).isInstanceOf(OutcomeUnknown.class);
        PostedCard found = cards().findOwn(channel, MARKER, stage().now()).orElseThrow();
        assertThat(found).isEqualTo(new PostedCard(card(channel).message(), NEW.generation()));
        assertThat(cards().findOwn(channel, "another marker", stage().now())).isEmpty();
    }

    @Test
    default void no_card_is_found_when_the_post_never_arrived() {
        Channel channel = channel();
        stage().loseNextPost(false);
        assertThatThrownBy(() -> cards().post(channel, NEW, MARKER)).isInstanceOf(OutcomeUnknown.class);
        assertThat(cards().findOwn(channel, MARKER, stage().now())).isEmpty();
    }

    @Test
    default void a_card_is_found_among_many() {
        Channel channel = channel();
        PostedCard first = cards().post(channel, NEW, MARKER);
        for (int i = 0; i < 7; i++) {
            stage().pass(Duration.ofSeconds(2));
            cards().post(channel, NEW, "marker " + i);
        }
        assertThat(cards().findOwn(channel, MARKER, stage().now().minusSeconds(14)))
                .contains(first);
    }

    @Test
    default void a_message_that_another_posted_is_never_our_card() {
        stage().imitate(stage().shared(), MARKER);
        assertThat(cards().findOwn(stage().shared(), MARKER, stage().now())).isEmpty();
    }

    @Test
    default void an_update_shows_the_new_state_to_everyone_and_may_be_repeated() {
        Channel channel = channel();
        PostedCard posted = cards().post(channel, NEW, MARKER);
        cards().update(channel, posted.message(), TAKEN, MARKER);
        cards().update(channel, posted.message(), TAKEN, MARKER);
        ShownCard shown = card(channel);
        assertThat(shown.words()).contains("In Progress", "Alice Archer").doesNotContain("nobody yet");
        assertThat(shown.buttons()).isEmpty();
    }

    @Test
    default void a_card_that_somebody_deleted_is_let_be() {
        Channel channel = channel();
        PostedCard posted = cards().post(channel, NEW, MARKER);
        stage().deleteMessage(channel, posted.message());
        cards().update(channel, posted.message(), TAKEN, MARKER);
        assertThat(stage().cards(channel)).isEmpty();
    }

    @Test
    default void a_card_in_a_channel_that_somebody_closed_is_let_be() {
        Channel channel = channel();
        PostedCard posted = cards().post(channel, NEW, MARKER);
        stage().closeChannel(channel);
        assertThatCode(() -> cards().update(channel, posted.message(), TAKEN, MARKER))
                .doesNotThrowAnyException();
    }

    @Test
    default void an_updated_card_is_found_with_its_new_generation() {
        Channel channel = channel();
        PostedCard posted = cards().post(channel, NEW, MARKER);
        cards().update(channel, posted.message(), TAKEN, MARKER);
        assertThat(cards().findOwn(channel, MARKER, stage().now()))
                .contains(new PostedCard(posted.message(), TAKEN.generation()));
    }

    private Cards cards() {
        return chat().cards();
    }

    private ShownCard card(Channel channel) {
        List<ShownCard> cards = stage().cards(channel);
        assertThat(cards).hasSize(1);
        return cards.getFirst();
    }
}
