package dev.belay.person;

/** Which platform user a chat user is: exactly one, or none that may act. Never a substitute. */
public sealed interface Identity {
    /** Exactly one active platform user has the person's e-mail. */
    record Known(PlatformUser user) implements Identity {}

    /** Nobody has it, or the chat platform shows no e-mail. */
    record Unmapped() implements Identity {}

    /** Nobody was asked for: the address holds what cannot stand in a question. */
    record Unaskable() implements Identity {}

    /** Several have it. */
    record Ambiguous() implements Identity {}
}
