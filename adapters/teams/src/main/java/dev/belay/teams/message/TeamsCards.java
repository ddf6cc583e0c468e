package dev.belay.teams.message;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.platform.Cards;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.card.AdaptiveCards;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Posts cards through the Bot Connector, changes them, and finds them again through Graph. */
public final class TeamsCards implements Cards {
    private static final System.Logger LOG = System.getLogger(TeamsCards.class.getName());

    /** learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status codes". */
    private static final Set<String> DELETED = Set.of("ActivityNotFoundInConversation", "ConversationNotFound");

    /** What the Bot Connector answers when a message may not be changed, whatever its code. */
    private static final int BAD_REQUEST = 400;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final ChannelThreads threads;

    public TeamsCards(TeamsCalls calls, TeamsEndpoints endpoints, ChannelThreads threads) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.threads = threads;
    }

    @Override
    public PostedCard post(Channel channel, Card card, String marker) {
        JsonObject answer = threads.begin(channel, Operation.POST_CARD, activity(card, marker));
        String message = answer.getString("activityId", "");
        if (message.isEmpty()) {
            throw new OutcomeUnknown(Platform.TEAMS.id(), "the Bot Connector answered without an activity");
        }
        return new PostedCard(message, card.generation());
    }

    private static JsonObject activity(Card card, String marker) {
        return Activities.card(AdaptiveCards.card(card, marker), AdaptiveCards.summary(card));
    }

    /** A card is left alone that somebody deleted, by itself or with its channel, or that the Bot Connector refuses to change. */
    @Override
    public boolean update(Channel channel, String message, Card card, String marker) {
        URI address = endpoints.bot(
                channel,
                "conversations/" + TeamsEndpoints.thread(channel.id(), message) + "/activities/"
                        + TeamsEndpoints.encoded(message));
        Outcome outcome =
                calls.call(channel.workspace(), Operation.UPDATE_CARD, address, Optional.of(activity(card, marker)));
        return switch (outcome) {
            case Outcome.Done _ -> true;
            case Outcome.Refused refused -> {
                if (refused.status() != BAD_REQUEST && !DELETED.contains(refused.code())) {
                    throw refused.rejected(Operation.UPDATE_CARD, TeamsCalls.advice(refused));
                }
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the card of {0} cannot be changed any more: {1} {2}",
                        card.record(),
                        refused.status(),
                        refused.code());
                yield false;
            }
        };
    }

    @Override
    public Optional<PostedCard> findOwn(Channel channel, String marker, Instant since) {
        return threads.findOwn(
                        channel, since, message -> generation(message, marker).isPresent())
                .map(message -> new PostedCard(
                        message.getString("id", ""), generation(message, marker).orElseThrow()));
    }

    private static OptionalLong generation(JsonObject message, String marker) {
        return GraphItems.objects(message.getArray("attachments", new JsonArray())).stream()
                .map(attachment -> AdaptiveCards.generation(attachment.getString("content", ""), marker))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }
}
