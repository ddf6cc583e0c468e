package dev.belay.record;

/**
 * Where it is kept what people did about records from chat. Every method throws {@link dev.belay.failure.Unavailable} when a retry
 * will help, and {@link dev.belay.failure.Rejected} when it will not.
 */
public interface Chronicles {
    /** What happened so far; a consistent read. */
    Chronicle of(RecordRef record);

    /**
     * Adds something that happened. Idempotent: what is there under its id stays as it is.
     *
     * @return with it
     */
    Chronicle add(RecordRef record, Happening happening);
}
