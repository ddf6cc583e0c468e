package dev.belay.platform;

import dev.belay.chat.Channel;
import java.util.List;
import java.util.Optional;

/** Lists the channels that we can see, whoever made them, and shows what binds one to its record on the platform's own side. */
public interface Survey {
    /** The parts of a workspace or tenant that are listed one after another: the teams, where channels stand in teams. */
    List<String> places(String workspace);

    /**
     * Some channels of a place, archived ones among them. Where the platform does not know any more where the page before ended, the
     * place begins again: its channels are listed twice.
     *
     * @param after where the page before ended; none for the first
     * @throws dev.belay.failure.Rejected when the platform does not show us the place
     */
    Page page(String workspace, String place, Optional<String> after);

    /**
     * A page of channels.
     *
     * @param next where the next page begins; none where this is the last
     */
    record Page(List<SeenChannel> channels, Optional<String> next) {
        public Page {
            channels = List.copyOf(channels);
        }
    }

    /** One channel, asked afresh; none where the platform shows none. */
    Optional<SeenChannel> show(Channel channel);

    /**
     * What the platform's own side says of a conversation of ours.
     *
     * @param thread the thread that the conversation is, in a channel of many
     * @param card its card's message
     */
    Bearing bearing(Channel channel, Optional<String> thread, String card);

    /** Whether one of these words stands by itself ({@link Mentions}) at the head of the channel or in one of its newest messages. */
    boolean mentions(SeenChannel channel, List<String> words);
}
