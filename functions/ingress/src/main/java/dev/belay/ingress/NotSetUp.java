package dev.belay.ingress;

/** Nobody has stored yet what a request is proved with: the sender should send it again. */
final class NotSetUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence what is missing and what stores it; it goes to the log and to the sender */
    NotSetUp(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
