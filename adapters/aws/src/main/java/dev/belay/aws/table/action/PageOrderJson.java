package dev.belay.aws.table.action;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.table.Table;
import dev.belay.failure.Rejected;
import dev.belay.pager.PageOrder;
import dev.belay.person.PlatformUser;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.settings.PagerSettings.Target;
import java.util.List;

/**
 * What is kept of an order: {@code {"about": {"table", "sys_id", "number", "title", "priority", "link"}, "by": {"sys_id", "name",
 * "email"}, "targets": [{"id", "label"}]}}.
 */
final class PageOrderJson {
    private PageOrderJson() {}

    static String written(PageOrder order) {
        JsonArray targets = new JsonArray();
        order.targets()
                .forEach(target -> targets.add(JsonObject.builder()
                        .value("id", target.id())
                        .value("label", target.label())
                        .done()));
        PageOrder.About about = order.about();
        return JsonWriter.string(JsonObject.builder()
                .object("about")
                .value("table", about.record().table())
                .value("sys_id", about.record().sysId().value())
                .value("number", about.number())
                .value("title", about.title())
                .value("priority", about.priority())
                .value("link", about.link())
                .end()
                .object("by")
                .value("sys_id", order.by().sysId().value())
                .value("name", order.by().name())
                .value("email", order.by().email())
                .end()
                .value("targets", targets)
                .done());
    }

    /** @param again the order as it is given now, whose message and incident it has */
    static PageOrder read(String text, PageOrder again) {
        try {
            JsonObject json = JsonParser.object().from(text);
            return new PageOrder(
                    again.id(),
                    about(json.getObject("about", new JsonObject())),
                    by(json.getObject("by", new JsonObject())),
                    targets(json.getArray("targets", new JsonArray())),
                    again.message(),
                    again.incident());
        } catch (JsonParserException | IllegalArgumentException e) {
            throw new Rejected(Table.SYSTEM, "the order " + again.id() + " cannot be read");
        }
    }

    private static PageOrder.About about(JsonObject json) {
        return new PageOrder.About(
                RecordRef.of(json.getString("table", ""), json.getString("sys_id", "")),
                json.getString("number", ""),
                json.getString("title", ""),
                json.getInt("priority", 0),
                json.getString("link", ""));
    }

    private static PlatformUser by(JsonObject json) {
        return new PlatformUser(
                new SysId(json.getString("sys_id", "")), json.getString("name", ""), json.getString("email", ""));
    }

    private static List<Target> targets(JsonArray targets) {
        return targets.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(target -> new Target(target.getString("id", ""), target.getString("label", "")))
                .toList();
    }
}
