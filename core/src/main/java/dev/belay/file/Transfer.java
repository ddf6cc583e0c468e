package dev.belay.file;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the bringing of one file has come.
 *
 * @param since when it was taken up first
 * @param again whether an earlier run may have been killed over it
 * @param result what became of the file itself, once that is known: it stays so, but for a refusal that may pass
 */
public record Transfer(ContentId id, Instant since, boolean again, Optional<Uploaded> result) {
    /** Whether that is a refusal that may pass. */
    public boolean isOpen(Uploaded outcome, Instant now) {
        return outcome instanceof Uploaded.Refused(FileRefusal why) && now.isBefore(since.plus(why.patience()));
    }
}
