package dev.belay.action;

import dev.belay.event.Press;
import dev.belay.link.ConversationLink.Made;
import dev.belay.person.PlatformUser;

/** A press that passed the gates: who presses, and in which conversation. */
public record Request(Press press, PlatformUser user, Made link) {
    /** How a work note names the person. */
    String signature() {
        return user.name() + " <" + user.email() + "> from " + press.platform().label() + ".";
    }
}
