package dev.belay.teams.call;

import com.grack.nanojson.JsonObject;
import dev.belay.failure.Rejected;

/** What a service answered. */
public sealed interface Outcome {
    /** Yes, with this object; an empty one where it says nothing more. */
    record Done(JsonObject answer) implements Outcome {}

    /**
     * No, and it will say so again.
     *
     * @param code the service's own word
     */
    record Refused(int status, String code, String message) implements Outcome {
        /** @param advice what to do about it */
        public Rejected rejected(Operation operation, String advice) {
            return new Rejected(TeamsCalls.SYSTEM, operation + " was refused (" + status + " " + code + ")" + advice);
        }
    }
}
