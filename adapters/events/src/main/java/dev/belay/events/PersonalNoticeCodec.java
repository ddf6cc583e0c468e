package dev.belay.events;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.record.SysId;
import dev.belay.signature.Sha256;

/** A notice to somebody who did not press as a queue message. Each is a group of its own: it stands before nothing. */
public final class PersonalNoticeCodec {
    private static final String KIND = "notice";

    private PersonalNoticeCodec() {}

    public static QueueMessage write(PersonalNotice notice) {
        JsonStringWriter json = MessageBody.begin(KIND)
                .value("id", notice.id())
                .value("platform", notice.by().platform().id())
                .value("workspace", notice.by().workspace())
                .value("by", notice.by().id())
                .value("channel", notice.at().channel())
                .value("sentence", notice.sentence())
                .value("since", notice.since().toEpochMilli());
        switch (notice.to()) {
            case Recipient.InChat(ChatUser user) -> json.value("to", user.id());
            case Recipient.OfRecord(SysId user) -> json.value("to_user", user.value());
        }
        MessageBody.put(json, "thread", notice.at().thread());
        MessageBody.put(json, "reply", notice.reply().map(ReplyAddress::value));
        String id = "notice:" + notice.id();
        return new QueueMessage(Sha256.hex(id), Sha256.hex(id), json.end().done());
    }

    /** Whether a message's body holds a notice. */
    public static boolean matches(String body) {
        return MessageBody.kindOf(body).equals(KIND);
    }

    /**
     * Reads a notice from a message's body.
     *
     * @throws MalformedMessage when it is not one
     */
    public static PersonalNotice read(String body) {
        MessageBody json = MessageBody.of(KIND, body);
        Platform platform = json.platform();
        String workspace = json.text("workspace");
        return new PersonalNotice(
                json.text("id"),
                new ChatUser(platform, workspace, json.text("by")),
                recipient(json, platform, workspace),
                new ConversationId(platform, workspace, json.text("channel"), json.optionalText("thread")),
                json.optionalText("reply").map(ReplyAddress::new),
                json.text("sentence"),
                json.time("since"));
    }

    private static Recipient recipient(MessageBody json, Platform platform, String workspace) {
        return json.optionalText("to_user")
                .<Recipient>map(user -> new Recipient.OfRecord(sysId(user)))
                .orElseGet(() -> new Recipient.InChat(new ChatUser(platform, workspace, json.text("to"))));
    }

    private static SysId sysId(String user) {
        if (!SysId.isSysId(user)) {
            throw new MalformedMessage("whom the notice is for is not a sys_id");
        }
        return new SysId(user);
    }
}
