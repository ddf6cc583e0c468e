package dev.belay.local.doctor;

import dev.belay.aws.deadletter.DeadLetterQueues;
import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.redrive.StackQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Whether each platform of the settings has its queues, and whether anything was set aside. */
final class QueueCheck {
    private static final String AREA = "queues";
    private static final List<String> KINDS = List.of("records", "actions", "messages");
    private static final String FILES = "files";

    private final DeadLetterQueues queues;
    private final String stack;

    QueueCheck(DeadLetterQueues queues, String stack) {
        this.queues = queues;
        this.stack = stack;
    }

    /** @param platforms those of the settings */
    List<Result> results(Set<Platform> platforms) {
        return results((platform, deployed) -> of(platform, deployed, platforms));
    }

    /**
     * Where no settings say which platforms there are.
     *
     * @param platforms those that the stack was deployed for
     */
    List<Result> withoutSettings(Set<Platform> platforms) {
        return results((platform, deployed) -> platforms.contains(platform)
                ? missing(platform, deployed, "the stack was deployed for ", "")
                : List.of());
    }

    private List<Result> results(BiFunction<Platform, List<StackQueue>, List<Result>> ofPlatform) {
        try {
            List<StackQueue> deployed = StackQueue.of(stack, queues);
            List<Result> results = new ArrayList<>();
            for (Platform platform : Platform.values()) {
                results.addAll(ofPlatform.apply(platform, deployed));
            }
            if (deployed.stream().noneMatch(queue -> queue.word().equals(FILES))) {
                results.add(Result.wrong(
                        AREA, FILES, "there is no such queue", "deploy the stack, or give --stack and --region"));
            }
            deployed.forEach(queue -> results.add(Result.of(AREA, queue.word(), () -> letters(stack, queue))));
            return results;
        } catch (ExternalFailure e) {
            return List.of(Result.notChecked(AREA, stack, e));
        }
    }

    private static List<Result> of(Platform platform, List<StackQueue> deployed, Set<Platform> wanted) {
        if (wanted.contains(platform)) {
            return missing(platform, deployed, "the settings have ", ", or take the section out of the settings");
        }
        return deployed.stream().noneMatch(queue -> words(platform).contains(queue.word()))
                ? List.of()
                : List.of(Result.warning(
                        AREA,
                        platform.id(),
                        platform.label() + " is deployed, and the settings have no section of that name",
                        "add the section and its routes, or take " + platform.id()
                                + " out of the stack's parameter Platforms"));
    }

    private static List<String> words(Platform platform) {
        return KINDS.stream().map(kind -> platform.id() + "-" + kind).toList();
    }

    /**
     * @param whose who wants them, as a sentence begins
     * @param otherwise what else may be done than to deploy them, with a comma before it
     */
    private static List<Result> missing(Platform platform, List<StackQueue> deployed, String whose, String otherwise) {
        return words(platform).stream()
                .filter(word ->
                        deployed.stream().noneMatch(queue -> queue.word().equals(word)))
                .map(word -> Result.wrong(
                        AREA,
                        word,
                        "there is no such queue, and " + whose + platform.label(),
                        "deploy the stack with Platforms="
                                + String.join(
                                        ",",
                                        Arrays.stream(Platform.values())
                                                .map(Platform::id)
                                                .toList())
                                + " or only " + platform.id() + otherwise))
                .toList();
    }

    private static Result letters(String stack, StackQueue queue) {
        int size = queue.deadLetters().size();
        return size == 0
                ? Result.good(AREA, queue.word(), "nothing was set aside")
                : Result.warning(
                        AREA,
                        queue.word(),
                        "about " + size + " set aside as dead letters",
                        "look at them with './belay redrive " + queue.word() + " --stack " + stack + "'");
    }
}
