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
                new Method("bookmarks.edit", Tier.TWO, List.of("bookmarks:write"), BookmarkMethods::edit),
                new Method("bookmarks.list", Tier.THREE, List.of("bookmarks:read"), BookmarkMethods::list));
    }

    private static JsonObject add(Call call) {
        String title = call.arguments().required("title");
        if (!"link".equals(call.arguments().required("type"))) {
            throw Refusal.of("invalid_bookmark_type");
        }
        String link = link(call.arguments().text("link").orElse(""));
        Channel channel = writable(call);
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
        return shown(bookmark);
    }

    private static String link(String link) {
        if (!link.startsWith("https://") && !link.startsWith("http://")) {
            throw Refusal.of("invalid_link");
        }
        return link;
    }

    private static Channel writable(Call call) {
        Channel channel = call.channel("channel_id");
        if (channel.isArchived() || !channel.members().contains(call.user())) {
            throw Refusal.of("permission_denied");
        }
        return channel;
    }

    private static JsonObject shown(Bookmark bookmark) {
        JsonObject answer = new JsonObject();
        answer.put("bookmark", bookmark.json());
        return answer;
    }

    /** Source: docs.slack.dev/reference/methods/bookmarks.edit. */
    private static JsonObject edit(Call call) {
        String id = call.arguments().required("bookmark_id");
        Channel channel = writable(call);
        Bookmark before = channel.bookmarks().stream()
                .filter(bookmark -> bookmark.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of("not_found"));
        Bookmark after = before.with(
                call.arguments().text("title").orElse(before.title()),
                link(call.arguments().text("link").orElse(before.link())),
                call.user());
        channel.bookmarks().replaceAll(bookmark -> bookmark.id().equals(id) ? after : bookmark);
        return shown(after);
    }

    private static JsonObject list(Call call) {
        JsonArray bookmarks = new JsonArray();
        call.channel("channel_id").bookmarks().forEach(bookmark -> bookmarks.add(bookmark.json()));
        JsonObject answer = new JsonObject();
        answer.put("bookmarks", bookmarks);
        return answer;
    }
}
