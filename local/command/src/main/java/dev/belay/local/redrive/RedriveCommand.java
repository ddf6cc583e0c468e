package dev.belay.local.redrive;

import dev.belay.aws.Aws;
import dev.belay.aws.deadletter.DeadLetter;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.redrive.QueueReport.Told;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./belay redrive}: shows why messages are in a dead-letter queue, and moves them back. */
@Command(
        name = "redrive",
        description = {
            "show what is in the dead-letter queues, and move it back",
            "Without --message or --all it only shows: each message's reason, and never what it says.",
            "While the command looks, nobody else gets the messages; where it is killed, they are there again",
            "two minutes later."
        },
        footer = {"", "Mend the cause first: ./belay redrive slack-records, then ./belay redrive slack-records --all."})
public final class RedriveCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int WRONG = 1;

    @Parameters(
            index = "0",
            paramLabel = "QUEUE",
            arity = "0..1",
            description = "such as slack-records or teams-actions; all where none is named")
    private Optional<String> word = Optional.empty();

    @Option(names = "--message", paramLabel = "ID", description = "move this message back; may be given again")
    private List<String> messages = List.of();

    @Option(names = "--all", description = "move all back that are there when the command begins")
    private boolean all;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    public RedriveCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        check();
        try (Aws there = new Aws(aws.access(around.environment()), around.clock())) {
            List<StackQueue> queues = chosen(StackQueue.of(aws.stack(), there.deadLetterQueues()));
            return moves() ? move(queues.getFirst()) : show(queues);
        } catch (ExternalFailure e) {
            around.errors().println("the queues are not read: " + e.getMessage());
            return WRONG;
        }
    }

    private boolean moves() {
        return all || !messages.isEmpty();
    }

    private void check() {
        if (all && !messages.isEmpty()) {
            throw wrong("it is --all or --message, not both");
        }
        if (moves() && word.isEmpty()) {
            throw wrong("from which queue? It is 'redrive QUEUE --all' or 'redrive QUEUE --message ID'");
        }
        if (moves() && !yes && (json || !around.terminal().isInteractive())) {
            throw wrong("nobody is there to be asked: give --yes");
        }
    }

    private List<StackQueue> chosen(List<StackQueue> queues) {
        if (queues.isEmpty()) {
            throw wrong("there is no queue of a stack '" + aws.stack() + "' here: give --stack and --region");
        }
        List<StackQueue> chosen = queues.stream()
                .filter(queue -> word.isEmpty() || word.get().equals(queue.word()))
                .toList();
        if (chosen.isEmpty()) {
            throw wrong("there is no such queue: it is one of "
                    + queues.stream().map(StackQueue::word).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private int show(List<StackQueue> queues) {
        QueueReport report = new QueueReport(around.out());
        List<Told> told = new ArrayList<>();
        for (StackQueue queue : queues) {
            told.add(look(queue));
            if (!json) {
                report.show(told.getLast());
            }
        }
        if (json) {
            report.print(QueueReport.json(aws.stack(), told));
        }
        return told.stream().allMatch(this::isComplete) ? DONE : WRONG;
    }

    private Told look(StackQueue queue) {
        int size = queue.deadLetters().size();
        return new Told(queue, size, new Moves(queue.deadLetters(), around.clock(), _ -> {}).look());
    }

    private int move(StackQueue queue) {
        Instant begun = around.clock().instant();
        return yes || isMeant(queue) ? move(queue, begun) : WRONG;
    }

    /** Whether a person who sees what would be moved wants that. */
    private boolean isMeant(StackQueue queue) {
        Told told = look(queue);
        new QueueReport(around.out()).show(told);
        if (!isComplete(told)) {
            return false;
        }
        if (queue.growsOld()) {
            around.out()
                    .println(
                            "A press or command that is older than press_expires_after_seconds of the settings is dropped"
                                    + " when it is worked on, and its person told.");
        }
        String what = all ? "all of them" : messages.size() == 1 ? "this message" : messages.size() + " messages";
        String answer = around.terminal()
                .ask("Move " + what + " back to " + queue.deadLetters().source() + "? [y/N] ");
        return answer.strip().matches("(?i)y|yes");
    }

    private int move(StackQueue queue, Instant begun) {
        QueueReport report = new QueueReport(around.out());
        Set<String> sought = new LinkedHashSet<>(messages);
        Predicate<DeadLetter> wanted =
                all ? letter -> !letter.sentAt().isAfter(begun) : letter -> sought.contains(letter.id());
        Consumer<ShownLetter> told = json ? _ -> {} : letter -> report.moved(queue.deadLetters(), letter);
        Moves.Outcome outcome = new Moves(queue.deadLetters(), around.clock(), told).move(wanted);
        outcome.moved().forEach(letter -> sought.remove(letter.id()));
        Told after = new Told(queue, outcome.kept().size(), outcome);
        if (json) {
            report.print(QueueReport.json(aws.stack(), List.of(after)));
        } else {
            around.out()
                    .println(
                            outcome.moved().size() + " moved, " + outcome.kept().size() + " seen and left");
        }
        boolean complete = isComplete(after);
        return isFound(sought) && complete ? DONE : WRONG;
    }

    private boolean isComplete(Told told) {
        told.outcome().failure().ifPresent(failure -> around.errors()
                .println(told.queue().word() + ": " + failure
                        + ". Nothing is lost: run it again, within five minutes if it moved anything."));
        return told.outcome().failure().isEmpty();
    }

    private boolean isFound(Set<String> missing) {
        missing.forEach(id -> around.errors()
                .println("there is no message " + SafeText.of(id)
                        + " to be had: it was moved, somebody else holds it, or it is behind ten others of its group"));
        return missing.isEmpty();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
