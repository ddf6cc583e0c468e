package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.event.PlaceNotice;
import dev.belay.signature.Sha256;
import java.net.URI;

/** A notice about a place as a queue message. All notices about one team are processed in order. */
public final class PlaceNoticeCodec {
    private static final String KIND = "notice";

    private PlaceNoticeCodec() {}

    public static QueueMessage write(PlaceNotice notice) {
        String platform = notice.platform().word();
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("notice_id", notice.noticeId())
                .value("platform", platform)
                .value("what", notice.kind().name())
                .value("workspace", notice.workspace())
                .value("team_conversation", notice.teamConversation())
                .value("service", notice.service().toString())
                .value("accepted_at", notice.acceptedAt().toEpochMilli());
        MessageBody.put(json, "team", notice.team());
        MessageBody.put(json, "channel", notice.channel());
        MessageBody.put(json, "name", notice.name());
        return new QueueMessage(
                Sha256.hex(platform + ":" + notice.workspace() + ":" + notice.teamConversation()),
                Sha256.hex(notice.noticeId()),
                json.end().done());
    }

    /**
     * Whether a message's body holds a notice, whatever else it holds: notices and hints come on one queue.
     *
     * @throws MalformedMessage when it does not say what it holds
     */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads a notice from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static PlaceNotice read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        return new PlaceNotice(
                json.text("notice_id"),
                json.platform(),
                kind(json.text("what")),
                json.text("workspace"),
                json.optionalText("team"),
                json.text("team_conversation"),
                json.optionalText("channel"),
                json.optionalText("name"),
                service(json.text("service")),
                json.time("accepted_at"));
    }

    private static PlaceNotice.Kind kind(String name) {
        try {
            return PlaceNotice.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message tells of something unknown");
        }
    }

    private static URI service(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message has no readable service");
        }
    }
}
