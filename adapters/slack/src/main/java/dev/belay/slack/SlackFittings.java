package dev.belay.slack;

import com.slack.api.methods.response.bookmarks.BookmarksListResponse;
import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import dev.belay.chat.Channel;
import dev.belay.chat.Fitting;
import dev.belay.failure.Rejected;
import dev.belay.slack.block.SlackCards;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.util.ArrayList;
import java.util.List;

/** Topic and purpose, bookmark, pin and invitations of a channel. */
final class SlackFittings {
    private static final System.Logger LOG = System.getLogger(SlackFittings.class.getName());

    /** Of a topic and a purpose (docs.slack.dev, conversations.setTopic). */
    private static final int LONGEST = 250;

    /** People in one invitation (docs.slack.dev, conversations.invite). */
    private static final int PEOPLE = 100;

    private final SlackCalls calls;

    SlackFittings(SlackCalls calls) {
        this.calls = calls;
    }

    void fit(Channel channel, Fitting fitting) {
        switch (fitting) {
            case Fitting.Description about -> describe(channel, about.topic(), about.purpose());
            case Fitting.Bookmark bookmark -> bookmark(channel, bookmark);
            case Fitting.Pin(String message) -> pin(channel, message);
            case Fitting.Invitation(List<String> users) -> invite(channel, users);
        }
    }

    /** A no to the topic does not cost the purpose. */
    private void describe(Channel channel, String topic, String purpose) {
        try {
            topic(channel, SlackCards.plainly(topic, LONGEST));
        } finally {
            purpose(channel, SlackCards.plainly(purpose, LONGEST));
        }
    }

    private void topic(Channel channel, String text) {
        calls.call(
                channel.workspace(),
                SlackMethod.SET_TOPIC,
                client -> client.conversationsSetTopic(
                        r -> r.channel(channel.id()).topic(text)));
    }

    private void purpose(Channel channel, String text) {
        calls.call(
                channel.workspace(),
                SlackMethod.SET_PURPOSE,
                client -> client.conversationsSetPurpose(
                        r -> r.channel(channel.id()).purpose(text)));
    }

    private void bookmark(Channel channel, Fitting.Bookmark bookmark) {
        BookmarksListResponse there = calls.call(
                channel.workspace(),
                SlackMethod.BOOKMARKS,
                client -> client.bookmarksList(r -> r.channelId(channel.id())));
        boolean known = there.getBookmarks() != null
                && there.getBookmarks().stream()
                        .anyMatch(other -> bookmark.url().equals(other.getLink()));
        if (!known) {
            calls.call(
                    channel.workspace(),
                    SlackMethod.BOOKMARK,
                    client -> client.bookmarksAdd(r -> r.channelId(channel.id())
                            .title(bookmark.title())
                            .type("link")
                            .link(bookmark.url())));
        }
    }

    private void pin(Channel channel, String message) {
        calls.call(
                channel.workspace(),
                SlackMethod.PIN,
                client -> client.pinsAdd(r -> r.channel(channel.id()).timestamp(message)));
    }

    /** A no to some of the people keeps nobody else out. */
    private void invite(Channel channel, List<String> users) {
        List<Rejected> noes = new ArrayList<>();
        for (int from = 0; from < users.size(); from += PEOPLE) {
            try {
                inviteSome(channel, users.subList(from, Math.min(from + PEOPLE, users.size())));
            } catch (Rejected e) {
                noes.add(e);
            }
        }
        if (!noes.isEmpty()) {
            throw noes.getFirst();
        }
    }

    private void inviteSome(Channel channel, List<String> users) {
        ConversationsInviteResponse answer = calls.call(
                channel.workspace(),
                SlackMethod.INVITE,
                client -> client.conversationsInvite(
                        r -> r.channel(channel.id()).users(users).force(true)));
        if (answer.getErrors() != null) {
            answer.getErrors().stream()
                    .filter(error -> !SlackMethod.INVITE.answersWith(error.getError()))
                    .forEach(error -> LOG.log(
                            System.Logger.Level.WARNING,
                            "{0} was not invited to {1}: {2}",
                            error.getUser(),
                            channel.id(),
                            error.getError()));
        }
    }
}
