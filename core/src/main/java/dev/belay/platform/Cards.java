package dev.belay.platform;

import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.PostedCard;
import java.time.Instant;
import java.util.Optional;

/** Posts cards, finds those that we posted, and draws them anew. */
public interface Cards {
    /**
     * Posts a card.
     *
     * @param marker the claim's random marker, which the message carries
     * @throws dev.belay.failure.OutcomeUnknown when it may be there now: look with {@link #findOwn}
     */
    PostedCard post(Channel channel, Card card, String marker);

    /** The card of ours in the channel that carries this marker, posted at or after the draft's claim. */
    Optional<PostedCard> findOwn(Channel channel, String marker, Instant since);

    /**
     * Shows another state on a card to everyone. Idempotent; never an unknown outcome. A card that somebody deleted, or that the
     * platform does not let us change any more, is left alone.
     *
     * @return whether the card shows it now; false when it never will
     * @param marker the claim's random marker, which the message goes on carrying
     */
    boolean update(Channel channel, String message, Card card, String marker);
}
