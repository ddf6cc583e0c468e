package dev.belay.simulator.teams.page;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;

/** Draws a message with its cards. */
final class MessageHtml {
    private final Tenant tenant;
    private final View view;

    MessageHtml(Tenant tenant, View view) {
        this.tenant = tenant;
        this.view = view;
    }

    String draw(Message message) {
        String meta = "<strong>" + Html.escape(author(message)) + "</strong> " + message.created()
                + (message.edited().isPresent() ? " (edited)" : "")
                + (message.audience().isPresent() ? " · Only you can see this message" : "");
        String words = message.text().isEmpty()
                ? ""
                : Html.element("div", "text", Html.escape(message.text().replaceAll("</?at>", "")));
        StringBuilder cards = new StringBuilder();
        for (JsonObject card : message.cards()) {
            cards.append(new CardHtml(view.fields() + Html.hidden("message", message.id())).draw(card));
        }
        String kind = message.audience().isPresent() ? "private" : message.isReply() ? "reply" : "";
        return Html.element("article", kind, Html.element("div", "meta", meta) + words + cards);
    }

    private String author(Message message) {
        return message.author().equals(tenant.app().mri())
                ? tenant.app().name()
                : tenant.person(message.author()).map(Person::name).orElse(message.author());
    }
}
