package dev.belay.local.redrive;

import dev.belay.aws.deadletter.DeadLetterQueue;
import dev.belay.aws.deadletter.DeadLetterQueues;
import dev.belay.chat.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A queue of a stack that has a dead-letter queue.
 *
 * @param word its name without the stack's, as it is typed: {@code slack-records}
 */
public record StackQueue(String word, DeadLetterQueue deadLetters) {
    /** Of a platform, or of all: a stack whose name goes on has one part more. */
    private static final Pattern WORD = Pattern.compile("(?:("
            + Arrays.stream(Platform.values()).map(Platform::id).collect(Collectors.joining("|")) + ")-)?[a-z]+");

    /** Those of a stack, and of no other whose name begins alike. */
    public static List<StackQueue> of(String stack, DeadLetterQueues queues) {
        String prefix = stack + "-";
        return queues.ofQueues(prefix).stream()
                .flatMap(queue -> named(queue, queue.source().substring(prefix.length())))
                .toList();
    }

    private static Stream<StackQueue> named(DeadLetterQueue queue, String rest) {
        String word = rest.endsWith(".fifo") ? rest.substring(0, rest.length() - ".fifo".length()) : rest;
        Matcher form = WORD.matcher(word);
        return form.matches() ? Stream.of(new StackQueue(word, queue)) : Stream.empty();
    }

    /** Whether people's presses and commands come on it, which grow old. */
    boolean growsOld() {
        return word.endsWith("-actions");
    }
}
