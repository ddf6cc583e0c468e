package dev.belay.aws.table.identity;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.table.Table;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialState;
import dev.belay.credential.CredentialState.Change;
import dev.belay.credential.CredentialState.Ear;
import dev.belay.credential.Health;
import dev.belay.failure.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is kept of a credential's state: {@code {"health", "why", "since", "checked_at", "ends"?, "remarks"?: [], "owed": [{"from"?, "to", "why", "at",
 * "untold": ["CHANNEL", "TOPIC"]}]}}; moments as in 2026-11-22T08:00:00Z.
 */
final class CredentialStateJson {
    private CredentialStateJson() {}

    static String written(CredentialState state) {
        JsonObject json = JsonObject.builder()
                .value("health", state.health().id())
                .value("why", state.why())
                .value("since", state.since().toString())
                .value("checked_at", state.checkedAt().toString())
                .done();
        state.ends().ifPresent(end -> json.put("ends", end.toString()));
        if (!state.remarks().isEmpty()) {
            json.put("remarks", new JsonArray(state.remarks()));
        }
        JsonArray owed = new JsonArray();
        state.owed().forEach(change -> owed.add(written(change)));
        json.put("owed", owed);
        return JsonWriter.string(json);
    }

    private static JsonObject written(Change change) {
        JsonObject json = JsonObject.builder()
                .value("to", change.to().id())
                .value("why", change.why())
                .value("at", change.at().toString())
                .value(
                        "untold",
                        JsonArray.from(
                                change.untold().stream().map(Ear::name).sorted().toArray()))
                .done();
        change.from().ifPresent(from -> json.put("from", from.id()));
        return json;
    }

    /** @throws Rejected when the text is not what {@link #written} wrote */
    static CredentialState read(CredentialId id, String text, long version) {
        try {
            JsonObject json = JsonParser.object().from(text);
            return new CredentialState(
                    id,
                    Health.of(json.getString("health", "")),
                    json.getString("why", ""),
                    Instant.parse(json.getString("since", "")),
                    Instant.parse(json.getString("checked_at", "")),
                    Optional.ofNullable(json.getString("ends")).map(Instant::parse),
                    json.getArray("remarks", new JsonArray()).stream()
                            .map(String::valueOf)
                            .toList(),
                    changes(json.getArray("owed", new JsonArray())),
                    version);
        } catch (JsonParserException | IllegalArgumentException | DateTimeException e) {
            throw new Rejected(Table.SYSTEM, "the state of the credential " + id + " cannot be read");
        }
    }

    private static List<Change> changes(JsonArray owed) {
        return owed.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(CredentialStateJson::change)
                .toList();
    }

    private static Change change(JsonObject json) {
        return new Change(
                Optional.ofNullable(json.getString("from")).map(Health::of),
                Health.of(json.getString("to", "")),
                json.getString("why", ""),
                Instant.parse(json.getString("at", "")),
                json.getArray("untold", new JsonArray()).stream()
                        .map(String::valueOf)
                        .map(Ear::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
