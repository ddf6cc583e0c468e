package dev.belay.teams.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.card.Fingerprint;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.command.Command;
import dev.belay.command.CommandWords;
import dev.belay.event.FileEvent;
import dev.belay.event.LateAnswer;
import dev.belay.event.Press;
import dev.belay.message.ChatMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Words that a person wrote to our bot: all that they write in their own chat with it, elsewhere what mentions it. Where the app may
 * read a channel, it is sent much more, which is none of ours
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations).
 */
final class Words {
    /** The kind of answer, where it is counted. */
    private static final String HELP = "HELP";

    private Words() {}

    static TeamsActivity read(InboundActivity inbound, Instant acceptedAt) throws MalformedActivity {
        JsonObject activity = inbound.activity();
        Conversation conversation = Conversation.of(activity);
        String text = conversation.direct() ? activity.getString("text", "") : mentioning(activity);
        if (text.isEmpty() || !inbound.isOfPerson()) {
            return conversation.direct() || !inbound.isOfPerson()
                    ? TeamsActivity.notForUs("message")
                    : wrote(inbound, conversation, acceptedAt);
        }
        ChatUser user = new ChatUser(Platform.TEAMS, inbound.tenant(), inbound.sender());
        Optional<ReplyAddress> reply = Optional.of(new ReplyAddress(inbound.serviceUrl()));
        String id = inbound.eventId(conversation, acceptedAt);
        CommandWords words = CommandWords.read(withoutMentions(text, activity), conversation.direct() ? "" : "@Belay ");
        Optional<FileEvent> files = conversation.direct() ? Optional.empty() : files(inbound, conversation, acceptedAt);
        if (words instanceof CommandWords.Help help) {
            Optional<ChatMessage> said =
                    files.isEmpty() ? Optional.empty() : Messages.written(inbound, conversation, acceptedAt);
            LateAnswer answer = new LateAnswer(
                    id,
                    user,
                    place(inbound, conversation),
                    reply,
                    PrivateAnswer.of(help.sentence()),
                    HELP,
                    HELP + " " + Fingerprint.of(help.sentence()),
                    acceptedAt);
            return new TeamsActivity.Misspoken(answer, files, said);
        }
        CommandWords.Understood understood = (CommandWords.Understood) words;
        Command command = new Command(
                id,
                inbound.app(),
                user,
                inbound.senderTenant(),
                new Press.Place(
                        conversation.channel(),
                        conversation.direct(),
                        conversation.thread(),
                        Json.id(activity, "id"),
                        Optional.of(understood.number())),
                understood.action(),
                understood.input(),
                reply,
                acceptedAt);
        return new TeamsActivity.Commanded(command, files);
    }

    private static ConversationId place(InboundActivity inbound, Conversation conversation) {
        return new ConversationId(Platform.TEAMS, inbound.tenant(), conversation.channel(), conversation.thread());
    }

    private static TeamsActivity wrote(InboundActivity inbound, Conversation conversation, Instant acceptedAt)
            throws MalformedActivity {
        Optional<FileEvent> files = files(inbound, conversation, acceptedAt);
        return files.isEmpty()
                ? TeamsActivity.notForUs("message")
                : new TeamsActivity.Wrote(files.get(), Messages.written(inbound, conversation, acceptedAt));
    }

    /** Word that a message may have files. Whoever is of another tenant is a stranger there. */
    private static Optional<FileEvent> files(InboundActivity inbound, Conversation conversation, Instant acceptedAt)
            throws MalformedActivity {
        Optional<String> message = Json.optionalId(inbound.activity(), "id");
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileEvent.Shared(
                        inbound.eventId(conversation, acceptedAt),
                        place(inbound, conversation),
                        message.get(),
                        new ChatUser(Platform.TEAMS, inbound.tenant(), inbound.sender()),
                        List.of(),
                        acceptedAt));
    }

    /** The text, where it mentions our bot; else nothing. */
    private static String mentioning(JsonObject activity) {
        String bot = Json.child(activity, "recipient").getString("id", "");
        for (Object each : activity.getArray("entities", new JsonArray())) {
            if (each instanceof JsonObject entity
                    && MessageText.isMention(entity)
                    && !bot.isEmpty()
                    && Json.child(entity, "mentioned").getString("id", "").equals(bot)) {
                return activity.getString("text", "");
            }
        }
        return "";
    }

    private static String withoutMentions(String text, JsonObject activity) {
        String rest = text;
        for (Object each : activity.getArray("entities", new JsonArray())) {
            if (each instanceof JsonObject entity && MessageText.isMention(entity)) {
                String mention = entity.getString("text", "");
                rest = mention.isEmpty() ? rest : rest.replace(mention, " ");
            }
        }
        return rest;
    }
}
