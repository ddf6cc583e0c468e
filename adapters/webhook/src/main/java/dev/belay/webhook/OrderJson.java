package dev.belay.webhook;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.pager.PageOrder;

/**
 * An order as a receiver gets it. The same order is the same bytes, and an order is the same each time it is given
 * ({@link dev.belay.pager.PageOrders}): a receiver may refuse a key with another body.
 */
final class OrderJson {
    private static final int VERSION = 1;

    private OrderJson() {}

    static String write(PageOrder order) {
        JsonArray targets = new JsonArray();
        order.targets()
                .forEach(target -> targets.add(JsonObject.builder()
                        .value("id", target.id())
                        .value("label", target.label())
                        .done()));
        return JsonWriter.string(JsonObject.builder()
                .value("schema", VERSION)
                .value("id", order.id())
                .value("record", record(order.about()))
                .object("by")
                .value("sys_id", order.by().sysId().value())
                .value("name", order.by().name())
                .value("email", order.by().email())
                .end()
                .value("targets", targets)
                .value("message", order.message())
                .done());
    }

    private static JsonObject record(PageOrder.About about) {
        return JsonObject.builder()
                .value("table", about.record().table())
                .value("sys_id", about.record().sysId().value())
                .value("number", about.number())
                .value("title", about.title())
                .value("priority", about.priority())
                .value("link", about.link())
                .done();
    }
}
