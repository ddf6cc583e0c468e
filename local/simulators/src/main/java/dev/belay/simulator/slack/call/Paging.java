package dev.belay.simulator.slack.call;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Cuts a list into pages with cursors (docs.slack.dev/apis/web-api/pagination). */
public final class Paging {
    private static final String MARK = "next:";

    private Paging() {}

    /** One page of the items under their name, with the cursor of the next one or an empty one. */
    public static <T> JsonObject page(Call call, String name, List<T> all, Function<T, JsonObject> shape, int limit) {
        int from = from(call.arguments().text("cursor").orElse(""), all.size());
        int to = Math.min(all.size(), from + limit);
        JsonArray items = new JsonArray();
        all.subList(from, to).forEach(item -> items.add(shape.apply(item)));
        JsonObject answer = new JsonObject();
        answer.put(name, items);
        JsonObject metadata = new JsonObject();
        metadata.put("next_cursor", to < all.size() ? cursor(to) : "");
        answer.put("response_metadata", metadata);
        return answer;
    }

    private static String cursor(int from) {
        return Base64.getEncoder().encodeToString((MARK + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String cursor, int size) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            int from = Integer.parseInt(text.substring(MARK.length()));
            if (text.startsWith(MARK) && from >= 0 && from <= size) {
                return from;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.of("invalid_cursor");
        }
        throw Refusal.of("invalid_cursor");
    }
}
