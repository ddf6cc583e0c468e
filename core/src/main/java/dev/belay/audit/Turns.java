package dev.belay.audit;

import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Agenda;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whose turn it is of a list that is gone through by asking. What does not answer is put behind the others, tried again by each later
 * run, and given up once nothing else was left for hours: nobody's silence holds up the rest.
 *
 * @param <T> an item
 */
final class Turns<T> {
    private static final System.Logger LOG = System.getLogger(Turns.class.getName());

    private final List<T> all;
    private final Function<T, Where> where;
    private final Run run;
    private final Set<Integer> tried = new HashSet<>();

    /** Whom an item is asked of. */
    record Where(Platform platform, String workspace) {}

    Turns(List<T> all, Function<T, Where> where, Run run) {
        this.all = all;
        this.where = where;
        this.run = run;
    }

    T item(int number) {
        return all.get(number);
    }

    /** The next ones that this run may ask, at most so many. */
    List<Integer> next(Progress progress, int most) {
        return left(progress)
                .filter(item -> !tried.contains(item) && mayAsk(item))
                .limit(most)
                .toList();
    }

    private Stream<Integer> left(Progress progress) {
        return Stream.concat(
                IntStream.range(progress.at(), all.size()).boxed(),
                progress.agenda().later().keySet().stream().filter(item -> item < all.size()));
    }

    private boolean mayAsk(int item) {
        Where there = where.apply(all.get(item));
        return run.mayAsk(there.platform(), there.workspace());
    }

    boolean isOver(Progress progress) {
        return left(progress).findAny().isEmpty();
    }

    /** Whether a failure is one of a place that is waited for while others go on; a rate limit, or a store of ours, is a pause for all. */
    boolean isSilence(int item, ExternalFailure failure) {
        Platform platform = where.apply(all.get(item)).platform();
        return switch (failure) {
            case Unavailable e ->
                platform.systems().contains(e.system()) && !e.isLimited() && !e.isInLine() && !e.isNotBegun();
            case CredentialsRefused _ -> run.whose().waitsForCredentials();
            default -> false;
        };
    }

    /** An item did not answer. */
    Progress silent(Progress progress, int item, ExternalFailure failure) {
        tried.add(item);
        Where there = where.apply(all.get(item));
        if (failure instanceof CredentialsRefused) {
            run.refused(there.platform(), there.workspace(), failure.said());
        } else {
            run.silent(there.platform(), there.workspace(), failure.said());
        }
        return progress.later(item);
    }

    /** Nothing is left but what does not answer: what is given up, or none while it is too early for that. */
    Optional<Integer> givenUp(Progress progress) {
        Optional<Instant> since = progress.agenda().stuck();
        boolean early = since.isEmpty()
                || run.now().isBefore(since.get().plus(run.whose().patience()));
        return left(progress).findFirst().filter(_ -> !early);
    }

    /** The run ends, and a later one tries again: since when nothing else is left is kept. */
    Progress waiting(Progress progress) {
        Where there = left(progress).findFirst().map(all::get).map(where).orElseThrow();
        LOG.log(
                System.Logger.Level.INFO,
                "the audit goes on later: {0}: {1}",
                there.platform().id(),
                run.said(there.platform(), there.workspace()));
        run.end();
        Agenda agenda = progress.agenda();
        Optional<Instant> since = agenda.stuck().or(() -> Optional.of(run.now()));
        return progress.with(new Agenda(agenda.from(), agenda.to(), agenda.later(), since));
    }
}
