package dev.belay.press;

import dev.belay.chat.ConversationId;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink.Made;

/** Where other people are looked up whom a press concerns. */
final class PeopleAround {
    private PeopleAround() {}

    /** Where it was pressed; in a person's own chat with us is nobody else, so there it is the record's conversation. */
    static ConversationId of(Press press, Made link) {
        return press.place().direct() ? link.id() : press.at();
    }
}
