package dev.belay.conversation.tell;

import dev.belay.chat.Channel;
import dev.belay.failure.ExternalFailure;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.NoRoom;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import java.util.Optional;

/**
 * Tells those who run this, at once, that a record stands in the shared channel although it earned one of its own: of each record where
 * the platform refuses one, and once in a while that the cap is reached.
 */
public final class TellNoRoom {
    private static final String TOLD = "no_room_told";

    private final ConversationLinks links;
    private final TellOperators operators;

    public TellNoRoom(ConversationLinks links, TellOperators operators) {
        this.links = links;
        this.operators = operators;
    }

    /**
     * @throws ExternalFailure when they cannot be told yet
     */
    public void tell(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        Optional<NoRoom> why = link.placement().noRoom();
        if (why.isEmpty()
                || why.get().reason().equals(link.conversation().setUp().get(TOLD))) {
            return;
        }
        switch (why.get().kind()) {
            case REFUSED ->
                operators.surely(subject(link, why.get()), refused(chat, link, record, why.get()), settings);
            case CAP ->
                operators.once(
                        "cap " + link.platform().id() + " " + link.placement().workspace(),
                        "In " + link.platform().label() + " " + why.get().reason()
                                + ": what is neither priority 1 nor an accepted major incident goes to the shared channel, "
                                + record.number() + " first. Archive channels, or raise max_incident_channels.",
                        settings);
        }
        links.markSetUp(link, TOLD, why.get().reason());
    }

    private static String subject(Standing link, NoRoom why) {
        return "no room " + link.key() + " " + why.reason();
    }

    private static String refused(ChatPlatform chat, Standing link, RecordSnapshot record, NoRoom why) {
        Channel channel = link.conversation().channel();
        return record.number() + " has no channel of its own: " + why.reason() + ". It stands in the shared channel, "
                + chat.channels().link(channel, link.id().thread())
                + "; a channel is tried again each hour.";
    }
}
