package dev.belay.aws.table.action;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.table.Table;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.record.SysId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A happening as it is stored: {@code {"kind", "at" (ISO-8601), "who", "what", "words", "people": [{"name", "chat": {"platform",
 * "workspace", "id"}, "user" (sys_id)}]}}.
 */
final class HappeningJson {
    private HappeningJson() {}

    static String written(Happening happening) {
        JsonArray people = new JsonArray();
        happening.people().forEach(participant -> people.add(written(participant)));
        return JsonWriter.string(JsonObject.builder()
                .value("kind", happening.kind().name())
                .value("at", happening.at().toString())
                .value("who", happening.who())
                .value("what", happening.what())
                .value("words", happening.words())
                .value("people", people)
                .done());
    }

    private static JsonObject written(Participant participant) {
        JsonObject json = new JsonObject();
        json.put("name", participant.name());
        participant
                .chat()
                .ifPresent(user -> json.put(
                        "chat",
                        JsonObject.builder()
                                .value("platform", user.platform().id())
                                .value("workspace", user.workspace())
                                .value("id", user.id())
                                .done()));
        participant.user().ifPresent(user -> json.put("user", user.value()));
        return json;
    }

    static Happening read(String id, String text) {
        try {
            JsonObject json = JsonParser.object().from(text);
            return new Happening(
                    id,
                    Kind.valueOf(json.getString("kind", "")),
                    Instant.parse(json.getString("at", "")),
                    json.getString("who", ""),
                    json.getString("what", ""),
                    json.getString("words", ""),
                    people(json.getArray("people", new JsonArray())));
        } catch (JsonParserException | IllegalArgumentException | DateTimeException e) {
            throw new Rejected(Table.SYSTEM, "the chronicle's entry " + id + " cannot be read");
        }
    }

    private static List<Participant> people(JsonArray people) {
        return people.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(HappeningJson::participant)
                .toList();
    }

    private static Participant participant(JsonObject json) {
        return new Participant(
                json.getString("name", ""),
                Optional.ofNullable(json.getObject("chat")).map(HappeningJson::user),
                Optional.ofNullable(json.getString("user"))
                        .filter(SysId::isSysId)
                        .map(SysId::new));
    }

    private static ChatUser user(JsonObject json) {
        return new ChatUser(
                Platform.of(json.getString("platform", "")), json.getString("workspace", ""), json.getString("id", ""));
    }
}
