package dev.belay.local.console.fault;

import com.grack.nanojson.JsonObject;

/**
 * Something that goes wrong on purpose.
 *
 * @param momentary whether it happens once, at each press
 */
record Switch(String id, String label, String help, boolean momentary) {
    static final String LIMIT = "limit";
    static final String ERROR = "error_503";
    static final String LOST_REQUEST = "lost_request";
    static final String LOST_ANSWER = "lost_answer";
    static final String DOWN = "down";
    static final String DEAD_TOKEN = "dead_token";
    static final String LATE = "late";
    static final String DUPLICATE = "duplicate";
    static final String REPEAT = "repeat";

    static Switch lasting(String id, String label, String help) {
        return new Switch(id, label, help, false);
    }

    static Switch momentary(String id, String label, String help) {
        return new Switch(id, label, help, true);
    }

    /** @param left how many calls it still meets */
    JsonObject json(boolean on, int left) {
        return JsonObject.builder()
                .value("id", id)
                .value("label", label)
                .value("help", help)
                .value("momentary", momentary)
                .value("on", on)
                .value("left", left)
                .done();
    }
}
