package dev.belay.action;

import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink.Made;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

        /** The same with what can be done about it. */
        Optional<String> whyNot() {
            return lacks().map(why -> isOutsideTeam() ? why + " (one of its owners can add them)" : why);
        }

        private boolean isOutsideTeam() {
            return member.standing() == Member.Standing.STRANGER
                    && member.user().platform() == Platform.TEAMS;
        }

        /** Why nothing can be done with them here, as the beginning of a sentence; empty for a full member. */
        Optional<String> lacks() {
            String who = name().equals(member.user().id()) ? "Somebody who was chosen" : name();
            return switch (member.standing()) {
                case FULL -> Optional.empty();
                case GUEST -> Optional.of(who + " is a guest here");
                case DEACTIVATED -> Optional.of(who + " is deactivated");
                case BOT -> Optional.of(who + " is an app");
                case STRANGER ->
                    Optional.of(who + (isOutsideTeam() ? " is not in this team" : " is not of this workspace"));
            };
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
