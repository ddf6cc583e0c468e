package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonObject;

/**
 * Something that can be done under {@code /_sim}.
 *
 * @param fields the names of what it takes, for people to read
 * @param does what it does, for people to read
 * @param changes whether it must be posted
 */
record Command(String name, String fields, String does, boolean changes, Work work) {
    /** The doing of it. */
    interface Work {
        JsonObject done(Fields fields);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("method", changes ? "POST" : "GET");
        json.put("path", Control.PREFIX + "/" + name);
        json.put("fields", fields);
        json.put("does", does);
        return json;
    }
}
