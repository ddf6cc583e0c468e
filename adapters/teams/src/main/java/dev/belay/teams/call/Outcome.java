package dev.belay.teams.call;

import com.grack.nanojson.JsonObject;
import dev.belay.failure.Rejected;
import java.util.regex.Pattern;

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
        private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,79}");

        /** A code that is none is left out: whatever it says may be anybody's words, as the message may, which is never logged. */
        public Refused {
            code = CODE.matcher(code).matches() ? code : "";
        }

        @Override
        public String toString() {
            return "Refused[" + status + " " + code + "]";
        }

        /** @param advice what to do about it */
        public Rejected rejected(Operation operation, String advice) {
            return new Rejected(TeamsCalls.SYSTEM, operation + " was refused (" + status + " " + code + ")" + advice);
        }
    }
}
