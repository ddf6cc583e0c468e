package dev.belay.event;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.dialog.Input;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A person pressed a button of a card: their command, as the platform's signed request told it. Who it was and where comes
 * from what the platform says; what the button carried comes from the card's own payload. Nothing in it is an authorization.
 *
 * @param pressId the same each time this one press is delivered, another for each press
 * @param appId the app that the platform says the button belongs to
 * @param user the person, in the workspace (Slack team id) or tenant that the request is for
 * @param userWorkspace the person's own workspace, where the platform says it
 * @param input what was entered in the action's dialog, where it has one
 * @param reply where the platform takes an answer to this press, for a while
 * @param acceptedAt when ingress took it; a press ages from here
 */
public record Press(
        String pressId,
        String appId,
        ChatUser user,
        Optional<String> userWorkspace,
        Place place,
        PressedButton button,
        Input input,
        Optional<ReplyAddress> reply,
        Instant acceptedAt) {
    /**
     * Where it was pressed.
     *
     * @param channel the channel's id
     * @param direct whether it was the person's own chat with us, where offers may stand
     * @param thread the root message of the thread that the button's message is in, or is
     * @param message the message that carries the button; the command's own where it was asked for in words
     * @param number what the record was named by, where it was asked for in words
     */
    public record Place(
            String channel, boolean direct, Optional<String> thread, String message, Optional<RecordNumber> number) {
        /** On a button. */
        public Place(String channel, boolean direct, Optional<String> thread, String message) {
            this(channel, direct, thread, message, Optional.empty());
        }
    }

    /**
     * The same press where the platform named an organization in place of a workspace: in the person's own workspace, if that
     * organization is ours. Of another organization it stays as it is, and is refused.
     *
     * @param ours the organization that our workspaces belong to, where there is one
     */
    public Press inWorkspaceOf(Optional<String> ours) {
        return userWorkspace.isPresent() && ours.filter(workspace()::equals).isPresent()
                ? new Press(
                        pressId,
                        appId,
                        new ChatUser(platform(), userWorkspace.get(), user.id()),
                        userWorkspace,
                        place,
                        button,
                        input,
                        reply,
                        acceptedAt)
                : this;
    }

    public Platform platform() {
        return user.platform();
    }

    public String workspace() {
        return user.workspace();
    }

    public RecordRef record() {
        return button.record();
    }

    /** Whether it was asked for in words. */
    public boolean byCommand() {
        return place.number().isPresent();
    }

    /** The conversation that it was pressed in. */
    public ConversationId at() {
        return new ConversationId(platform(), workspace(), place.channel(), place.thread());
    }

    /** Without the reply address. */
    @Override
    public String toString() {
        return "press " + pressId + " of " + button.action() + " on " + record() + " by " + user.id() + " in "
                + place.channel();
    }
}
