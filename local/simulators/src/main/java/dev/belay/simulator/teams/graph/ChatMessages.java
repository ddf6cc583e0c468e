package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Picture;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form in which Graph shows a message (learn.microsoft.com/graph/api/resources/chatmessage). */
final class ChatMessages {
    private final Tenant tenant;

    ChatMessages(Tenant tenant) {
        this.tenant = tenant;
    }

    JsonObject json(Message message, Channel channel) {
        JsonObject json = new JsonObject();
        json.put("id", message.id());
        json.put("replyToId", message.isReply() ? message.root() : null);
        json.put("etag", message.id());
        json.put("messageType", "message");
        json.put("createdDateTime", message.created().toString());
        json.put(
                "lastModifiedDateTime",
                message.edited().orElse(message.created()).toString());
        json.put("lastEditedDateTime", message.edited().map(Object::toString).orElse(null));
        json.put(
                "deletedDateTime",
                message.deleted() ? message.edited().orElseThrow().toString() : null);
        json.put("subject", null);
        json.put("summary", message.activity().getString("summary"));
        json.put("chatId", null);
        json.put("importance", "normal");
        json.put("locale", "en-us");
        json.put("from", from(message));
        json.put("channelIdentity", identity(channel));
        putContent(json, message);
        return json;
    }

    /** A picture that stands within a message. */
    Optional<Picture> picture(Message message, String id) {
        return tenant.library().pictures(message.id()).stream()
                .filter(picture -> picture.id().equals(id) && !message.deleted())
                .findFirst();
    }

    private static JsonObject identity(Channel channel) {
        JsonObject identity = new JsonObject();
        identity.put("teamId", channel.team().id());
        identity.put("channelId", channel.id());
        return identity;
    }

    private JsonObject from(Message message) {
        JsonObject from = new JsonObject();
        from.put("device", null);
        from.put("user", message.byBot() ? null : user(message.author()));
        from.put("application", message.byBot() ? application(message.author()) : null);
        return from;
    }

    private JsonObject user(String id) {
        JsonObject user = new JsonObject();
        user.put("id", id);
        user.put("displayName", tenant.person(id).map(Person::name).orElse(id));
        user.put("userIdentityType", "aadUser");
        user.put("tenantId", tenant.person(id).map(Person::tenant).orElse(tenant.id()));
        return user;
    }

    private JsonObject application(String mri) {
        JsonObject application = new JsonObject();
        application.put("id", mri.substring("28:".length()));
        application.put(
                "displayName",
                mri.equals(tenant.app().mri())
                        ? tenant.app().name()
                        : tenant.person(mri).map(Person::name).orElse(mri));
        application.put("applicationIdentityType", "bot");
        return application;
    }

    /** The attachments stand in the body as marks; a card's content is JSON in a string. */
    private void putContent(JsonObject json, Message message) {
        JsonArray attachments = new JsonArray();
        JsonArray mentions = new JsonArray();
        StringBuilder html = new StringBuilder(mentioning(message, mentions));
        if (!message.deleted()) {
            tenant.library().pictures(message.id()).forEach(picture -> html.append(image(message, picture, json)));
        }
        message.attachments().forEach(attachment -> {
            String id = message.id() + "-" + attachments.size();
            html.append("<attachment id=\"").append(id).append("\"></attachment>");
            attachments.add(attachment(id, attachment));
        });
        JsonObject body = new JsonObject();
        body.put("contentType", "html");
        body.put("content", html.toString());
        json.put("body", body);
        json.put("attachments", attachments);
        json.put("mentions", mentions);
        json.put("reactions", new JsonArray());
    }

    /** As Teams' own client writes one: its address is Graph's, whatever address Graph was asked at. */
    private static String image(Message message, Picture picture, JsonObject json) {
        JsonObject channel = json.getObject("channelIdentity");
        String path = message.isReply() ? message.root() + "/replies/" + message.id() : message.id();
        return "<p><img alt=\"image\" src=\"https://graph.microsoft.com/v1.0/teams/" + channel.getString("teamId")
                + "/channels/" + channel.getString("channelId") + "/messages/" + path + "/hostedContents/"
                + picture.id()
                + "/$value\" width=\"250\" height=\"120\" style=\"vertical-align:bottom\" itemid=\"" + picture.id()
                + "\"></p>";
    }

    private static JsonObject attachment(String id, JsonObject attachment) {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("contentType", attachment.getString("contentType"));
        json.put("contentUrl", attachment.getString("contentUrl"));
        json.put("content", content(attachment.get("content")));
        json.put("name", attachment.getString("name"));
        json.put("thumbnailUrl", null);
        return json;
    }

    private static @Nullable String content(@Nullable Object content) {
        return content == null || content instanceof String ? (String) content : JsonWriter.string(content);
    }

    /** The text with its mentions numbered, and what the numbers mean. */
    private String mentioning(Message message, JsonArray mentions) {
        String text = message.text();
        for (Object entity : message.activity().getArray("entities", new JsonArray())) {
            if (entity instanceof JsonObject object && "mention".equals(object.getString("type"))) {
                String words = object.getString("text", "").replaceAll("</?at>", "");
                text = text.replace("<at>" + words + "</at>", "<at id=\"" + mentions.size() + "\">" + words + "</at>");
                mentions.add(mention(mentions.size(), words, object.getObject("mentioned", new JsonObject())));
            }
        }
        return text;
    }

    private JsonObject mention(int number, String words, JsonObject account) {
        String named = account.getString("id", "");
        JsonObject mentioned = new JsonObject();
        mentioned.put("user", user(tenant.person(named).map(Person::id).orElse(named)));
        JsonObject mention = new JsonObject();
        mention.put("id", number);
        mention.put("mentionText", words);
        mention.put("mentioned", mentioned);
        return mention;
    }
}
