package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;

/**
 * Something that tests and stories can do to a simulated system.
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
}
