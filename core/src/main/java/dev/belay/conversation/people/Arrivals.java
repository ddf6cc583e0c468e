package dev.belay.conversation.people;

import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.Invited;
import java.util.List;

/** Says in a conversation who was brought into it and who could not be, and what to do about that. */
public interface Arrivals {
    /**
     * Whoever is asked again for the same, because a worker was killed over it, says it once.
     *
     * @param id the same whenever the same people are told of
     * @throws dev.belay.failure.ExternalFailure when it could not be said yet
     */
    void tell(ChatPlatform chat, Standing link, String id, List<Invited> people);
}
