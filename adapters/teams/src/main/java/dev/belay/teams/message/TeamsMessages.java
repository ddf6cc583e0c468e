package dev.belay.teams.message;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.Rejected;
import dev.belay.platform.Messages;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.card.AdaptiveCards;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.util.Optional;

/**
 * Says things in Teams: to one person by a targeted message where the tenant has them, else in their own chat with us, else by a
 * word in the thread that names nobody.
 */
public final class TeamsMessages implements Messages {
    private static final System.Logger LOG = System.getLogger(TeamsMessages.class.getName());
    private static final String NEUTRAL =
            "There is an answer here for one person alone. Whoever pressed or asked: add this app for yourself, and it can tell you.";

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final ChannelThreads threads;

    public TeamsMessages(TeamsCalls calls, TeamsEndpoints endpoints, ChannelThreads threads) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.threads = threads;
    }

    @Override
    public void tell(ChatUser user, ConversationId at, Optional<ReplyAddress> reply, PrivateAnswer answer) {
        JsonObject activity = Activities.card(AdaptiveCards.answer(answer), AdaptiveCards.summary(answer));
        URI base = endpoints.service(user.workspace(), reply);
        if (targeted(user, at, base, activity) || direct(user, base, activity)) {
            return;
        }
        calls.need(user.workspace(), Operation.TELL, thread(at, base, ""), Optional.of(Activities.text(NEUTRAL)));
    }

    @Override
    public void tellDirectly(ChatUser user, Optional<ReplyAddress> reply, PrivateAnswer answer) {
        JsonObject activity = Activities.card(AdaptiveCards.answer(answer), AdaptiveCards.summary(answer));
        if (!direct(user, endpoints.service(user.workspace(), reply), activity)) {
            throw new Rejected(Platform.TEAMS.id(), "the person has not added the app for themselves");
        }
    }

    private boolean targeted(ChatUser user, ConversationId at, URI base, JsonObject activity) {
        JsonObject targeted = new JsonObject(activity);
        targeted.put("recipient", JsonObject.builder().value("id", user.id()).done());
        return told(user, thread(at, base, "?isTargetedActivity=true"), targeted);
    }

    private static URI thread(ConversationId at, URI base, String query) {
        String conversation = at.thread()
                .map(root -> TeamsEndpoints.thread(at.channel(), root))
                .orElseGet(() -> TeamsEndpoints.encoded(at.channel()));
        return TeamsEndpoints.under(base, "conversations/" + conversation + "/activities" + query);
    }

    private boolean direct(ChatUser user, URI base, JsonObject activity) {
        JsonObject body = JsonObject.builder()
                .value("isGroup", false)
                .value("tenantId", user.workspace())
                .value("bot", JsonObject.builder().value("id", endpoints.self()).done())
                .value(
                        "members",
                        JsonArray.from(
                                JsonObject.builder().value("id", user.id()).done()))
                .object("channelData")
                .object("tenant")
                .value("id", user.workspace())
                .end()
                .end()
                .value("activity", activity)
                .done();
        return told(user, TeamsEndpoints.under(base, "conversations"), body);
    }

    private boolean told(ChatUser user, URI address, JsonObject body) {
        return switch (calls.call(user.workspace(), Operation.TELL, address, Optional.of(body))) {
            case Outcome.Done _ -> true;
            case Outcome.Refused refused -> {
                LOG.log(
                        System.Logger.Level.INFO,
                        "a private answer was refused ({0} {1}): another way is tried",
                        refused.status(),
                        refused.code());
                yield false;
            }
        };
    }

    @Override
    public void announce(Channel channel, String sentence) {
        threads.begin(channel, Operation.SAY, Activities.text(sentence));
    }
}
