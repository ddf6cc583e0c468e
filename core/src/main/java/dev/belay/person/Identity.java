package dev.belay.person;

/** Which platform user a chat user is: exactly one, or none that may act. Never a substitute. */
public sealed interface Identity {
    /** Exactly one active platform user has the person's e-mail. */
    record Known(PlatformUser user) implements Identity {}

    /** Nobody has it, or the chat platform shows no e-mail. */
    record Unmapped() implements Identity {}

    /** Several have it. */
    record Ambiguous() implements Identity {}
}
