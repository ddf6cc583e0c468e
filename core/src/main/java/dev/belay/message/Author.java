package dev.belay.message;

/**
 * Who wrote a message, as a note names them.
 *
 * @param name of the user of ServiceNow, or where there is none what they are called in chat
 * @param known whether they are exactly one active user of ServiceNow
 * @param outside whether they are a guest or of another organization
 * @param person false where a bot wrote it
 */
record Author(String name, boolean known, boolean outside, boolean person) {
    /** In a note. */
    String inWords() {
        if (outside) {
            return name + " (outside)";
        }
        return known ? name : name + " (not known in ServiceNow)";
    }
}
