package dev.belay.action;

import dev.belay.chat.Member;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink.Made;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Map;

/**
 * A press that passed the gates: who presses, in which conversation, and whom they named.
 *
 * @param settings as they were when the press was taken up
 * @param named for each field of the dialog that takes people those who were chosen, in order
 */
public record Request(Press press, PlatformUser user, Made link, Settings settings, Map<String, List<Named>> named) {
    /** Somebody who was chosen in a dialog: who they are in the chat, and in ServiceNow. */
    public record Named(Member member, Identity identity) {
        /** How a sentence names them. */
        public String name() {
            return identity instanceof Identity.Known(PlatformUser known) ? known.name() : member.name();
        }
    }

    public Request {
        named = Map.copyOf(named);
    }

    public Request naming(Map<String, List<Named>> people) {
        return new Request(press, user, link, settings, people);
    }

    /** How a work note names the person. */
    String signature() {
        return name() + ".";
    }

    /** The same within a sentence. */
    String name() {
        return user.name() + " <" + user.email() + "> from " + press.platform().label();
    }

    List<Named> named(String field) {
        return named.getOrDefault(field, List.of());
    }
}
