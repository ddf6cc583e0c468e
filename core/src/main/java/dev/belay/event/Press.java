package dev.belay.event;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person pressed a button of a card: their command, as the platform's signed request told it. Who it was and where comes
 * from what the platform says; the record, the word and the generation come from the card's own payload. Nothing in it is
 * an authorization.
 *
 * @param pressId the same each time this one press is delivered, another for each press
 * @param workspace the workspace (Slack team id) or tenant that the request is for
 * @param appId the app that the platform says the button belongs to
 * @param user the person's chat user id
 * @param userWorkspace the person's own workspace, where the platform says it
 * @param channel the channel's id
 * @param direct whether it was pressed in the person's own chat with us, where offers may stand
 * @param thread the root message of the thread that the button's message is in, or is
 * @param message the message that carries the button
 * @param word the action's word, e.g. {@code ack}
 * @param generation the generation of the card that was pressed; none on an old card
 * @param replaces for a take-over: the sys_id of the assignee who is to be replaced, as the offer named them
 * @param responseUrl where the platform takes a private answer to this press, for a while; a credential, never logged
 * @param acceptedAt when ingress took it; a press ages from here
 */
public record Press(
        String pressId,
        Platform platform,
        String workspace,
        String appId,
        String user,
        Optional<String> userWorkspace,
        String channel,
        boolean direct,
        Optional<String> thread,
        String message,
        RecordRef record,
        String word,
        OptionalLong generation,
        Optional<String> replaces,
        Optional<String> responseUrl,
        Instant acceptedAt) {
    /** Where it was pressed. */
    public ConversationId at() {
        return new ConversationId(platform, workspace, channel, thread);
    }

    /** Without the response URL. */
    @Override
    public String toString() {
        return "Press[" + pressId + " " + word + " " + record + " by " + user + " in " + channel + "]";
    }
}
