package dev.belay.teams.protocol;

import dev.belay.command.Command;
import dev.belay.event.FileEvent;
import dev.belay.event.LateAnswer;
import dev.belay.event.Press;
import dev.belay.event.TeamEvent;
import dev.belay.message.ChatMessage;
import dev.belay.message.Marking;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What Teams says in one activity. All kinds come to one address. */
public sealed interface TeamsActivity {
    /** A person pressed one of our buttons. */
    record Pressed(Press press) implements TeamsActivity {}

    /**
     * A person pressed a button that opens a dialog.
     *
     * @param dialog the id that the dialog is to carry
     */
    record Asked(Press press, String dialog) implements TeamsActivity {}

    /**
     * A person sent a dialog of ours: a press with what they entered.
     *
     * @param dialog the id that the dialog carried, for when it is drawn again
     */
    record Submitted(Press press, String dialog) implements TeamsActivity {}

    /**
     * A person gave a command of ours in words.
     *
     * @param files the message may have some; none in a person's own chat with us
     */
    record Commanded(Command command, Optional<FileEvent> files) implements TeamsActivity {}

    /**
     * A person wrote words to us that are no command of ours: what to say to them, since no response to a message can. In a channel it
     * is a message like any other all the same.
     *
     * @param files the message may have some; none in a person's own chat with us
     * @param said what it says; none in a person's own chat with us
     */
    record Misspoken(LateAnswer answer, Optional<FileEvent> files, Optional<ChatMessage> said)
            implements TeamsActivity {}

    /** Something happened to a place of ours. */
    record Noticed(TeamEvent notice) implements TeamsActivity {}

    /**
     * A person wrote in a channel, and what they wrote may have files: a bot is not told of them.
     *
     * @param said what it says; none where it has no words
     */
    record Wrote(FileEvent event, Optional<ChatMessage> said) implements TeamsActivity {}

    /** A person changed a message, deleted it or undid that. */
    record Said(ChatMessage message) implements TeamsActivity {}

    /** A person asked from a message's menu that it be recorded. */
    record Marked(Marking marking) implements TeamsActivity {}

    /**
     * A person asked for what cannot be done.
     *
     * @param sentence what to say to them
     */
    record Declined(String sentence) implements TeamsActivity {}

    /**
     * Something that is well formed and that nothing is done about.
     *
     * @param kind what it is: one of a few known words
     */
    record NotForUs(String kind) implements TeamsActivity {}

    /** The types that Teams sends and that are told apart in the log. */
    Set<String> KNOWN_TYPES = Set.of(
            "message",
            "invoke",
            "installationUpdate",
            "conversationUpdate",
            "messageUpdate",
            "messageDelete",
            "messageReaction",
            "event",
            "typing",
            "endOfConversation");

    /**
     * Reads a proved activity.
     *
     * @throws MalformedActivity when Teams would not have written it so
     */
    static TeamsActivity of(InboundActivity activity, Instant acceptedAt) throws MalformedActivity {
        String type = activity.type();
        if (type.equals("message") || type.equals("invoke")) {
            return CardPress.read(activity, acceptedAt);
        }
        if (type.equals("installationUpdate") || type.equals("conversationUpdate")) {
            return Lifecycle.read(activity, acceptedAt);
        }
        if (type.equals("messageUpdate") || type.equals("messageDelete")) {
            return Messages.changed(activity, acceptedAt);
        }
        if (type.isEmpty()) {
            throw new MalformedActivity("type is missing or is not a text");
        }
        return notForUs(type);
    }

    /** Of a known type, by its name. */
    static NotForUs notForUs(String type) {
        return new NotForUs(KNOWN_TYPES.contains(type) ? type : "other");
    }
}
