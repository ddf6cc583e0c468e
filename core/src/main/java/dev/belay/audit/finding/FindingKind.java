package dev.belay.audit.finding;

import java.util.Locale;

/** What an audit finds, each with what it means and what to do about it. The ids are stored and counted, and are never changed. */
public enum FindingKind {
    TABLE_MISSING(
            Severity.ERROR,
            "The link table is not there, or cannot be read.",
            "Deploy the stack again, or restore the table from point-in-time recovery: docs/runbook/audit-findings.md."),
    TABLE_EMPTY(
            Severity.ERROR,
            "The link table holds no link, and there are open records that should have a conversation.",
            "See whether ServiceNow's events arrive, and whether the table was restored empty."),
    PLACE_UNREADABLE(
            Severity.WARNING,
            "A workspace or team could not be looked through, or did not answer for hours, so that nothing is said of its channels.",
            "Let our app in again, or give it the right that is named."),
    NO_CONVERSATION(
            Severity.ERROR,
            "An open record of priority 1 or 2 has no live conversation.",
            "Look at the queue of records and its dead-letter queue, and change the record once: that opens it."),
    TWO_CLAIMS(
            Severity.ERROR,
            "Two records claim one conversation.",
            "Decide whose it is, and end the other record's link; presses there go to the record that is named."),
    BINDING_LOST(
            Severity.ERROR,
            "A conversation does not point to its record any more, so that presses in it are refused.",
            "Restore the item of the link table from point-in-time recovery."),
    CHANNEL_GONE(
            Severity.ERROR,
            "The conversation of a record leads to a channel that is not there, or that its link takes for deleted.",
            "Restore the channel, or change the record once: a deleted channel of an open record is made again."),
    APP_REMOVED(
            Severity.ERROR,
            "Our app is not in a record's channel, or the link takes it for removed.",
            "Invite the app into the channel again, or install it in the team."),
    ARCHIVED_BUT_OPEN(
            Severity.ERROR,
            "The record is open, and its channel is archived, or its link takes it for that.",
            "Take the channel out of the archive, or change the record once: it goes on in another channel."),
    OPEN_BUT_CLOSED(
            Severity.WARNING,
            "The record is long over, and its channel is not archived.",
            "Archive it, or give the app the right to: the operations channel was told what is missing."),
    RECORD_GONE(
            Severity.WARNING,
            "A live link's record is not shown to us: it was deleted, or we may not read it.",
            "Give the integration user the right to read it, or archive the channel."),
    RECORD_DISAGREES(
            Severity.WARNING,
            "The record's field names another conversation than the link.",
            "Write the channel's id into the record's field; see who else writes it."),
    BEARS_ANOTHER(
            Severity.ERROR,
            "The tab or the card of a conversation names another record than its link.",
            "See who changed it. Presses go by the link; the tab or the card is to be mended."),
    BEARS_NOTHING(
            Severity.NOTICE,
            "The tab or the card that bears the binding is not there.",
            "Somebody removed it; nothing depends on it but the next audit of a restored table."),
    CLAIM_EXPIRED(
            Severity.WARNING,
            "A conversation was begun, its worker is gone, and nobody went on with it.",
            "Change the record once: a worker resumes the claim. See the dead-letter queue of records."),
    CLAIM_AMBIGUOUS(
            Severity.WARNING,
            "It is not known whether a conversation was made, and nobody settled it.",
            "Change the record once: a worker looks for what was made before it makes anything."),
    NAME_BOUND(
            Severity.WARNING,
            "A channel is bound to a record by its name alone: nothing is pressed or followed there.",
            "Adopt it with './belay audit --adopt', or archive it."),
    CHANNEL_UNLINKED(
            Severity.WARNING,
            "A channel that our app made, or that bears its mark, belongs to no link.",
            "Archive it where nobody works in it; where a link was lost, adopt it with './belay audit --adopt'."),
    NO_POSTMORTEM(
            Severity.NOTICE,
            "A record of priority 1 or 2 ended, and has no postmortem.",
            "Attach it with Postmortem … on the card.");

    private final Severity severity;
    private final String meaning;
    private final String advice;

    FindingKind(Severity severity, String meaning, String advice) {
        this.severity = severity;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** Such as {@code name-bound}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException when none has this id
     */
    public static FindingKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Severity severity() {
        return severity;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
