package dev.belay.events;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.dialog.Field.Option;
import dev.belay.dialog.Input;
import dev.belay.record.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The JSON of a message's body: its envelope, which says schema and kind, and the fields as the codecs read them. What is missing or
 * wrong is {@link MalformedMessage}.
 */
final class MessageBody {
    private static final int SCHEMA = 1;

    private final JsonObject json;

    private MessageBody(JsonObject json) {
        this.json = json;
    }

    /** Begins a body of this kind. */
    static JsonStringWriter begin(String kind) {
        return JsonWriter.string().object().value("schema", SCHEMA).value("kind", kind);
    }

    static void put(JsonStringWriter json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.value(name, text.get());
        }
    }

    /** What may be chosen from, each as its id and its label. */
    static void put(JsonStringWriter json, List<Option> options) {
        json.array("options");
        for (Option option : options) {
            json.array().value(option.id()).value(option.label()).end();
        }
        json.end();
    }

    /** What was entered in a dialog, where anything was. */
    static void put(JsonStringWriter json, Input input) {
        if (input.isEmpty()) {
            return;
        }
        json.object("input");
        for (Map.Entry<String, List<String>> field : input.values().entrySet()) {
            json.array(field.getKey());
            for (String value : field.getValue()) {
                json.value(value);
            }
            json.end();
        }
        json.end();
    }

    /** The kind of a message, whatever else it holds. */
    static String kindOf(String text) {
        return new MessageBody(parse(text)).text("kind");
    }

    static MessageBody of(String kind, String text) {
        MessageBody body = new MessageBody(parse(text));
        if (body.number("schema") != SCHEMA) {
            throw new MalformedMessage("the message has another schema than " + SCHEMA);
        }
        if (!body.text("kind").equals(kind)) {
            throw new MalformedMessage("the message is not a " + kind);
        }
        return body;
    }

    private static JsonObject parse(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new MalformedMessage("the message is not a JSON object");
        } catch (StackOverflowError e) {
            throw new MalformedMessage("the message is nested too deeply");
        }
    }

    Platform platform() {
        try {
            return Platform.of(text("platform"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message names an unknown platform");
        }
    }

    RecordRef record() {
        try {
            return RecordRef.of(text("table"), text("sys_id"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("the message names no record: " + e.getMessage());
        }
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    List<Option> options() {
        List<Option> options = new ArrayList<>();
        for (Object each : json.getArray("options", new JsonArray())) {
            if (!(each instanceof JsonArray pair)
                    || !(pair.get(0) instanceof String id)
                    || !(pair.get(1) instanceof String label)) {
                throw new MalformedMessage("the message's options are not pairs of texts");
            }
            options.add(new Option(id, label));
        }
        return options;
    }

    /** What was entered in a dialog. */
    Input input() {
        JsonObject entered = json.getObject("input");
        if (entered == null) {
            return Input.NONE;
        }
        Map<String, List<String>> values = new HashMap<>();
        for (String field : entered.keySet()) {
            values.put(field, texts(entered.getArray(field, new JsonArray())));
        }
        return new Input(values);
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (Object each : array) {
            if (!(each instanceof String text)) {
                throw new MalformedMessage("the message has something else where texts belong");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Texts in order; none where there is no such field. */
    List<String> textList(String name) {
        return texts(json.getArray(name, new JsonArray()));
    }

    /** Empty where it is missing. */
    JsonArray array(String name) {
        return json.getArray(name, new JsonArray());
    }

    boolean flag(String name) {
        return json.getBoolean(name, false);
    }

    OptionalLong optionalNumber(String name) {
        return json.has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    private long number(String name) {
        if (json.get(name) instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw new MalformedMessage("the message lacks the whole number " + name);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new MalformedMessage("the message lacks the text " + name));
    }

    Optional<String> optionalText(String name) {
        Object value = json.get(name);
        if (value == null || (value instanceof String text && !text.isEmpty())) {
            return Optional.ofNullable((String) value);
        }
        throw new MalformedMessage("the message has no readable " + name);
    }
}
