package dev.belay.aws.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.chat.Platform;
import dev.belay.event.PlaceNotice;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;
import dev.belay.record.RecordRef;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A queue message's body while it is read: what it must hold is demanded, what it does not know is let be. */
final class QueueBody {
    private final JsonObject json;

    private QueueBody(JsonObject json) {
        this.json = json;
    }

    /** The kind of a message, whatever else it holds. */
    static String kindOf(String text) {
        return new QueueBody(parsed(text)).text("kind");
    }

    static QueueBody of(String kind, String text) {
        QueueBody body = new QueueBody(parsed(text));
        if (body.number("schema") != QueueMessage.SCHEMA) {
            throw new MalformedMessage("the message has another schema than " + QueueMessage.SCHEMA);
        }
        if (!body.text("kind").equals(kind)) {
            throw new MalformedMessage("the message is not a " + kind);
        }
        return body;
    }

    RecordHint hint() {
        return new RecordHint(
                text("event_id"), platform(), text("type"), record(), time("occurred_at"), time("accepted_at"));
    }

    Press press() {
        return new Press(
                text("press_id"),
                platform(),
                text("workspace"),
                text("app_id"),
                text("user"),
                optional("user_workspace"),
                text("channel"),
                json.getBoolean("direct", false),
                optional("thread"),
                text("message"),
                record(),
                text("action"),
                json.has("generation") ? OptionalLong.of(number("generation")) : OptionalLong.empty(),
                optional("replaces"),
                optional("response_url"),
                time("accepted_at"));
    }

    PlaceNotice notice() {
        return new PlaceNotice(
                text("notice_id"),
                platform(),
                noticed(),
                text("workspace"),
                optional("team"),
                text("team_conversation"),
                optional("channel"),
                optional("name"),
                service(),
                time("accepted_at"));
    }

    private PlaceNotice.Kind noticed() {
        try {
            return PlaceNotice.Kind.valueOf(text("what"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message tells of something unknown");
        }
    }

    private URI service() {
        try {
            return URI.create(text("service"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message has no readable service");
        }
    }

    private static JsonObject parsed(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new MalformedMessage("the message is not a JSON object");
        } catch (StackOverflowError e) {
            throw new MalformedMessage("the message is nested too deeply");
        }
    }

    private Platform platform() {
        try {
            return Platform.of(text("platform"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message names an unknown platform");
        }
    }

    private RecordRef record() {
        try {
            return RecordRef.of(text("table"), text("sys_id"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message names no record: " + e.getMessage());
        }
    }

    private Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    private long number(String name) {
        if (json.get(name) instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw new MalformedMessage("the message lacks the whole number " + name);
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> new MalformedMessage("the message lacks the text " + name));
    }

    private Optional<String> optional(String name) {
        Object value = json.get(name);
        if (value == null || (value instanceof String text && !text.isEmpty())) {
            return Optional.ofNullable((String) value);
        }
        throw new MalformedMessage("the message has no readable " + name);
    }
}
