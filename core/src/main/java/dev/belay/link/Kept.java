package dev.belay.link;

import java.time.Instant;
import java.util.Optional;

/**
 * What keeping a conversation true remembers of it.
 *
 * @param drawn what was announced last to be drawn on its card, since it was posted
 * @param waiting the message whose delivery ended in a wait that was chosen: that it comes back says nothing of a killed worker
 * @param told what was told in it; none where nothing is known of that
 * @param ending the record's end that it knows of
 * @param due when something is to be done although nothing happens
 */
public record Kept(
        Optional<Drawn> drawn,
        Optional<String> waiting,
        Optional<Told> told,
        Optional<Ending> ending,
        Optional<Instant> due) {
    /** Of a conversation that nothing is remembered of. */
    public static final Kept NOTHING =
            new Kept(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What is drawn now, and nobody waits any more. */
    public Kept with(Drawn next) {
        return new Kept(Optional.of(next), Optional.empty(), told, ending, due);
    }

    public Kept with(Told next) {
        return new Kept(drawn, waiting, Optional.of(next), ending, due);
    }

    public Kept with(Ending next) {
        return new Kept(drawn, waiting, told, Optional.of(next), due);
    }

    /** With something to be done at this time, or with nothing. */
    public Kept due(Optional<Instant> next) {
        return new Kept(drawn, waiting, told, ending, next);
    }

    /** With this message waiting. */
    public Kept waiting(String message) {
        return new Kept(drawn, Optional.of(message), told, ending, due);
    }

    /** Whether the record is over, as far as the conversation knows. */
    public boolean isOver() {
        return ending.filter(Ending::over).isPresent();
    }
}
