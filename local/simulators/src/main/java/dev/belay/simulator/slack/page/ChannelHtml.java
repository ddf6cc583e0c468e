package dev.belay.simulator.slack.page;

import com.grack.nanojson.JsonArray;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import java.time.Instant;

/** Draws one channel for one viewer: topic, links, messages with their threads, and what only the viewer sees. */
final class ChannelHtml {
    private final Workspace workspace;
    private final Person viewer;
    private final Channel channel;

    ChannelHtml(Workspace workspace, Person viewer, Channel channel) {
        this.workspace = workspace;
        this.viewer = viewer;
        this.channel = channel;
    }

    /** @param error what went wrong with the viewer's last press, empty where nothing did */
    String draw(String error) {
        StringBuilder html = new StringBuilder("<h1># " + Html.escape(channel.name()) + "</h1>");
        html.append(Html.element("p", "meta", Html.escape(channel.topic())));
        channel.bookmarks().forEach(bookmark -> html.append(link(bookmark.link(), bookmark.title())));
        if (!error.isEmpty()) {
            html.append(Html.element("p", "error", "This action did not succeed: " + Html.escape(error)));
        }
        channel.messages().values().stream()
                .filter(message -> !message.isReply())
                .flatMap(message -> channel.thread(message.ts()).stream())
                .forEach(message -> html.append(message(message)));
        workspace.privateMessages().stream()
                .filter(message -> message.user().equals(viewer.id()))
                .filter(message -> message.channel().equals(channel.id()))
                .forEach(message -> html.append(message(message)));
        return html + (channel.members().contains(viewer.id()) && !channel.isArchived() ? writing() : "");
    }

    private static String link(String to, String title) {
        return "<a href=\"" + Html.escape(to) + "\">" + Html.escape(title) + "</a> ";
    }

    private String writing() {
        return "<form method=\"post\" action=\"/say\">" + Html.hidden("as", viewer.id())
                + Html.hidden("channel", channel.id())
                + "<p><input name=\"text\" size=\"60\" aria-label=\"Message\"> <button>Send</button></p></form>";
    }

    private String message(Message message) {
        String author = workspace.person(message.user()).map(Person::realName).orElse(message.user());
        String meta = "<strong>" + Html.escape(author) + "</strong> " + time(message.ts())
                + (channel.pins().containsKey(message.ts()) ? " · pinned" : "")
                + (message.editor().isEmpty() ? "" : " (edited)");
        String body =
                body(message.ts(), message.content().text(), message.content().blocks());
        return Html.element("article", message.isReply() ? "reply" : "", Html.element("div", "meta", meta) + body);
    }

    private String message(PrivateMessage message) {
        String body = body(message.ts(), message.text(), message.blocks());
        return Html.element("article", "private", Html.element("div", "meta", "Only visible to you") + body);
    }

    private String body(String ts, String text, JsonArray blocks) {
        String press = Html.hidden("as", viewer.id()) + Html.hidden("channel", channel.id()) + Html.hidden("ts", ts);
        return blocks.isEmpty()
                ? Html.element("div", "text", BlocksHtml.mrkdwn(text))
                : new BlocksHtml(press).draw(blocks);
    }

    private static String time(String ts) {
        return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))))
                .toString();
    }
}
