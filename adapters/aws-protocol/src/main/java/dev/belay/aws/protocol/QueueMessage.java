package dev.belay.aws.protocol;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.event.PlaceNotice;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;

/**
 * A command as a FIFO queue holds it. Written by ingress, read by the workers; a worker reads what an older or a newer ingress
 * of the same schema wrote.
 *
 * @param groupId what is done in order: all hints about a record for one platform, all presses on a record, all notices about a team
 * @param deduplicationId the same each time the same event or press arrives
 */
public record QueueMessage(String groupId, String deduplicationId, String body) {
    static final int SCHEMA = 1;

    /** Without the body, which may hold a response URL. */
    @Override
    public String toString() {
        return "QueueMessage[" + deduplicationId + "]";
    }

    public static QueueMessage of(RecordHint hint) {
        String platform = hint.platform().word();
        String body = start("hint")
                .value("event_id", hint.eventId())
                .value("platform", platform)
                .value("type", hint.type())
                .value("table", hint.record().table())
                .value("sys_id", hint.record().sysId().value())
                .value("occurred_at", hint.occurredAt().toEpochMilli())
                .value("accepted_at", hint.acceptedAt().toEpochMilli())
                .end()
                .done();
        return new QueueMessage(
                Hash.of(platform + ":" + hint.record()), Hash.of(platform + ":" + hint.eventId()), body);
    }

    public static QueueMessage of(Press press) {
        JsonStringWriter json = start("press")
                .value("press_id", press.pressId())
                .value("platform", press.platform().word())
                .value("workspace", press.workspace())
                .value("app_id", press.appId())
                .value("user", press.user())
                .value("channel", press.channel())
                .value("message", press.message())
                .value("table", press.record().table())
                .value("sys_id", press.record().sysId().value())
                .value("action", press.word())
                .value("accepted_at", press.acceptedAt().toEpochMilli());
        addOptional(json, press);
        return new QueueMessage(
                Hash.of(press.record().toString()),
                Hash.of(press.pressId()),
                json.end().done());
    }

    /** What happened to one team is heeded in order. */
    public static QueueMessage of(PlaceNotice notice) {
        String platform = notice.platform().word();
        JsonStringWriter json = start("notice")
                .value("notice_id", notice.noticeId())
                .value("platform", platform)
                .value("what", notice.kind().name())
                .value("workspace", notice.workspace())
                .value("team_conversation", notice.teamConversation())
                .value("service", notice.service().toString())
                .value("accepted_at", notice.acceptedAt().toEpochMilli());
        if (notice.team().isPresent()) {
            json.value("team", notice.team().get());
        }
        if (notice.channel().isPresent()) {
            json.value("channel", notice.channel().get());
        }
        if (notice.name().isPresent()) {
            json.value("name", notice.name().get());
        }
        return new QueueMessage(
                Hash.of(platform + ":" + notice.workspace() + ":" + notice.teamConversation()),
                Hash.of(notice.noticeId()),
                json.end().done());
    }

    private static void addOptional(JsonStringWriter json, Press press) {
        if (press.userWorkspace().isPresent()) {
            json.value("user_workspace", press.userWorkspace().get());
        }
        if (press.direct()) {
            json.value("direct", true);
        }
        if (press.thread().isPresent()) {
            json.value("thread", press.thread().get());
        }
        if (press.generation().isPresent()) {
            json.value("generation", press.generation().getAsLong());
        }
        if (press.replaces().isPresent()) {
            json.value("replaces", press.replaces().get());
        }
        if (press.responseUrl().isPresent()) {
            json.value("response_url", press.responseUrl().get());
        }
    }

    private static JsonStringWriter start(String kind) {
        return JsonWriter.string().object().value("schema", SCHEMA).value("kind", kind);
    }

    /** Whether a message's body holds a notice about a place rather than a hint about a record. */
    public static boolean isNotice(String body) {
        return QueueBody.kindOf(body).equals("notice");
    }

    /**
     * Reads a notice from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static PlaceNotice readNotice(String body) {
        return QueueBody.of("notice", body).notice();
    }

    /**
     * Reads a hint from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static RecordHint readHint(String body) {
        return QueueBody.of("hint", body).hint();
    }

    /**
     * Reads a press from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static Press readPress(String body) {
        return QueueBody.of("press", body).press();
    }
}
