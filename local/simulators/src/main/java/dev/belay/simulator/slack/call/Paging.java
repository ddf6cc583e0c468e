package dev.belay.simulator.slack.call;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Cuts a list into pages with cursors, which end some time after they were given (docs.slack.dev/apis/web-api/pagination). */
public final class Paging {
    private static final String MARK = "next:";

    /** How long a real one is good for Slack does not say: so long that limits can be waited out, and no longer than hours. */
    private static final Duration LIFE = Duration.ofHours(2);

    private Paging() {}

    /** One page of the items under their name, with the cursor of the next one or an empty one. */
    public static <T> JsonObject page(Call call, String name, List<T> all, Function<T, JsonObject> shape, int limit) {
        Instant now = call.workspace().clock().instant();
        int from = from(call.arguments().text("cursor").orElse(""), all.size(), now);
        int to = Math.min(all.size(), from + limit);
        JsonArray items = new JsonArray();
        all.subList(from, to).forEach(item -> items.add(shape.apply(item)));
        JsonObject answer = new JsonObject();
        answer.put(name, items);
        JsonObject metadata = new JsonObject();
        metadata.put("next_cursor", to < all.size() ? cursor(to, now) : "");
        answer.put("response_metadata", metadata);
        return answer;
    }

    private static String cursor(int from, Instant now) {
        return Base64.getEncoder()
                .encodeToString((MARK + from + "@" + now.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String cursor, int size, Instant now) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            int from = Integer.parseInt(text.substring(MARK.length(), text.indexOf('@')));
            Instant given = Instant.ofEpochSecond(Long.parseLong(text.substring(text.indexOf('@') + 1)));
            if (text.startsWith(MARK) && from >= 0 && from <= size && now.isBefore(given.plus(LIFE))) {
                return from;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.of("invalid_cursor");
        }
        throw Refusal.of("invalid_cursor");
    }
}
