package dev.belay.document;

/**
 * One thing that is wrong with the document, or hardly meant.
 *
 * @param path where, as {@code routes[0].slack.team_id}; empty for the document as a whole
 * @param says what is wrong there, and what to do about it
 */
public record Problem(String path, String says) {
    @Override
    public String toString() {
        return (path.isEmpty() ? "the document" : path) + " " + says;
    }
}
