package dev.belay.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.Message;
import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.platform.Cards;
import dev.belay.slack.block.CardBlocks;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Instant;
import java.util.Optional;

/** Posts cards, finds again the ones that we posted, and draws them anew. */
final class SlackCards implements Cards {
    private static final System.Logger LOG = System.getLogger(SlackCards.class.getName());

    private final SlackCalls calls;
    private final OwnMessages own;

    SlackCards(SlackCalls calls, OwnMessages own) {
        this.calls = calls;
        this.own = own;
    }

    @Override
    public PostedCard post(Channel channel, Card card, String marker) {
        ChatPostMessageResponse answer = calls.call(
                channel,
                SlackMethod.POST,
                client -> client.chatPostMessage(r -> r.channel(channel.id())
                        .text(CardBlocks.text(card))
                        .blocks(CardBlocks.blocks(card))
                        .metadata(CardBlocks.metadata(card, marker))
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        if (answer.getTs() == null) {
            throw new OutcomeUnknown(Platform.SLACK.id(), "chat.postMessage answered without a ts");
        }
        return new PostedCard(answer.getTs(), card.generation());
    }

    @Override
    public Optional<PostedCard> findOwn(Channel channel, String marker, Instant since) {
        return own.find(channel, Optional.empty(), CardBlocks.EVENT, marker, since)
                .map(message -> new PostedCard(message.getTs(), generation(message)));
    }

    /** A card is left alone that somebody deleted, that may not be edited any more, or whose channel is archived or deleted. */
    @Override
    public boolean update(Channel channel, String message, Card card, String marker) {
        ChatUpdateResponse answer = calls.call(
                channel,
                SlackMethod.UPDATE,
                client -> client.chatUpdate(r -> r.channel(channel.id())
                        .ts(message)
                        .text(CardBlocks.text(card))
                        .blocks(CardBlocks.blocks(card))
                        .metadata(CardBlocks.metadata(card, marker))));
        if (!answer.isOk()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the card of {0} cannot be changed any more: {1}",
                    card.record(),
                    answer.getError());
        }
        return answer.isOk();
    }

    private static long generation(Message message) {
        return OwnMessages.payload(message, CardBlocks.EVENT).get("generation") instanceof Number number
                ? number.longValue()
                : -1;
    }
}
