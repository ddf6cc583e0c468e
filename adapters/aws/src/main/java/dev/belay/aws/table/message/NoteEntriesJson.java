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

/** What stands in a pending note, as a JSON array of arrays: what it is, the hash of its words, and its version. */
final class NoteEntriesJson {
    private NoteEntriesJson() {}

    static String written(List<Entry> entries) {
        JsonStringWriter json = JsonWriter.string().array();
        entries.forEach(entry -> json.array()
                .value(entry.key())
                .value(entry.words())
                .value(entry.version())
                .end());
        return json.end().done();
    }

    static List<Entry> read(String text) {
        try {
            List<Entry> entries = new ArrayList<>();
            for (Object each : JsonParser.array().from(text)) {
                if (!(each instanceof JsonArray entry)) {
                    throw unreadable();
                }
                entries.add(new Entry(entry.getString(0, ""), entry.getString(1, ""), entry.getString(2, "")));
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
