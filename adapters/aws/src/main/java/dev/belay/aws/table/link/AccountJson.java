package dev.belay.aws.table.link;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.table.Table;
import dev.belay.failure.Rejected;
import dev.belay.link.Told.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An account of a record as it is stored: {@code {"number", "at", "generation", "facts": {name: value},
 * "happenings": [id]}}, where {@code at} is in ISO 8601. */
final class AccountJson {
    private AccountJson() {}

    static String written(Account account) {
        JsonObject facts = new JsonObject();
        facts.putAll(new TreeMap<>(account.facts()));
        JsonArray happenings = new JsonArray();
        happenings.addAll(new TreeSet<>(account.happenings()));
        return JsonWriter.string(JsonObject.builder()
                .value("number", account.number())
                .value("at", account.at().toString())
                .value("generation", account.generation())
                .value("facts", facts)
                .value("happenings", happenings)
                .done());
    }

    static Account read(String text) {
        try {
            JsonObject json = JsonParser.object().from(text);
            JsonObject facts = json.getObject("facts", new JsonObject());
            Map<String, String> values =
                    facts.keySet().stream().collect(Collectors.toMap(name -> name, name -> facts.getString(name, "")));
            Set<String> happenings = json.getArray("happenings", new JsonArray()).stream()
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
            return new Account(
                    json.getLong("number"),
                    Instant.parse(json.getString("at")),
                    json.getLong("generation"),
                    values,
                    happenings);
        } catch (JsonParserException e) {
            throw new Rejected(Table.SYSTEM, "an account of what was told cannot be read");
        }
    }
}
