package dev.belay.conversation;

import dev.belay.conversation.OpenConversation.Run;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.conversation.place.ChannelRule;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Former;
import dev.belay.link.NewClaim;
import dev.belay.link.Placement;
import dev.belay.record.RecordSnapshot;
import java.util.Optional;

/**
 * Takes a conversation elsewhere when its record became private after its card was posted in public. The old card is reduced before
 * this is asked, and the old conversation goes on pointing to the record.
 */
final class MoveConversation {
    private final ConversationLinks links;
    private final TellOperators operators;
    private final NewClaim claims;

    MoveConversation(ConversationLinks links, TellOperators operators, NewClaim claims) {
        this.links = links;
        this.operators = operators;
        this.claims = claims;
    }

    /**
     * @return the claim on the new conversation, where there is to be one and nobody else moved it meanwhile
     */
    Optional<Claimed> elsewhere(Standing link, RecordSnapshot record, Run run) {
        if (!DrawCard.isConfidential(record, link.placement(), run.settings())) {
            return Optional.empty();
        }
        return switch (ChannelRule.decide(record, link.platform(), run.settings())) {
            case Decision.Place(Placement place)
            when place.isPrivate() && !cannotBe(place, record, run) -> {
                PromoteConversation.giveUpNext(links, link);
                yield links.move(link, claims.on(link.key(), place, Former.of(link, Former.Why.PRIVATE)));
            }
            case Decision.Place _, Decision.Nowhere _ -> Optional.empty();
        };
    }

    /** Where the platform lets no bot into a private channel, nothing is made, and the operations channel hears the number only. */
    boolean cannotBe(Placement place, RecordSnapshot record, Run run) {
        if (!place.isPrivate() || run.chat().channels().canBePrivate()) {
            return false;
        }
        operators.once(
                "private " + record.ref() + " " + run.chat().platform().id(),
                record.number() + " has no conversation in "
                        + run.chat().platform().label()
                        + ": its route is private, and bots cannot be in private channels there.",
                run.settings());
        return true;
    }
}
