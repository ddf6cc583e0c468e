package dev.belay.conversation.draw;

import dev.belay.action.Actions;
import dev.belay.card.Card;
import dev.belay.chat.Platform;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Placement;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import java.util.Optional;

/** Draws a record's card for one place: in a public place nothing is shown of a record whose route is private now. */
public final class DrawCard {
    private DrawCard() {}

    public static Card of(RecordSnapshot record, ConversationLink there, Records records, Settings settings) {
        String link = records.link(record.ref());
        if (isConfidential(record, there.placement(), settings)) {
            return Card.reduced(record, link);
        }
        Card card = Card.of(
                record,
                link,
                settings.table(record.ref().table()).card(),
                Actions.offeredOn(record, there.platform(), settings));
        Card reasoned = there.placement()
                .noRoom()
                .filter(_ -> !record.ended())
                .map(why -> card.and("No channel of its own", why.reason()))
                .orElse(card);
        return recorded(record, there, settings)
                .map(notice -> reasoned.and("Recorded", notice))
                .orElse(reasoned);
    }

    /** What a conversation says of what is recorded there: its card is the first message in it. */
    private static Optional<String> recorded(RecordSnapshot record, ConversationLink there, Settings settings) {
        boolean dedicated = there.placement().isDedicated();
        return settings.route(record, there.platform())
                .flatMap(route -> route.recording().notice(dedicated, marking(there.platform(), settings)));
    }

    /** How somebody marks a message. Teams tells a bot of its menu alone. */
    private static String marking(Platform platform, Settings settings) {
        String adds = "adds from a message's menu (Add to record)";
        if (platform != Platform.SLACK) {
            return adds;
        }
        String reacts = Optional.ofNullable(settings.chats().get(platform))
                .flatMap(ChatSettings::markingReaction)
                .map(emoji -> "reacts to with :" + emoji + ":, ")
                .orElse("");
        return "pins, " + reacts + "or " + adds;
    }

    /** The old card of a record that was promoted: it leads to the new conversation, and nothing is done from it. */
    public static Card goneOn(ChatPlatform chat, Standing now, RecordSnapshot record, String url) {
        return Card.goesOn(record, url, place(chat, now));
    }

    /** The address of a conversation's channel. */
    public static String place(ChatPlatform chat, Standing there) {
        return chat.channels().link(there.conversation().channel(), Optional.empty());
    }

    /** Whether the record must not be shown in this place: asked each time, since a record may become private later. */
    public static boolean isConfidential(RecordSnapshot record, Placement place, Settings settings) {
        return !place.isPrivate() && settings.keepsPrivate(record);
    }
}
