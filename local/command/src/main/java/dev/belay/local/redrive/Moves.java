package dev.belay.local.redrive;

import dev.belay.aws.deadletter.DeadLetter;
import dev.belay.aws.deadletter.DeadLetterQueue;
import dev.belay.events.QueueMessage;
import dev.belay.failure.ExternalFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Walks through a dead-letter queue once. What is wanted of it is moved back as it comes, in order; all else is held until the end, so that
 * it does not come again, and is put back then.
 */
final class Moves {
    /** How many messages are held at most; whoever has more of them moves some first. */
    private static final int MOST = 500;

    /** A message is moved in two calls, each of which may take ten seconds and must end before the hold does. */
    private static final Duration LAST_BEGIN = DeadLetterQueue.HOLD.minusSeconds(30);

    /**
     * How a walk ended.
     *
     * @param moved what is back in its queue
     * @param kept what stays
     * @param failure what ended the walk before its time
     */
    record Outcome(List<ShownLetter> moved, List<ShownLetter> kept, Optional<String> failure) {
        Outcome {
            moved = List.copyOf(moved);
            kept = List.copyOf(kept);
        }
    }

    private final DeadLetterQueue queue;
    private final Clock clock;
    private final Consumer<ShownLetter> told;
    private final List<ShownLetter> moved = new ArrayList<>();
    private final Map<String, DeadLetter> held = new LinkedHashMap<>();

    /** @param told of each message that was moved, at once */
    Moves(DeadLetterQueue queue, Clock clock, Consumer<ShownLetter> told) {
        this.queue = queue;
        this.clock = clock;
        this.told = told;
    }

    /** Moves none. */
    Outcome look() {
        return move(_ -> false);
    }

    Outcome move(Predicate<DeadLetter> wanted) {
        Optional<String> failure = Optional.empty();
        try {
            boolean more = true;
            while (more && held.size() < MOST) {
                more = isMore(wanted);
            }
        } catch (ExternalFailure e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
        held.values().forEach(this::putBack);
        return new Outcome(moved, held.values().stream().map(ShownLetter::of).toList(), failure);
    }

    /** Whether there was anything. */
    private boolean isMore(Predicate<DeadLetter> wanted) {
        Instant end = clock.instant().plus(LAST_BEGIN);
        Deque<DeadLetter> batch = new ArrayDeque<>(queue.receive());
        boolean more = !batch.isEmpty();
        try {
            while (!batch.isEmpty() && clock.instant().isBefore(end)) {
                settle(batch.element(), wanted);
                batch.remove();
            }
            batch.forEach(this::putBack);
            batch.clear();
        } finally {
            batch.forEach(this::hold);
        }
        return more;
    }

    private void settle(DeadLetter letter, Predicate<DeadLetter> wanted) {
        if (wanted.test(letter)) {
            queue.moveBack(letter, QueueMessage.REASON);
            note(letter);
        } else {
            hold(letter);
        }
    }

    /** By its latest receipt: a walk may take longer than a hold. */
    private void hold(DeadLetter letter) {
        held.put(letter.id(), letter);
    }

    private void note(DeadLetter letter) {
        ShownLetter shown = ShownLetter.of(letter);
        moved.add(shown);
        told.accept(shown);
    }

    /** What cannot be put back, or was deleted after all, comes back or not when its hold ends: nothing is lost by it. */
    private void putBack(DeadLetter letter) {
        try {
            queue.putBack(letter);
        } catch (ExternalFailure _) {
            // its hold ends by itself
        }
    }
}
