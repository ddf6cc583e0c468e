package dev.belay.simulator.slack.conversation;

import dev.belay.simulator.slack.call.Method;
import java.util.List;
import java.util.stream.Stream;

/** The whole family of {@code conversations.*}, and {@code users.conversations}. */
public final class ConversationMethods {
    private ConversationMethods() {}

    public static List<Method> all() {
        return Stream.of(
                        ChannelMethods.all(),
                        MembershipMethods.all(),
                        DirectMethods.all(),
                        DescriptionMethods.all(),
                        HistoryMethods.all(),
                        ListingMethods.all())
                .flatMap(List::stream)
                .toList();
    }
}
