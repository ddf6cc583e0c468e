package dev.belay.simulator.teams.control;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.app.Delivery;
import java.util.List;

/** Shows what became of requests that were sent to the app. */
final class Deliveries {
    private Deliveries() {}

    static JsonObject json(List<Delivery> deliveries) {
        JsonArray all = new JsonArray();
        deliveries.forEach(delivery -> all.add(json(delivery)));
        JsonObject answer = new JsonObject();
        answer.put("deliveries", all);
        return answer;
    }

    static JsonObject json(Delivery delivery) {
        JsonObject json = new JsonObject();
        json.put("accepted", delivery.accepted());
        json.put("status", delivery.status());
        json.put("body", delivery.body());
        json.put("reason", delivery.reason());
        return json;
    }
}
