package dev.belay.action;

/** Where an action's button may stand. */
public enum Surface {
    /** On the record's card, for everyone in the conversation. */
    CARD,
    /** In a private answer: in the channel (and in none of its threads), or in the person's own chat with us. */
    PRIVATE_ANSWER,
    /** Nowhere: it is asked for in words, and the record is named by its number. */
    COMMAND
}
