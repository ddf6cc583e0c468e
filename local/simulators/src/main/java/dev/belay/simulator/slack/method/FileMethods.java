package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.WorkspaceFile;
import java.util.List;
import java.util.Map;

/**
 * The {@code files.*} methods: a file is uploaded in three steps, and shown by the last (docs.slack.dev/messaging/working-with-files).
 */
final class FileMethods {
    private FileMethods() {}

    static List<Method> all() {
        return List.of(
                new Method("files.info", Tier.FOUR, List.of("files:read"), FileMethods::info),
                new Method("files.getUploadURLExternal", Tier.FOUR, List.of("files:write"), FileMethods::expect),
                new Method("files.completeUploadExternal", Tier.FOUR, List.of("files:write"), FileMethods::complete));
    }

    /** One whose upload was not completed is not there for anybody. */
    private static JsonObject info(Call call) {
        WorkspaceFile file = call.workspace()
                .files()
                .file(call.arguments().required("file"))
                .filter(WorkspaceFile::isComplete)
                .filter(found -> isSeen(call, found))
                .orElseThrow(() -> Refusal.of("file_not_found"));
        JsonObject answer = new JsonObject();
        answer.put("file", call.workspace().files().json(file));
        return answer;
    }

    private static boolean isSeen(Call call, WorkspaceFile file) {
        return file.user().equals(call.user())
                || file.channels().stream()
                        .flatMap(id -> call.workspace().channel(id).stream())
                        .anyMatch(channel -> call.workspace().sees(call.user(), channel));
    }

    private static JsonObject expect(Call call) {
        String name = call.arguments().required("filename");
        long length = length(call.arguments().required("length"));
        call.workspace().files().refusal(name, length).ifPresent(error -> {
            throw Refusal.of(error);
        });
        Map.Entry<String, WorkspaceFile> expected = call.workspace().files().expect(name, call.user());
        JsonObject answer = new JsonObject();
        answer.put("upload_url", expected.getKey());
        answer.put("file_id", expected.getValue().id());
        return answer;
    }

    /** A length of nothing counts as none. */
    private static long length(String text) {
        try {
            long length = Long.parseLong(text);
            if (length > 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw Refusal.of("invalid_arguments");
        }
        throw Refusal.missing("length");
    }

    private static JsonObject complete(Call call) {
        JsonArray named = call.arguments()
                .array("files", "invalid_arguments")
                .filter(files -> files.size() == 1)
                .orElseThrow(() -> Refusal.missing("files"));
        WorkspaceFile file = call.workspace()
                .files()
                .file(named.getObject(0, new JsonObject()).getString("id", ""))
                .filter(found -> found.isUploaded()
                        && !found.isComplete()
                        && found.user().equals(call.user()))
                .orElseThrow(() -> Refusal.of("file_not_found"));
        Channel channel = call.channel("channel_id");
        if (channel.isArchived()) {
            throw Refusal.of("is_archived");
        }
        call.joined(channel);
        show(call, file, channel);
        JsonObject answer = new JsonObject();
        answer.put("files", JsonArray.from(call.workspace().files().json(file)));
        return answer;
    }

    /** The message of an upload bears no {@code bot_id}, even an app's, and the app hears of it as of anybody's (seen in the field). */
    private static void show(Call call, WorkspaceFile file, Channel channel) {
        Message message = new Message(
                call.workspace().identifiers().timestamp(),
                call.user(),
                "",
                "",
                Content.text(call.arguments().text("initial_comment").orElse("")),
                ChatMethods.thread(call, channel));
        channel.messages().put(message.ts(), message);
        call.workspace().files().share(file, channel, message);
        call.workspace().news().uploaded(channel, message);
    }
}
