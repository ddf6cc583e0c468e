package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** A part of a list: 25 at a time, 100 at most, and nothing beyond 10,000 (PagerDuty/developer-docs, REST-API/09-Pagination). */
final class Page {
    private static final int DEFAULT = 25;
    private static final int MOST = 100;
    private static final int END = 10_000;

    private Page() {}

    static <T> JsonObject of(Parameters parameters, String name, List<T> all, Function<T, JsonObject> json) {
        int limit = Math.min(MOST, parameters.number("limit", DEFAULT));
        int offset = parameters.number("offset", 0);
        if (offset + limit > END) {
            throw Refusal.tooFar();
        }
        JsonArray items = new JsonArray();
        all.stream().skip(offset).limit(limit).map(json).forEach(items::add);
        JsonObject page = new JsonObject();
        page.put(name, items);
        page.put("limit", limit);
        page.put("offset", offset);
        page.put("more", offset + limit < all.size());
        page.put("total", parameters.one("total").filter("true"::equals).isPresent() ? all.size() : null);
        return page;
    }
}
