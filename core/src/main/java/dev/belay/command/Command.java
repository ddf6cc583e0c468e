package dev.belay.command;

import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.dialog.Input;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person asked in words for what a button does, and named the record by its number. Who it was and where comes from the platform's
 * signed request, as with a {@link Press}. Once its record is known it is one.
 *
 * @param id the same each time this one command is delivered, another for each command
 * @param appId the app that the platform says it was given to
 * @param userWorkspace the person's own workspace, where the platform says it
 * @param place where it was given, and the number
 * @param input what the action's dialog would have asked
 * @param reply where the platform takes an answer to it, for a while
 * @param acceptedAt when ingress took it; a command ages from here
 */
public record Command(
        String id,
        String appId,
        ChatUser user,
        Optional<String> userWorkspace,
        Press.Place place,
        CardAction action,
        Input input,
        Optional<ReplyAddress> reply,
        Instant acceptedAt) {
    public Command {
        if (place.number().isEmpty()) {
            throw new IllegalArgumentException("a command names its record by the number");
        }
    }

    public RecordNumber number() {
        return place.number().orElseThrow();
    }

    /** The press that it is, on the record that its number led to. */
    public Press on(RecordRef record) {
        return new Press(
                id,
                appId,
                user,
                userWorkspace,
                place,
                new PressedButton(record, action.id(), OptionalLong.empty(), Optional.empty(), Optional.empty()),
                input,
                reply,
                acceptedAt);
    }

    public Platform platform() {
        return user.platform();
    }

    /** Without what was entered, and without the reply address. */
    @Override
    public String toString() {
        return "command " + id + " of " + action.id() + " on " + number() + " by " + user.id() + " in "
                + place.channel();
    }
}
