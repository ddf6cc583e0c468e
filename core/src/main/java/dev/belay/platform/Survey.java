package dev.belay.platform;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** Whether the platform's own side can say anything of a conversation at all. It costs no call. */
    boolean canBear(Optional<String> thread);

    /**
     * What the platform's own side says of a conversation of ours.
     *
     * @param thread the thread that the conversation is, in a channel of many
     * @param card its card's message
     */
    Bearing bearing(Channel channel, Optional<String> thread, String card);

    /**
     * Who is in a channel.
     *
     * @param member knows a person of the platform: asked where the platform lists their ids alone
     * @throws dev.belay.failure.Rejected when the platform does not tell
     */
    Company company(Channel channel, Function<ChatUser, Member> member);

    /**
     * The people of a channel; bots are none.
     *
     * @param guests how many of them are guests, or belong to no workspace of ours
     * @param whole whether these are all, not the first ones alone
     */
    record Company(int people, int guests, boolean whole) {
        public static Company of(List<Member> members, boolean whole) {
            List<Member> people = members.stream()
                    .filter(member -> member.standing() != Member.Standing.BOT)
                    .toList();
            long guests = people.stream()
                    .filter(member ->
                            member.standing() == Member.Standing.GUEST || member.standing() == Member.Standing.STRANGER)
                    .count();
            return new Company(people.size(), (int) guests, whole);
        }
    }

    /** Whether one of these words stands by itself ({@link Mentions}) at the head of the channel or in one of its newest messages. */
    boolean mentions(SeenChannel channel, List<String> words);
}
