package dev.belay.aws.table.message;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.table.Table;
import dev.belay.failure.Rejected;
import dev.belay.message.MessageNotes.Entry;
import java.util.ArrayList;
import java.util.List;

/** What stands in a pending note, as a JSON array of pairs: what it is, and the hash of its words. */
final class NoteEntriesJson {
    private NoteEntriesJson() {}

    static String written(List<Entry> entries) {
        JsonStringWriter json = JsonWriter.string().array();
        entries.forEach(
                entry -> json.array().value(entry.key()).value(entry.words()).end());
        return json.end().done();
    }

    static List<Entry> read(String text) {
        try {
            List<Entry> entries = new ArrayList<>();
            for (Object each : JsonParser.array().from(text)) {
                if (!(each instanceof JsonArray pair)) {
                    throw unreadable();
                }
                entries.add(new Entry(pair.getString(0, ""), pair.getString(1, "")));
            }
            return entries;
        } catch (JsonParserException e) {
            throw unreadable();
        }
    }

    private static Rejected unreadable() {
        return new Rejected(Table.SYSTEM, "what stands in a pending note cannot be read");
    }
}
