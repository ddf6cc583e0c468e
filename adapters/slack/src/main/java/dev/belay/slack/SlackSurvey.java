package dev.belay.slack;

import com.google.gson.Gson;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.Purpose;
import com.slack.api.model.Topic;
import com.slack.api.util.json.GsonFactory;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.platform.Bearing;
import dev.belay.platform.Mentions;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.slack.block.CardBlocks;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through a workspace's channels, archived ones too: all public ones, and the private ones that the bot is in
 * (docs.slack.dev/reference/methods/conversations.list).
 */
final class SlackSurvey implements Survey {
    /** "We recommend no more than 200 results at a time" (docs.slack.dev/apis/web-api/pagination). */
    private static final int PAGE = 200;

    private static final int NEWEST = 100;
    private static final int MOST_PEOPLE = 50;
    private static final Gson JSON = GsonFactory.createSnakeCase();

    private final SlackCalls calls;
    private final Bots bots;

    SlackSurvey(SlackCalls calls, Bots bots) {
        this.calls = calls;
        this.bots = bots;
    }

    @Override
    public List<String> places(String workspace) {
        return List.of(workspace);
    }

    @Override
    public Page page(String workspace, String place, Optional<String> after) {
        Bots.Bot bot = bots.of(workspace);
        Pages.Page<Conversation> page = listed(workspace, bot, after);
        return new Page(
                page.items().stream()
                        .filter(found -> found.getId() != null)
                        .map(found -> seen(workspace, bot, found))
                        .toList(),
                page.next());
    }

    /** A cursor ends some time after it was given (docs.slack.dev/apis/web-api/pagination). */
    private Pages.Page<Conversation> listed(String workspace, Bots.Bot bot, Optional<String> after) {
        try {
            return listedAsAllowed(workspace, bot, after);
        } catch (Rejected e) {
            if (after.isPresent() && e.said().startsWith("invalid_cursor")) {
                return listedAsAllowed(workspace, bot, Optional.empty());
            }
            throw e;
        }
    }

    /** Without the scope for private channels, the public ones are listed alone. */
    private Pages.Page<Conversation> listedAsAllowed(String workspace, Bots.Bot bot, Optional<String> after) {
        try {
            return listed(
                    workspace, bot, after, List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL));
        } catch (Rejected _) {
            return listed(workspace, bot, after, List.of(ConversationType.PUBLIC_CHANNEL));
        }
    }

    private Pages.Page<Conversation> listed(
            String workspace, Bots.Bot bot, Optional<String> after, List<ConversationType> types) {
        ConversationsListResponse answer = calls.call(
                workspace,
                SlackMethod.LIST_CHANNELS,
                client -> client.conversationsList(r -> r.types(types)
                        .excludeArchived(false)
                        .limit(PAGE)
                        .cursor(after.orElse(null))
                        .teamId(bot.team().orElse(null))));
        return Pages.Page.of(answer.getChannels(), answer.getResponseMetadata());
    }

    /** That it is shared within an organization lets in nobody of another one. */
    private static SeenChannel seen(String workspace, Bots.Bot bot, Conversation found) {
        Optional<String> creator = Optional.ofNullable(found.getCreator()).filter(id -> !id.isBlank());
        return new SeenChannel(
                new Channel(
                        Platform.SLACK,
                        workspace,
                        Optional.empty(),
                        found.getId(),
                        Optional.ofNullable(found.getName()).orElse("")),
                new SeenChannel.Traits(
                        found.isArchived(),
                        found.isPrivate(),
                        found.isExtShared() || found.isPendingExtShared(),
                        found.isMember()),
                new SeenChannel.Origin(
                        creator.filter(bot.user()::equals).isPresent(),
                        Optional.empty(),
                        creator.map(id -> new ChatUser(Platform.SLACK, workspace, id)),
                        Instant.ofEpochSecond(
                                Optional.ofNullable(found.getCreated()).orElse(0))),
                head(found));
    }

    private static String head(Conversation found) {
        Stream<String> topic = Stream.ofNullable(found.getTopic()).map(Topic::getValue);
        Stream<String> purpose = Stream.ofNullable(found.getPurpose()).map(Purpose::getValue);
        return Stream.concat(topic, purpose)
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<SeenChannel> show(Channel channel) {
        ConversationsInfoResponse answer = calls.call(
                channel, SlackMethod.LOOK_AT_CHANNEL, client -> client.conversationsInfo(r -> r.channel(channel.id())));
        return answer.isOk() && answer.getChannel() != null
                ? Optional.of(seen(channel.workspace(), bots.of(channel.workspace()), answer.getChannel()))
                : Optional.empty();
    }

    /** Each conversation has its card. */
    @Override
    public boolean canBear(Optional<String> thread) {
        return true;
    }

    /** The card's metadata; a message that another posted in its place says nothing. */
    @Override
    public Bearing bearing(Channel channel, Optional<String> thread, String card) {
        Bots.Bot bot = bots.of(channel.workspace());
        return history(channel, Optional.of(card), 1)
                .filter(message -> card.equals(message.getTs()) && OwnMessages.isOf(bot, message))
                .findFirst()
                .flatMap(SlackSurvey::borne)
                .<Bearing>map(Bearing.Bears::new)
                .orElseGet(Bearing.Nothing::new);
    }

    private static Optional<RecordRef> borne(Message message) {
        Map<String, Object> payload = OwnMessages.payload(message, CardBlocks.EVENT);
        String table = String.valueOf(payload.get("table"));
        String id = String.valueOf(payload.get("sys_id"));
        return RecordRef.isTable(table) && SysId.isSysId(id) ? Optional.of(RecordRef.of(table, id)) : Optional.empty();
    }

    /** The first ones: what they are is asked for one by one. */
    @Override
    public Company company(Channel channel, Function<ChatUser, Member> member) {
        Bots.Bot bot = bots.of(channel.workspace());
        ConversationsMembersResponse answer = calls.call(
                channel,
                SlackMethod.MEMBERS,
                client ->
                        client.conversationsMembers(r -> r.channel(channel.id()).limit(MOST_PEOPLE)));
        Pages.Page<String> page = Pages.Page.of(answer.getMembers(), answer.getResponseMetadata());
        List<Member> members = page.items().stream()
                .filter(id -> !bot.user().equals(id))
                .map(id -> member.apply(new ChatUser(Platform.SLACK, channel.workspace(), id)))
                .toList();
        return Company.of(members, page.next().isEmpty());
    }

    @Override
    public boolean mentions(SeenChannel channel, List<String> words) {
        return Mentions.in(channel.says(), words)
                || history(channel.channel(), Optional.empty(), NEWEST)
                        .anyMatch(message -> Mentions.in(words(message), words));
    }

    /** What a message says: an older integration's bot may say it in attachments or blocks alone. */
    private static String words(Message message) {
        return message.getText() + " " + JSON.toJson(message.getAttachments()) + " " + JSON.toJson(message.getBlocks());
    }

    /** @param only one message alone, else the newest ones */
    private Stream<Message> history(Channel channel, Optional<String> only, int most) {
        ConversationsHistoryResponse answer = calls.call(
                channel,
                SlackMethod.HISTORY,
                client -> client.conversationsHistory(r -> r.channel(channel.id())
                        .oldest(only.orElse(null))
                        .latest(only.orElse(null))
                        .inclusive(true)
                        .includeAllMetadata(true)
                        .limit(most)));
        return answer.getMessages() == null ? Stream.empty() : answer.getMessages().stream();
    }
}
