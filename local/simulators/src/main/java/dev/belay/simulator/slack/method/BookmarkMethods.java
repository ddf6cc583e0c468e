package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Bookmark;
import dev.belay.simulator.slack.workspace.Channel;
import java.util.List;

/** The {@code bookmarks.*} methods, for links. */
final class BookmarkMethods {
    private static final int MOST = 100;

    private BookmarkMethods() {}

    static List<Method> all() {
        return List.of(
                new Method("bookmarks.add", Tier.TWO, List.of("bookmarks:write"), BookmarkMethods::add),
                new Method("bookmarks.list", Tier.THREE, List.of("bookmarks:read"), BookmarkMethods::list));
    }

    private static JsonObject add(Call call) {
        String title = call.arguments().required("title");
        if (!"link".equals(call.arguments().required("type"))) {
            throw Refusal.of("invalid_bookmark_type");
        }
        String link = call.arguments().text("link").orElse("");
        if (!link.startsWith("https://") && !link.startsWith("http://")) {
            throw Refusal.of("invalid_link");
        }
        Channel channel = call.channel("channel_id");
        if (channel.isArchived() || !channel.members().contains(call.user())) {
            throw Refusal.of("permission_denied");
        }
        if (channel.bookmarks().size() >= MOST) {
            throw Refusal.of("too_many_bookmarks");
        }
        Bookmark bookmark = new Bookmark(
                call.workspace().identifiers().next("Bk"),
                channel.id(),
                title,
                link,
                call.arguments().text("emoji").orElse(""),
                call.now(),
                call.user());
        channel.bookmarks().add(bookmark);
        JsonObject answer = new JsonObject();
        answer.put("bookmark", bookmark.json());
        return answer;
    }

    private static JsonObject list(Call call) {
        JsonArray bookmarks = new JsonArray();
        call.channel("channel_id").bookmarks().forEach(bookmark -> bookmarks.add(bookmark.json()));
        JsonObject answer = new JsonObject();
        answer.put("bookmarks", bookmarks);
        return answer;
    }
}
