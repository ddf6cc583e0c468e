package dev.belay.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.belay.chat.Channel;
import dev.belay.line.Line;
import dev.belay.platform.Lines;
import dev.belay.slack.block.LineText;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says lines in a channel or in a thread, and finds those messages again by their metadata. */
final class SlackLines implements Lines {
    private final SlackCalls calls;
    private final OwnMessages own;

    SlackLines(SlackCalls calls, OwnMessages own) {
        this.calls = calls;
        this.own = own;
    }

    /** Whoever is not in the channel is named by a mention too, and hears nothing of it (docs.slack.dev/messaging/formatting-message-text). */
    @Override
    public void say(Channel channel, Optional<String> thread, List<Line> lines, String marker) {
        ChatPostMessageResponse _ = calls.call(
                channel,
                SlackMethod.POST,
                client -> client.chatPostMessage(r -> r.channel(channel.id())
                        .threadTs(thread.orElse(null))
                        .text(LineText.text(lines))
                        .metadata(LineText.metadata(marker))
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
    }

    @Override
    public boolean isSaid(Channel channel, Optional<String> thread, String marker, Instant since) {
        return own.find(channel, thread, LineText.EVENT, marker, since).isPresent();
    }
}
