package dev.belay.simulator.aws.dynamodb.read;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.store.SortedItems;
import dev.belay.simulator.aws.dynamodb.value.Size;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.ValueWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One answer's worth of items: as many as were asked for, and no more than 1 MB, counted before the filter
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html). Whoever asked for so many is told where to
 * go on even where nothing follows.
 *
 * @param last where to go on, if the page ended before the items did or was full
 */
record Page(List<Document> items, int scanned, Optional<Document> last) {
    private static final int LARGEST = 1024 * 1024;

    static Page of(Collection<Document> candidates, Optional<Integer> limit, Predicate<Document> filter) {
        List<Document> items = new ArrayList<>();
        Optional<Document> last = Optional.empty();
        int size = 0;
        int scanned = 0;
        for (Document candidate : candidates) {
            size += Size.of(candidate);
            if (size > LARGEST && last.isPresent()) {
                return new Page(items, scanned, last);
            }
            scanned++;
            last = Optional.of(candidate);
            if (filter.test(candidate)) {
                items.add(candidate);
            }
            if (limit.filter(Integer.valueOf(scanned)::equals).isPresent()) {
                return new Page(items, scanned, last);
            }
        }
        return new Page(items, scanned, Optional.empty());
    }

    JsonObject answer(Selection selection, SortedItems source) {
        JsonObject answer = new JsonObject();
        answer.put("Count", items.size());
        answer.put("ScannedCount", scanned);
        if (!selection.countOnly()) {
            answer.put(
                    "Items",
                    new JsonArray(items.stream()
                            .map(item -> ValueWriter.item(selection.of(item)))
                            .toList()));
        }
        last.ifPresent(item -> answer.put("LastEvaluatedKey", ValueWriter.item(source.position(item))));
        return answer;
    }
}
