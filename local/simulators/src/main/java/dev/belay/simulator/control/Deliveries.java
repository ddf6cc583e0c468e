package dev.belay.simulator.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Outcome;
import java.util.List;

/** Shows what became of requests that were sent to the app. */
public final class Deliveries {
    private Deliveries() {}

    public static JsonObject json(List<? extends Outcome> deliveries) {
        JsonArray all = new JsonArray();
        deliveries.forEach(delivery -> all.add(json(delivery)));
        JsonObject answer = new JsonObject();
        answer.put("deliveries", all);
        return answer;
    }

    public static JsonObject json(Outcome delivery) {
        JsonObject json = new JsonObject();
        json.put("accepted", delivery.accepted());
        json.put("status", delivery.status());
        json.put("body", delivery.body());
        json.put("reason", delivery.reason());
        return json;
    }
}
