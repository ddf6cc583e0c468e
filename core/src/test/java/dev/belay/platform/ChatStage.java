package dev.belay.platform;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A chat platform from outside: what its people see there and do, and how it is made to fail. */
public interface ChatStage {
    /**
     * A card as everyone in its channel sees it.
     *
     * @param words all its words, in order
     * @param buttons the ids of its buttons' actions
     */
    record ShownCard(String message, String words, List<String> buttons) {}

    String workspace();

    /** A channel that stood before us, and that we and the people of every standing are in. */
    Channel shared();

    Instant now();

    void pass(Duration time);

    /** Somebody of this standing, the same one each time. */
    ChatUser person(Member.Standing standing);

    /** Another full member than {@link #person} tells. */
    ChatUser bystander();

    /** Somebody whom nobody can bring into a channel of ours. */
    ChatUser outsider();

    /** Somebody makes a group of these people; tells its id. */
    String group(List<ChatUser> people);

    /** Somebody else makes a channel of this name, and invites us. */
    void makeForeignChannel(String name);

    /** Somebody else posts a message that pretends to be the card with this marker. */
    void imitate(Channel channel, String marker);

    /** The answer to the next creation of a channel is lost. */
    void loseNextCreation(boolean afterDone);

    /** The answer to the next posting of a card is lost. */
    void loseNextPost(boolean afterDone);

    /** The answer to the next saying of lines is lost. */
    void loseNextLine(boolean afterDone);

    /** The next look at a member meets a rate limit. */
    void limitNextMember(Duration wait);

    /** How many calls reached the platform so far. */
    int calls();

    int channelsNamed(String name);

    /** The cards in a channel, oldest first. */
    List<ShownCard> cards(Channel channel);

    /** Somebody who may deletes a message of ours. */
    void deleteMessage(Channel channel, String message);

    /** Somebody who may closes a channel, as people do when all is over: there it is archived, or deleted. */
    void closeChannel(Channel channel);

    /** Somebody who may writes something at the head of a channel. */
    void describeByHand(Channel channel, String words);

    /** Somebody else makes a channel of this name that people of another workspace or tenant may be in. */
    void makeOutsideChannel(String name);

    /** Somebody who may archives a channel. */
    void archiveByHand(Channel channel);

    /** Somebody who may takes a channel out of the archive. */
    void unarchiveByHand(Channel channel);

    /** Somebody who may deletes a channel. */
    void deleteByHand(Channel channel);

    void renameByHand(Channel channel, String name);

    /** Somebody who may takes our app out of a channel, or out of the team that holds it. */
    void removeApp(Channel channel);

    /** Somebody who may lets our app in again. */
    void inviteApp(Channel channel);

    /** From now on the platform lets us archive nothing. */
    void forbidArchiving();

    boolean isArchived(Channel channel);

    /** What only this person sees, oldest first. */
    List<String> privately(ChatUser person);

    /** What we said to this person in the chat that they alone have with us, oldest first. */
    List<String> directly(ChatUser person);

    /** From now on the platform lets us begin no chat with anybody. */
    void refuseDirectly();

    /** All that stands at the head of a channel. */
    String description(Channel channel);

    boolean isPrivate(Channel channel);

    /** What we said in a channel to everyone, without cards, oldest first. */
    List<String> sentences(Channel channel);

    /** The messages of lines that everyone sees in a channel, or in a thread of it, oldest first; each with its lines under one another. */
    List<String> said(Channel channel, Optional<String> thread);

    /** The ids of the people whom lines in a channel mention. */
    Set<String> mentioned(Channel channel);

    /** The addresses kept at the top of a channel. */
    List<String> bookmarks(Channel channel);

    /** The ids of the people in a channel, us included. */
    Set<String> members(Channel channel);
}
