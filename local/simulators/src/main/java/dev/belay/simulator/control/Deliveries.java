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
        return JsonObject.builder().value("deliveries", all).done();
    }

    public static JsonObject json(Outcome delivery) {
        return JsonObject.builder()
                .value("accepted", delivery.accepted())
                .value("status", delivery.status())
                .value("body", delivery.body())
                .value("reason", delivery.reason())
                .done();
    }
}
