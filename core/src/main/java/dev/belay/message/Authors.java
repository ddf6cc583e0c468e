package dev.belay.message;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.ReplyAddress;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.UserMap;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import dev.belay.text.PlainText;
import java.util.Optional;

/**
 * Says who wrote what, without a look-up for each message: who is remembered is not asked for, whether they still belong here or not. A
 * note is not an action.
 */
final class Authors {
    private static final int LONGEST_NAME = 80;

    private final Identities identities;

    Authors(Identities identities) {
        this.identities = identities;
    }

    Author of(ChatMessage message, ChatPlatform chat, Settings settings) {
        ChatMessage.Author author = message.author();
        UserMap.Entry entry = entry(author.user(), from(message), chat, settings);
        Standing standing = entry.seen().map(UserMap.Seen::standing).orElse(Standing.STRANGER);
        boolean outside = author.outside() || standing == Standing.GUEST || standing == Standing.STRANGER;
        String inChat = entry.seen()
                .map(UserMap.Seen::name)
                .filter(name -> !name.equals(author.user().id()))
                .or(author::name)
                .orElse(author.user().id());
        return !outside && entry.identity() instanceof Identity.Known(var user)
                ? new Author(named(user.name(), inChat), true, false, true)
                : new Author(named(inChat, author.user().id()), false, outside, standing != Standing.BOT);
    }

    /** Whether somebody who reacted is no bot. */
    boolean isPerson(Reaction reaction, ChatPlatform chat) {
        Asked asked = new Asked(reaction.at().channel(), Optional.empty());
        return seen(reaction.by(), asked, chat).standing() != Standing.BOT;
    }

    /** Where the platform is asked about somebody. */
    private record Asked(String channel, Optional<ReplyAddress> reply) {}

    private static Asked from(ChatMessage message) {
        return new Asked(message.at().channel(), message.author().reply());
    }

    /** What somebody who is mentioned in a message is called. */
    String name(TextPart.Mention mention, ChatMessage message, ChatPlatform chat) {
        if (mention.name().isPresent()) {
            return named(mention.name().get(), mention.user());
        }
        ChatUser user = new ChatUser(message.platform(), message.at().workspace(), mention.user());
        return named(seen(user, from(message), chat).name(), mention.user());
    }

    private UserMap.Seen seen(ChatUser user, Asked asked, ChatPlatform chat) {
        return identities.seen(user, () -> chat.people().member(user, asked.channel(), asked.reply()));
    }

    private static String named(String name, String otherwise) {
        String line = PlainText.line(name, LONGEST_NAME);
        return line.isEmpty() ? PlainText.line(otherwise, LONGEST_NAME) : line;
    }

    private UserMap.Entry entry(ChatUser user, Asked asked, ChatPlatform chat, Settings settings) {
        return identities.author(user, () -> chat.people().member(user, asked.channel(), asked.reply()), settings);
    }
}
