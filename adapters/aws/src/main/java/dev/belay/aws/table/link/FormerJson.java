package dev.belay.aws.table.link;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.table.Table;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.link.Former;
import dev.belay.link.PagerIncident;
import java.util.Optional;

/**
 * The conversation that another takes the place of, as it is stored: {@code {"why", "count", "workspace", "team"?, "channel", "name",
 * "card", "thread", "marker", "pager_incident"?, "pager_order"?}}.
 */
final class FormerJson {
    private FormerJson() {}

    static String written(Former former) {
        Channel channel = former.channel();
        JsonObject json = JsonObject.builder()
                .value("why", former.why().name())
                .value("count", former.count())
                .value("workspace", channel.workspace())
                .value("channel", channel.id())
                .value("name", channel.name())
                .value("card", former.card())
                .value("thread", former.isThread())
                .value("marker", former.marker())
                .done();
        channel.team().ifPresent(team -> json.put("team", team));
        former.paged().ifPresent(paged -> {
            json.put("pager_incident", paged.id());
            json.put("pager_order", paged.order());
        });
        return JsonWriter.string(json);
    }

    static Former read(String text, Platform platform) {
        try {
            JsonObject json = JsonParser.object().from(text);
            return new Former(
                    Former.Why.valueOf(json.getString("why", "")),
                    json.getInt("count"),
                    new Channel(
                            platform,
                            json.getString("workspace", ""),
                            Optional.ofNullable(json.getString("team")),
                            json.getString("channel", ""),
                            json.getString("name", "")),
                    json.getString("card", ""),
                    json.getBoolean("thread"),
                    json.getString("marker", ""),
                    Optional.ofNullable(json.getString("pager_incident"))
                            .map(incident -> new PagerIncident(incident, json.getString("pager_order", ""))));
        } catch (JsonParserException | IllegalArgumentException e) {
            throw new Rejected(Table.SYSTEM, "what a conversation takes the place of cannot be read");
        }
    }
}
