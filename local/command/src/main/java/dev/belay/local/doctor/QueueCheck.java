package dev.belay.local.doctor;

import dev.belay.aws.deadletter.DeadLetterQueues;
import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.redrive.StackQueue;
import dev.belay.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    List<Result> results(Settings settings) {
        try {
            List<StackQueue> deployed = StackQueue.of(stack, queues);
            List<Result> results = new ArrayList<>();
            for (Platform platform : Platform.values()) {
                results.addAll(of(platform, deployed, settings));
            }
            if (deployed.stream().noneMatch(queue -> queue.word().equals(FILES))) {
                results.add(Result.wrong(
                        AREA, FILES, "there is no such queue", "deploy the stack, or give --stack and --region"));
            }
            deployed.forEach(queue -> results.add(Result.of(AREA, queue.word(), () -> letters(queue))));
            return results;
        } catch (ExternalFailure e) {
            return List.of(Result.notChecked(AREA, stack, e));
        }
    }

    private static List<Result> of(Platform platform, List<StackQueue> deployed, Settings settings) {
        boolean wanted = settings.chats().containsKey(platform);
        List<String> words =
                KINDS.stream().map(kind -> platform.id() + "-" + kind).toList();
        boolean none = deployed.stream().noneMatch(queue -> words.contains(queue.word()));
        if (!wanted && !none) {
            return List.of(Result.warning(
                    AREA,
                    platform.id(),
                    platform.label() + " is deployed, and the settings have no section of that name",
                    "add the section and its routes, or take " + platform.id()
                            + " out of the stack's parameter Platforms"));
        }
        return words.stream()
                .filter(word -> wanted
                        && deployed.stream().noneMatch(queue -> queue.word().equals(word)))
                .map(word -> Result.wrong(
                        AREA,
                        word,
                        "there is no such queue, and the settings have " + platform.label(),
                        "deploy the stack with Platforms="
                                + String.join(
                                        ",",
                                        Arrays.stream(Platform.values())
                                                .map(Platform::id)
                                                .toList())
                                + " or only " + platform.id() + ", or take the section out of the settings"))
                .toList();
    }

    private static Result letters(StackQueue queue) {
        int size = queue.deadLetters().size();
        return size == 0
                ? Result.good(AREA, queue.word(), "nothing was set aside")
                : Result.warning(
                        AREA,
                        queue.word(),
                        "about " + size + " set aside as dead letters",
                        "look at them with './belay redrive " + queue.word() + "'");
    }
}
