package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.event.FileEvent;
import dev.belay.event.FileEvent.Told;
import dev.belay.record.SysId;
import dev.belay.signature.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Word of files as a queue message. Their queue keeps no order, so that no file stands before another. */
public final class FileEventCodec {
    private static final String KIND = "file_event";
    private static final String SHARED = "shared";
    private static final String ATTACHED = "attached";

    private FileEventCodec() {}

    /** Not a pattern switch: ingress would pay for linking it in a cold start. */
    public static QueueMessage write(FileEvent event) {
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("event_id", event.eventId())
                .value("platform", event.platform().id())
                .value("accepted_at", event.acceptedAt().toEpochMilli());
        if (event instanceof FileEvent.Shared shared) {
            put(json, shared);
        } else {
            put(json, (FileEvent.Attached) event);
        }
        String id = Sha256.hex(event.platform().id() + ":file:" + event.eventId());
        return new QueueMessage(id, id, json.end().done());
    }

    private static void put(JsonStringWriter json, FileEvent.Shared shared) {
        json.value("what", SHARED)
                .value("workspace", shared.at().workspace())
                .value("channel", shared.at().channel())
                .value("message", shared.message())
                .value("user", shared.by().id())
                .value("user_workspace", shared.by().workspace());
        MessageBody.put(json, "thread", shared.at().thread());
        json.array("files");
        for (String file : shared.files()) {
            json.value(file);
        }
        json.end().array("told");
        for (Map.Entry<String, Told> file : shared.told().entrySet()) {
            json.value(file.getKey())
                    .value(file.getValue().name())
                    .value(Long.toString(file.getValue().bytes()));
        }
        json.end();
    }

    private static void put(JsonStringWriter json, FileEvent.Attached attached) {
        json.value("what", ATTACHED)
                .value("table", attached.record().table())
                .value("sys_id", attached.record().sysId().value())
                .value("attachment", attached.attachment().value());
    }

    /**
     * Reads an event from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static FileEvent read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return switch (json.text("what")) {
            case SHARED -> shared(json);
            case ATTACHED -> attached(json);
            default -> throw new MalformedMessage("the message tells of something unknown");
        };
    }

    private static FileEvent.Shared shared(MessageBody json) {
        ConversationId at = new ConversationId(
                json.platform(), json.text("workspace"), json.text("channel"), json.optionalText("thread"));
        return new FileEvent.Shared(
                json.text("event_id"),
                at,
                json.text("message"),
                new ChatUser(json.platform(), json.text("user_workspace"), json.text("user")),
                json.textList("files"),
                told(json.textList("told")),
                json.time("accepted_at"));
    }

    /** Of each file its id, its name and its size. */
    private static Map<String, Told> told(List<String> all) {
        Map<String, Told> told = new HashMap<>();
        for (int i = 0; i + 2 < all.size(); i += 3) {
            told.put(all.get(i), new Told(all.get(i + 1), bytes(all.get(i + 2))));
        }
        return told;
    }

    private static long bytes(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedMessage("the size of a file is no number");
        }
    }

    private static FileEvent.Attached attached(MessageBody json) {
        String attachment = json.text("attachment");
        if (!SysId.isSysId(attachment)) {
            throw new MalformedMessage("the message names no attachment");
        }
        return new FileEvent.Attached(
                json.text("event_id"), json.platform(), json.record(), new SysId(attachment), json.time("accepted_at"));
    }
}
