package dev.belay.record;

import java.util.Locale;

/** Whether an incident is a major one, as its {@code major_incident_state} tells. */
public enum MajorIncident {
    /** Neither, or the table knows nothing of it. */
    NONE,
    PROPOSED,
    ACCEPTED,
    REJECTED,
    CANCELED;

    /** ServiceNow's value of the field. */
    public String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public String label() {
        return this == NONE ? "No" : code();
    }

    /** What is not known is none. */
    public static MajorIncident of(String code) {
        for (MajorIncident state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        return NONE;
    }
}
