package dev.belay.health;

import java.util.Arrays;
import java.util.Optional;

/** What is counted. The ids are the names of CloudWatch metrics; the template's alarms are held against this list, both ways. */
public enum Metric {
    /** A press was worked on; the kind is what came of it. */
    PRESS("Press", false),
    /** A message was moved to the dead-letter queue; the alarm is on the queue itself. */
    MOVED_TO_DLQ("MovedToDlq", false),
    /** Our token or key was refused; the kind is the system or its reason. */
    TOKEN_REJECTED("TokenRejected", true),
    /** A person's user or roles could not be read back from ServiceNow. */
    ROLE_UNPROVED("RoleUnproved", true),
    /** The settings document is not valid; the last valid one stays in force. */
    SETTINGS_INVALID("SettingsInvalid", true),
    /** The settings or a secret are still to be stored, so work waits; the kind is which. */
    NOT_SET_UP("NotSetUp", true),
    /** A request is its sender's in all but its key, so the two have different ones; the kind is the door. */
    SIGNATURE_MISMATCH("SignatureMismatch", true),
    /** A store of settings or secrets does not answer, and the last good value is used; the kind is the store. */
    LAST_GOOD_USED("LastGoodUsed", true),
    /** How a credential stands: 1 where its system takes it, 0 where it is refused, nothing where that is unknown; the kind is its id. */
    CREDENTIAL_HEALTHY("CredentialHealthy", false),
    /** How many credentials are refused by their systems. */
    CREDENTIAL_UNHEALTHY("CredentialUnhealthy", true),
    /** How many credentials could not be checked. */
    CREDENTIAL_UNKNOWN("CredentialUnknown", true),
    /** Whole days until a credential ends, where that is known; the kind is its id. The total is the fewest of all. */
    CREDENTIAL_DAYS_LEFT("CredentialDaysLeft", true),
    /** All credentials were checked and recorded; how many. Its alarm rings where it is missing. */
    CREDENTIALS_CHECKED("CredentialsChecked", true),
    /** A message waits for a system that does not answer; the kind is the system, {@code deadline} where the time was over,
     * or {@code credential} where one is refused. */
    RETRY_LATER("RetryLater", false),
    /** An outside system said no for good; the kind is the system. */
    REJECTED("Rejected", true),
    /** A write's outcome is unknown; the kind is the system. */
    OUTCOME_UNKNOWN("OutcomeUnknown", true),
    /** An unexpected exception: a bug or a bad setting; the kind is its class. */
    UNEXPECTED_ERROR("UnexpectedError", true),
    /** A platform's rate limit was met; the kind is the platform. */
    RATE_LIMITED("RateLimited", false),
    /** Ingress could not store what came in; the kind is the door. A press in Teams shows it nowhere else. */
    UNAVAILABLE("Unavailable", true),
    /** A person could not be told the answer to their press. */
    ANSWER_FAILED("AnswerFailed", true),
    /** A card could not be drawn after a press; a retry is queued. */
    CARD_NOT_DRAWN("CardNotDrawn", false),
    /** What happened to a record could not be said in its conversation; the kind is the platform. */
    LINE_NOT_SAID("LineNotSaid", true),
    /** A platform refuses to make a channel for a record that earned one; the kind is the platform. */
    CHANNEL_REFUSED("ChannelRefused", true),
    /** A part of a channel's set-up failed; the kind is the part. */
    CHANNEL_SETUP_FAILED("ChannelSetupFailed", true),
    /** The record did not take the work note that names its conversation. */
    CONVERSATION_NOTE_FAILED("ConversationNoteFailed", true),
    /** The record's field that holds its conversation was not written. */
    CONVERSATION_FIELD_FAILED("ConversationFieldFailed", true),
    /** A record of priority 1 or 2 has no conversation two minutes after it began to need one; once per record; the kind is the platform. */
    CONVERSATION_LATE("ConversationLate", true),
    /** The same where it waits for the platform's rate limit. */
    CONVERSATION_RATE_LIMITED("ConversationRateLimited", true),
    /** How long a record waited for its conversation, in milliseconds; the kind is the platform. */
    TIME_TO_CONVERSATION("TimeToConversation", false),
    /** How many conversations a run of reconciliation found that lack what an event should have brought; each run tells it. */
    RECONCILED("Reconciled", true),
    /** A run of reconciliation came to its end; how many records it read. Its alarm rings where it is missing. */
    RECONCILIATION_RAN("ReconciliationRan", true),
    /** How many records a run of reconciliation found that ServiceNow has and does not show us. */
    RECORD_UNREADABLE("RecordUnreadable", true),
    /** How much of what matters most the newest audit found; of one kind, how many of it. */
    AUDIT_FINDINGS("AuditFindings", true),
    /** How many hours ago an audit came to its end; each run tells it, before anything else. */
    AUDIT_HOURS_OLD("AuditHoursOld", true),
    /** How many percent of the open records have a live conversation; the kind is table, priority and platform. */
    CONVERSATION_SHARE("ConversationShare", false),
    /** ServiceNow's application said that it is there and reaches us, as it does each minute. Its alarm rings where it is missing. */
    SERVICE_NOW_HEARTBEAT("ServiceNowHeartbeat", true),
    /** A team holds almost as many channels as it can. */
    CHANNEL_QUOTA_LOW("ChannelQuotaLow", true),
    /** The operations channel could not be warned. */
    WARNING_FAILED("WarningFailed", true),
    /** A file was brought to the other side; the kind is the system that it came from. */
    FILE_BROUGHT("FileBrought", false),
    /** A link to a file was told of in place of the file; the kind is why. */
    FILE_LINKED("FileLinked", false),
    /** A file could not be read, or not be put there, although it should be: a right is missing; the kind is the system that it came from. */
    FILE_UNREADABLE("FileUnreadable", true),
    /** A file is taken up again that waits for an hour or longer, each time; the kind is the platform. */
    FILE_LATE("FileLate", true),
    /** A work note was written of what was said in chat; the kind is the platform. */
    MESSAGES_NOTED("MessagesNoted", false),
    /** A work note was said in a conversation; the kind is the platform. */
    NOTE_SAID("NoteSaid", false),
    /** A work note could not be said in a conversation, for good; the kind is the platform. */
    NOTE_NOT_SAID("NoteNotSaid", true);

    private final String id;
    private final boolean alarmed;

    Metric(String id, boolean alarmed) {
        this.id = id;
        this.alarmed = alarmed;
    }

    /** The metric's name. */
    public String id() {
        return id;
    }

    /** Whether it is counted for the stack, whichever function counts it: what one lacks all others lack, and it rings once. */
    public boolean isOfStack() {
        return this == NOT_SET_UP || this == SETTINGS_INVALID;
    }

    /** Whether the template has an alarm on it. */
    public boolean alarmed() {
        return alarmed;
    }

    public static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }
}
