package dev.belay.teams;

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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Posts cards through the Bot Connector, changes them, and finds them again through Graph. */
final class TeamsCards implements Cards {
    private static final System.Logger LOG = System.getLogger(TeamsCards.class.getName());
    private static final int PAGE = 50;

    /** What the Bot Connector answers when a message may not be changed, whatever its code. */
    private static final int BAD_REQUEST = 400;

    /** learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status codes". */
    private static final Set<String> GONE = Set.of("ActivityNotFoundInConversation", "ConversationNotFound");

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;

    TeamsCards(TeamsCalls calls, TeamsEndpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
    }

    @Override
    public PostedCard post(Channel channel, Card card, String marker) {
        JsonObject answer = begin(channel, Operation.POST_CARD, activity(card, marker));
        String message = answer.getString("activityId", "");
        if (message.isEmpty()) {
            throw new OutcomeUnknown(Platform.TEAMS.id(), "the Bot Connector answered without an activity");
        }
        return new PostedCard(message, card.generation());
    }

    private static JsonObject activity(Card card, String marker) {
        return Activities.card(AdaptiveCards.card(card, marker), AdaptiveCards.summary(card));
    }

    /** Begins a thread in a channel. */
    JsonObject begin(Channel channel, Operation operation, JsonObject activity) {
        JsonObject data = JsonObject.builder()
                .object("channel")
                .value("id", channel.id())
                .end()
                .object("tenant")
                .value("id", channel.workspace())
                .end()
                .done();
        JsonObject body = JsonObject.builder()
                .value("isGroup", true)
                .value("tenantId", channel.workspace())
                .value("channelData", data)
                .value("activity", activity)
                .done();
        return calls.need(channel.workspace(), operation, endpoints.bot(channel, "conversations"), Optional.of(body));
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
                if (refused.status() != BAD_REQUEST && !GONE.contains(refused.code())) {
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
        return findOwn(channel, since, message -> generation(message, marker).isPresent())
                .map(message -> new PostedCard(
                        message.getString("id", ""), generation(message, marker).orElseThrow()));
    }

    /**
     * A message of ours of this kind that is not older. New ones and those with new replies come first, so that it may stand behind
     * older ones; behind a whole page of older ones it does not.
     */
    Optional<JsonObject> findOwn(Channel channel, Instant since, Predicate<JsonObject> kind) {
        Instant oldest = since.minus(TeamsChannels.SKEW);
        Optional<URI> next = Optional.of(endpoints.graph(channel, "/messages?$top=" + PAGE));
        while (next.isPresent()) {
            JsonObject page = calls.need(channel.workspace(), Operation.LIST_MESSAGES, next.get(), Optional.empty());
            List<JsonObject> young = TeamsChannels.objects(page.getArray("value", new JsonArray())).stream()
                    .filter(message -> !TeamsChannels.created(message).isBefore(oldest))
                    .toList();
            Optional<JsonObject> ours = young.stream()
                    .filter(message -> isOurs(message) && kind.test(message))
                    .findFirst();
            if (ours.isPresent() || young.isEmpty()) {
                return ours;
            }
            next = Optional.ofNullable(page.getString("@odata.nextLink")).map(endpoints::nextPage);
        }
        return Optional.empty();
    }

    private boolean isOurs(JsonObject message) {
        JsonObject application = message.getObject("from", new JsonObject()).getObject("application", new JsonObject());
        return application.getString("id", "").equals(endpoints.app()) && !message.isString("deletedDateTime");
    }

    private static OptionalLong generation(JsonObject message, String marker) {
        return TeamsChannels.objects(message.getArray("attachments", new JsonArray())).stream()
                .map(attachment -> AdaptiveCards.generation(attachment.getString("content", ""), marker))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }
}
