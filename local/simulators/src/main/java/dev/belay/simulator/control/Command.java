package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;

/**
 * Something that tests, stories and people can do to a simulated system.
 *
 * @param fields the names of what it takes, for people to read
 * @param does what it does, for people to read
 * @param changes whether it must be posted
 */
public record Command(String name, String fields, String does, boolean changes, Work work) {
    /** The doing of it. */
    public interface Work {
        JsonObject done(Fields fields);
    }

    /** The doing of what has nothing to answer. */
    public interface Change {
        void make(Fields fields);
    }

    /** A command that shows something. */
    public static Command show(String name, String fields, String does, Work work) {
        return new Command(name, fields, does, false, work);
    }

    /** A command that does something and shows what came of it. */
    public static Command act(String name, String fields, String does, Work work) {
        return new Command(name, fields, does, true, work);
    }

    /** A command that changes something. */
    public static Command change(String name, String fields, String does, Change change) {
        return new Command(name, fields, does, true, given -> {
            change.make(given);
            return new JsonObject();
        });
    }
}
