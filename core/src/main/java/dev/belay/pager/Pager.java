package dev.belay.pager;

import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;

/**
 * Pages people outside the chat. Throws {@link dev.belay.failure.Unavailable} when a retry will help (with the pager's own waiting time
 * where it gave one): it says whether this call may have paged somebody, and whether the pager limits us. Throws
 * {@link dev.belay.failure.CredentialsRefused} when our key is refused and this call paged nobody.
 */
public interface Pager {
    /**
     * Takes effect once for each order, whatever is repeated.
     *
     * @param again whether an earlier run may have given this order: then it is looked for before anything is sent
     */
    Outcome page(PageOrder order, boolean again);

    /** What came of it. */
    sealed interface Outcome {
        /**
         * The pager took it, for some of the targets at least.
         *
         * @param answer what it answered, in a few words for a card and a work note, e.g. {@code PagerDuty incident #42 triggered}
         * @param incident what the pager calls its own incident about the record, where it has such a thing
         * @param onCall users of ServiceNow whom it named: they are to be invited
         * @param refused for which targets it was not taken, and why, for the person, with a way forward; the answer says so too
         */
        record Paged(String answer, Optional<String> incident, List<SysId> onCall, Optional<String> refused)
                implements Outcome {
            public Paged {
                onCall = List.copyOf(onCall);
            }

            /** For each target. */
            public Paged(String answer, Optional<String> incident, List<SysId> onCall) {
                this(answer, incident, onCall, Optional.empty());
            }
        }

        /**
         * It refused, and nobody was paged, neither by this call nor by an earlier one of the order.
         *
         * @param sentence why, for the person, with a way forward
         */
        record Refused(String sentence) implements Outcome {}

        /**
         * It is not known whether anybody was paged, and looking did not settle it.
         *
         * @param sentence for the person, with a way forward
         */
        record Unknown(String sentence) implements Outcome {}
    }
}
