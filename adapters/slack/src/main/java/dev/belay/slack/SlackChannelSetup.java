package dev.belay.slack;

import com.slack.api.methods.response.bookmarks.BookmarksListResponse;
import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import com.slack.api.model.Bookmark;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.platform.ChannelSetup;
import dev.belay.slack.block.CardBlocks;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.util.ArrayList;
import java.util.List;

/** Sets up topic and purpose, bookmark, pin and invitations of a channel, each idempotent. */
final class SlackChannelSetup {
    /** Of a topic and a purpose (docs.slack.dev, conversations.setTopic). */
    private static final int LONGEST = 250;

    /** People in one invitation (docs.slack.dev, conversations.invite). */
    private static final int PEOPLE = 100;

    private final SlackCalls calls;

    SlackChannelSetup(SlackCalls calls) {
        this.calls = calls;
    }

    void setUp(Channel channel, ChannelSetup part) {
        switch (part) {
            case ChannelSetup.Description about -> describe(channel, about.topic(), about.purpose());
            case ChannelSetup.Bookmark bookmark -> bookmark(channel, bookmark);
            case ChannelSetup.Postmortem postmortem -> postmortem(channel, postmortem);
            case ChannelSetup.Pin(String message) -> pin(channel, message);
            case ChannelSetup.Invitation(List<String> users) -> invite(channel, users);
        }
    }

    /** A refused topic does not keep the purpose from being set. */
    private void describe(Channel channel, String topic, String purpose) {
        try {
            topic(channel, CardBlocks.plainText(topic, LONGEST));
        } finally {
            purpose(channel, CardBlocks.plainText(purpose, LONGEST));
        }
    }

    private void topic(Channel channel, String text) {
        calls.call(
                channel,
                SlackMethod.SET_TOPIC,
                client -> client.conversationsSetTopic(
                        r -> r.channel(channel.id()).topic(text)));
    }

    private void purpose(Channel channel, String text) {
        calls.call(
                channel,
                SlackMethod.SET_PURPOSE,
                client -> client.conversationsSetPurpose(
                        r -> r.channel(channel.id()).purpose(text)));
    }

    private void bookmark(Channel channel, ChannelSetup.Bookmark bookmark) {
        if (bookmarks(channel).stream().noneMatch(other -> bookmark.url().equals(other.getLink()))) {
            add(channel, bookmark.title(), bookmark.url());
        }
    }

    /** Ours is known by its title. What people added under that title beside it stays. */
    private void postmortem(Channel channel, ChannelSetup.Postmortem postmortem) {
        List<Bookmark> there = bookmarks(channel).stream()
                .filter(other -> postmortem.title().equals(other.getTitle()))
                .toList();
        if (there.isEmpty()) {
            add(channel, postmortem.title(), postmortem.url());
        } else if (there.stream().noneMatch(other -> postmortem.url().equals(other.getLink()))) {
            calls.call(
                    channel,
                    SlackMethod.CHANGE_BOOKMARK,
                    client -> client.bookmarksEdit(r -> r.channelId(channel.id())
                            .bookmarkId(there.getFirst().getId())
                            .title(postmortem.title())
                            .link(postmortem.url())));
        }
    }

    private List<Bookmark> bookmarks(Channel channel) {
        BookmarksListResponse there = calls.call(
                channel, SlackMethod.BOOKMARKS, client -> client.bookmarksList(r -> r.channelId(channel.id())));
        return there.getBookmarks() == null ? List.of() : there.getBookmarks();
    }

    private void add(Channel channel, String title, String url) {
        calls.call(
                channel,
                SlackMethod.BOOKMARK,
                client -> client.bookmarksAdd(
                        r -> r.channelId(channel.id()).title(title).type("link").link(url)));
    }

    private void pin(Channel channel, String message) {
        calls.call(
                channel,
                SlackMethod.PIN,
                client -> client.pinsAdd(r -> r.channel(channel.id()).timestamp(message)));
    }

    /** People who are refused keep nobody else out. */
    private void invite(Channel channel, List<String> users) {
        List<ExternalFailure> refusals = new ArrayList<>();
        for (int from = 0; from < users.size(); from += PEOPLE) {
            try {
                inviteSome(channel, users.subList(from, Math.min(from + PEOPLE, users.size())));
            } catch (Rejected | CredentialsRefused e) {
                refusals.add(e);
            }
        }
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
    }

    private void inviteSome(Channel channel, List<String> users) {
        ConversationsInviteResponse answer = calls.call(
                channel,
                SlackMethod.INVITE,
                client -> client.conversationsInvite(
                        r -> r.channel(channel.id()).users(users).force(true)));
        List<String> refused = answer.getErrors() == null
                ? List.of()
                : answer.getErrors().stream()
                        .filter(error -> !SlackMethod.INVITE.answersWith(error.getError()))
                        .filter(error -> users.contains(error.getUser()))
                        .map(error -> error.getUser() + " " + SlackCalls.code(error.getError()))
                        .toList();
        if (!refused.isEmpty()) {
            throw new Rejected(
                    Platform.SLACK.id(),
                    String.join(", ", refused) + " (" + SlackMethod.INVITE.name() + " in " + channel.id()
                            + "): correct the ids of the responders in the settings");
        }
    }
}
