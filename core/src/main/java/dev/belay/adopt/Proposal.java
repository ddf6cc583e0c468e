package dev.belay.adopt;

import dev.belay.link.Placement;
import dev.belay.record.RecordSnapshot;
import java.util.List;

/** Whether a channel may be adopted, as it is now. */
public sealed interface Proposal {
    Candidate candidate();

    /**
     * It may.
     *
     * @param placement where the record's conversation is then
     * @param reasons why it is safe, in sentences for the person who decides
     */
    record Safe(Candidate candidate, RecordSnapshot record, Placement placement, List<String> reasons)
            implements Proposal {
        public Safe {
            reasons = List.copyOf(reasons);
        }
    }

    /** The record's link has this channel: it was adopted before, or is a claim of ours that was left. */
    record Begun(Candidate candidate) implements Proposal {}

    /**
     * It may not.
     *
     * @param why what speaks against it, and what to do about that
     * @param reasons what speaks for it all the same
     */
    record Unsafe(Candidate candidate, String why, List<String> reasons) implements Proposal {
        public Unsafe {
            reasons = List.copyOf(reasons);
        }

        public Unsafe(Candidate candidate, String why) {
            this(candidate, why, List.of());
        }
    }
}
