package dev.belay.pagerduty;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.failure.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incident of PagerDuty, as far as a page needs it (PagerDuty/api-schema, schema {@code Incident}).
 *
 * @param requests the messages of the requests that people join it; none where the account's answer does not show them
 */
record Incident(String id, String number, boolean isOpen, String title, Optional<List<String>> requests) {
    static Incident of(JsonObject json) {
        String id = json.getString("id", "");
        if (id.isEmpty()) {
            throw new Unavailable(PagerDutyApi.SYSTEM, "it answered an incident without an id", Optional.empty());
        }
        Object number = json.get("incident_number");
        return new Incident(
                id,
                number instanceof Number known ? "#" + known.longValue() : id,
                !json.getString("status", "").equals("resolved"),
                json.getString("title", ""),
                json.get("responder_requests") instanceof JsonArray list
                        ? Optional.of(messages(list))
                        : Optional.empty());
    }

    private static List<String> messages(JsonArray requests) {
        List<String> messages = new ArrayList<>();
        for (Object request : requests) {
            if (request instanceof JsonObject object) {
                messages.add(object.getString("message", ""));
            }
        }
        return messages;
    }

    /** Whether this order opened it. */
    boolean isOpenedBy(OrderWords order) {
        return order.isIn(title);
    }

    /** Whether this order asked people to join it. */
    boolean isAskedBy(OrderWords order) {
        return requests.orElse(List.of()).stream().anyMatch(order::isIn);
    }

    /** Whether this order had an effect on it. */
    boolean bears(OrderWords order) {
        return isOpenedBy(order) || isAskedBy(order);
    }
}
