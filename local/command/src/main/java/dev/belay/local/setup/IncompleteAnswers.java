package dev.belay.local.setup;

/** Setup cannot go on with these answers; the message says all that is wrong with them. */
final class IncompleteAnswers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteAnswers(String message) {
        super(message);
    }
}
