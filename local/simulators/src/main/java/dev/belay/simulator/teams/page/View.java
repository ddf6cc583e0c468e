package dev.belay.simulator.teams.page;

import dev.belay.simulator.page.Html;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.tenant.Person;

/**
 * Who looks at what, and with which client.
 *
 * @param conversation the id of a channel or of the viewer's 1:1 chat
 * @param client which kind of button the viewer's client presses: an old one knows no Execute
 */
record View(Person viewer, String conversation, Button client) {
    String address() {
        return address(viewer.id(), conversation, client);
    }

    String address(String person, String place, Button how) {
        return "/?as=" + Html.query(person) + "&conversation=" + Html.query(place) + "&client=" + how;
    }

    String link(String person, String place, Button how, String label, boolean isCurrent) {
        return "<a href=\"" + Html.escape(address(person, place, how)) + "\""
                + (isCurrent ? " aria-current=\"true\"" : "") + ">" + Html.escape(label) + "</a>";
    }

    /** The hidden fields of a form that does something here. */
    String fields() {
        return Html.hidden("as", viewer.id())
                + Html.hidden("conversation", conversation)
                + Html.hidden("client", client.name());
    }
}
