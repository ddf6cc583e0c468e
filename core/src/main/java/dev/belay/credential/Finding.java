package dev.belay.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one check of a credential found. Its texts never hold a value of the credential. */
public sealed interface Finding {
    /**
     * Its system took it.
     *
     * @param proof what was proved, in a sentence without a full stop, e.g. {@code Slack accepts it for T01ACME}
     * @param ends when it ends, where that is known
     * @param remarks what it lacks without being of no use, e.g. a scope that only one feature needs
     */
    record Taken(String proof, Optional<Instant> ends, List<String> remarks) implements Finding {
        public Taken {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Its system refuses it, it has the wrong shape, or it lacks a right without which nothing works.
     *
     * @param why what the system said and what to do, in a sentence without a full stop
     */
    record Refused(String why) implements Finding {}

    /**
     * Nothing is wrong with its shape, and there is no harmless call that would prove more. One that was refused stays unhealthy until
     * somebody's call with it succeeds.
     *
     * @param why what will prove it, in a sentence without a full stop
     */
    record NotProvable(String why) implements Finding {}

    /**
     * The check could not run: its system or a store did not answer.
     *
     * @param why what did not answer
     */
    record NotChecked(String why) implements Finding {}
}
