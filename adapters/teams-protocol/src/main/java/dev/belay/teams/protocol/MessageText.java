package dev.belay.teams.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.message.TextPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in a message. An activity says it twice: as a text, where a link is its label and an emoji is nothing, and as HTML in an
 * attachment, which says all of it (github.com/MicrosoftDocs/msteams-docs/issues/3960).
 */
final class MessageText {
    private static final JsonArray NONE = new JsonArray();

    private MessageText() {}

    /** Of a message that an activity brings. */
    static List<TextPart> of(JsonObject activity) {
        String html = html(activity);
        return html.isEmpty() ? mentioned(activity) : Html.parts(html, names(activity));
    }

    /** Of a message as Graph shows it (learn.microsoft.com/graph/api/resources/chatmessage). */
    static List<TextPart> ofGraph(JsonObject message) {
        Map<String, String> names = new HashMap<>();
        for (Object each : message.getArray("mentions", NONE)) {
            if (each instanceof JsonObject mention) {
                JsonObject user = Json.child(Json.child(mention, "mentioned"), "user");
                put(names, mention.getString("mentionText", ""), user.getString("displayName", ""));
            }
        }
        return Html.parts(Json.child(message, "body").getString("content", ""), names);
    }

    static boolean isBlank(List<TextPart> parts) {
        for (TextPart part : parts) {
            if (!(part instanceof TextPart.Words words) || !words.words().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static String html(JsonObject activity) {
        for (Object each : activity.getArray("attachments", NONE)) {
            if (each instanceof JsonObject attachment
                    && attachment.getString("contentType", "").equals("text/html")) {
                return attachment.getString("content", "");
            }
        }
        return "";
    }

    /** The names of mentioned people, by what stands between the tags of their mention. */
    private static Map<String, String> names(JsonObject activity) {
        Map<String, String> names = new HashMap<>();
        for (Object each : activity.getArray("entities", NONE)) {
            if (each instanceof JsonObject entity && isMention(entity)) {
                String text = entity.getString("text", "").replace("<at>", "").replace("</at>", "");
                put(names, Entities.read(text), name(entity));
            }
        }
        return names;
    }

    private static void put(Map<String, String> names, String text, String name) {
        if (!text.isBlank() && !name.isBlank()) {
            names.put(text.strip(), name);
        }
    }

    private static List<TextPart> mentioned(JsonObject activity) {
        String text = activity.getString("text", "");
        for (Object each : activity.getArray("entities", NONE)) {
            if (each instanceof JsonObject entity && isMention(entity)) {
                String mention = entity.getString("text", "");
                String name = name(entity);
                text = mention.isEmpty() || name.isBlank() ? text : text.replace(mention, "@" + name);
            }
        }
        return List.of(new TextPart.Words(text.replace("&nbsp;", " ").replace('\u00A0', ' ')));
    }

    private static String name(JsonObject entity) {
        return Json.child(entity, "mentioned").getString("name", "");
    }

    static boolean isMention(JsonObject entity) {
        return entity.getString("type", "").equals("mention");
    }
}
