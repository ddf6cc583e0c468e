package dev.belay.chat;

/**
 * Where a platform takes what we say to a person or a team, as the platform's own request told it. Its form is the adapter's
 * business. It may be a credential, so it never shows itself.
 */
public record ReplyAddress(String value) {
    /** Without the address. */
    @Override
    public String toString() {
        return "ReplyAddress[…]";
    }
}
