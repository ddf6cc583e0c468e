package dev.belay.message;

import dev.belay.card.Fingerprint;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ConversationId;
import dev.belay.event.AnswerQueue;
import dev.belay.event.LateAnswer;
import dev.belay.link.ConversationLinks;
import dev.belay.record.Records;
import dev.belay.settings.Recording.Which;
import dev.belay.settings.Settings;
import java.util.Optional;

/**
 * Tells who asked that a message be recorded what became of it, and why where nothing did. It is told apart, as the answer to a press is:
 * who cannot be told holds up no message.
 */
public final class AnswerMarking {
    static final String NOT_LINKED =
            "Nothing was added: this is not the conversation of a record. Where records have threads, add a"
                    + " message of the thread under the record's card.";
    static final String NOT_RECORDED = "Nothing was added: messages of this conversation are not recorded.";
    static final String NO_RECORD = "Nothing was added: the record of this conversation is not there any more.";
    static final String NO_WORDS =
            "Nothing was added: the message has no words. Its files come to the record by themselves.";
    static final String GONE = "Nothing was added: the message was deleted meanwhile.";
    static final String FAILED =
            "The message could not be added to the record, and those who run Belay know it. Note what matters in ServiceNow yourself.";

    /** The kind of answer, where it is counted. */
    private static final String MARKED = "MARKED";

    private final Rooms rooms;
    private final Records records;
    private final MessageNotes notes;
    private final AnswerQueue answers;

    public AnswerMarking(ConversationLinks links, Records records, MessageNotes notes, AnswerQueue answers) {
        this.rooms = new Rooms(links, records);
        this.records = records;
        this.notes = notes;
        this.answers = answers;
    }

    /** Once it was worked on. Where that is repeated, the same is said. */
    public void done(Marking marking, Settings settings) {
        send(
                marking,
                rooms.around(marking.message().at(), settings)
                        .map(candidate -> rooms.of(candidate, settings))
                        .map(room -> sentence(marking.message(), room))
                        .orElse(NOT_LINKED));
    }

    /** Once it is given up. Where the message stands in a note all the same, only the answer failed, and nothing false is said. */
    public void givenUp(Marking marking, Settings settings) {
        ChatMessage message = marking.message();
        if (rooms.around(message.at(), settings)
                .filter(room -> isNoted(message, room.id()))
                .isEmpty()) {
            send(marking, FAILED);
        }
    }

    private String sentence(ChatMessage message, Room room) {
        if (room.which() == Which.NONE) {
            return NOT_RECORDED;
        }
        if (message.text().stream()
                .allMatch(part -> part.said(mention -> mention.user()).isBlank())) {
            return NO_WORDS;
        }
        return records.find(room.record())
                .map(record -> isNoted(message, room.id())
                        ? "The message stands in the work notes of " + record.number() + "."
                        : unnoted(message, room.id()))
                .orElse(NO_RECORD);
    }

    /** What a person wrote and did not delete is noted. */
    private String unnoted(ChatMessage message, ConversationId at) {
        return notes.tombstone(at, message.id())
                .filter(tombstone -> !tombstone.lifted())
                .map(_ -> GONE)
                .orElse(Marking.OF_NO_PERSON);
    }

    /** Its words: of what was deleted, or is no person's, none are. */
    private boolean isNoted(ChatMessage message, ConversationId at) {
        return notes.find(at, message.id())
                .filter(entry -> !entry.words().isEmpty())
                .isPresent();
    }

    /** A platform may deliver one request under two ids: of what is said about one message, a person hears the same once a minute. */
    private void send(Marking marking, String sentence) {
        ChatMessage message = marking.message();
        String said = Fingerprint.of(sentence);
        answers.send(new LateAnswer(
                message.eventId() + "/" + said,
                marking.by(),
                message.at(),
                marking.reply(),
                new PrivateAnswer(sentence, Optional.empty()),
                MARKED,
                MARKED + " " + message.at().channel() + "/" + message.id() + " " + said,
                message.acceptedAt()));
    }
}
