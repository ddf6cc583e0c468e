package dev.belay.simulator.teams.page;

import dev.belay.simulator.page.Html;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.Optional;

/** Draws one channel or 1:1 chat for one viewer: description, tabs, messages with their threads, what only the viewer sees. */
final class ConversationHtml {
    private final Tenant tenant;
    private final View view;
    private final MessageHtml messages;

    ConversationHtml(Tenant tenant, View view) {
        this.tenant = tenant;
        this.view = view;
        this.messages = new MessageHtml(tenant, view);
    }

    /** @param error what went wrong with the viewer's last press, and what the app said to it; empty where nothing */
    String draw(String error, String said) {
        String notes = (error.isEmpty() ? "" : note("error", "Something went wrong: " + error))
                + (said.isEmpty() ? "" : note("said", said));
        Optional<Channel> channel = tenant.channel(view.conversation());
        return channel.map(each -> channel(each, notes))
                .orElseGet(() -> chat(tenant.chat(view.conversation()).orElseThrow(), notes));
    }

    private static String note(String kind, String text) {
        return "<p class=\"" + kind + "\" role=\"status\">" + Html.escape(text) + "</p>";
    }

    private String chat(PersonalChat chat, String notes) {
        StringBuilder html = new StringBuilder("<h1>" + Html.escape(tenant.app().name()) + "</h1>" + notes);
        chat.timeline().all().forEach(message -> html.append(messages.draw(message)));
        return html.toString();
    }

    private String channel(Channel channel, String notes) {
        StringBuilder html = new StringBuilder("<h1>" + Html.escape(channel.name()) + "</h1>");
        html.append(Html.element("p", "meta", Html.escape(channel.description())));
        channel.tabs().forEach(tab -> html.append(Html.link(tab.websiteUrl(), tab.displayName())));
        html.append(notes);
        channel.timeline().all().stream()
                .filter(message -> !message.isReply() && isSeen(message))
                .forEach(root -> html.append(thread(channel, root)));
        return html + (channel.isArchived() ? "" : writing(""));
    }

    private String thread(Channel channel, Message root) {
        StringBuilder html = new StringBuilder(messages.draw(root));
        channel.timeline().all().stream()
                .filter(message -> message.isReply() && message.root().equals(root.id()))
                .filter(this::isSeen)
                .forEach(message -> html.append(messages.draw(message)));
        return html.toString();
    }

    private boolean isSeen(Message message) {
        return message.audience().map(view.viewer().id()::equals).orElse(true);
    }

    private String writing(String thread) {
        return "<form method=\"post\" action=\"/say\">" + view.fields() + Html.hidden("thread", thread)
                + "<p><input name=\"text\" size=\"60\" aria-label=\"Message\"> <button>Send</button></p></form>";
    }
}
