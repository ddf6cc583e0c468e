package dev.belay.conversation.people;

import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A channel that nobody was invited into, because the settings name no responders, is seen by nobody: the shared channel gets one
 * line that leads there. What is confidential goes to the operations channel, and says the number only.
 */
public final class AskForResponders {
    /** Under this id it is stored that the line was said. */
    public static final String ID = "asked_for_responders";

    private static final String INVITED = new ChannelSetup.Invitation(List.of()).id();

    private final TellOperators operators;

    public AskForResponders(TellOperators operators) {
        this.operators = operators;
    }

    public boolean isDue(Standing link, RecordSnapshot record, Settings settings) {
        return !record.ended()
                && !link.conversation().setUp().containsKey(INVITED)
                && !link.conversation().setUp().containsKey(ID)
                && !BringPeople.broughtAnybody(link)
                && settings.route(record, link.platform())
                        .filter(route -> route.responders().isEmpty())
                        .isPresent();
    }

    /**
     * Says it, at least once.
     *
     * @throws dev.belay.failure.ExternalFailure when the shared channel does not take it
     */
    public void ask(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        String there = chat.channels().link(link.conversation().channel(), Optional.empty());
        boolean confidential =
                link.placement().isPrivate() || DrawCard.isConfidential(record, link.placement(), settings);
        Optional<Channel> shared = settings.route(record, link.platform())
                .filter(_ -> !confidential)
                .flatMap(route -> shared(route, link.platform()));
        if (shared.isPresent()) {
            chat.messages()
                    .announce(
                            shared.get(),
                            Card.heading(record) + " has a channel, and nobody was invited into it. Join it there: "
                                    + there);
        } else {
            operators.surely(ID + " " + link.key(), unseen(link, record, there), settings);
        }
    }

    /** For the operations channel, which may be open to more people than the record is. */
    public static String unseen(Standing link, RecordSnapshot record, String there) {
        return record.number() + " has a channel in " + link.platform().label() + ", " + there
                + ", and nobody was invited into it: invite people by hand, and name responders in its route.";
    }

    private static Optional<Channel> shared(Route route, Platform platform) {
        return route.sharedChannel()
                .map(id -> new Channel(
                        platform, route.workspace(), route.teams().stream().findFirst(), id, ""));
    }
}
