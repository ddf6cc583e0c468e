package dev.belay.simulator.teams.page;

import dev.belay.simulator.page.Chat.Place;
import dev.belay.simulator.page.FormField;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.teams.card.PeoplePicker;
import dev.belay.simulator.teams.dialog.Dialog;
import dev.belay.simulator.teams.dialog.Field;
import dev.belay.simulator.teams.tenant.Person;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Draws a dialog as a form, and reads what was filled in. */
final class DialogHtml {
    static final String DIALOG = "dialog";

    private final Dialog dialog;
    private final BiFunction<Dialog, Field, List<Person>> offered;
    private final Sandbox sandbox;

    /** @param offered whom a people picker offers */
    DialogHtml(Dialog dialog, BiFunction<Dialog, Field, List<Person>> offered, Sandbox sandbox) {
        this.dialog = dialog;
        this.offered = offered;
        this.sandbox = sandbox;
    }

    /** @param fields the hidden fields that say who looks at what */
    String draw(String fields) {
        String hidden = fields + Html.hidden(DIALOG, dialog.id());
        String notice = dialog.notice().isEmpty()
                ? ""
                : "<p class=\"error\" role=\"alert\">" + Html.escape(dialog.notice()) + "</p>";
        return "<section class=\"dialog\" aria-label=\"" + Html.escape(dialog.title()) + "\"><h2>"
                + Html.escape(dialog.title()) + "</h2>" + notice
                + new CardHtml("/submit", hidden, sandbox, this::field).draw(dialog.card())
                + "<form method=\"post\" action=\"/close\">" + hidden + "<button>Close</button></form></section>";
    }

    private String field(Field input) {
        FormField field = CardHtml.field(input, error(input));
        if (!input.isChoice()) {
            return CardHtml.text(input, field, dialog.value(input));
        }
        List<Place> people = PeoplePicker.is(input.element())
                ? offered.apply(dialog, input).stream()
                        .map(person -> new Place(person.id(), person.name()))
                        .toList()
                : List.of();
        List<Place> all =
                Stream.concat(CardHtml.choices(input).stream(), people.stream()).toList();
        List<String> chosen = Arrays.asList(dialog.value(input).split(",", -1));
        return field.choice(all, chosen, input.takesSeveral());
    }

    /** The card's own words; a browser's reader is told too where it has none. */
    private String error(Field input) {
        String error = dialog.errors().getOrDefault(input.id(), "");
        return error.isEmpty() && dialog.errors().containsKey(input.id()) ? "This is not filled in right." : error;
    }

    /** What was filled in, by input; a field of which a browser says nothing is empty. */
    Map<String, String> filled(Map<String, List<String>> form) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (Field field : dialog.fields()) {
            List<String> values = form.getOrDefault(CardHtml.INPUT + field.id(), List.of()).stream()
                    .map(value -> value.replace("\r\n", "\n"))
                    .filter(value -> !value.isEmpty())
                    .toList();
            filled.put(field.id(), String.join(",", values));
        }
        return filled;
    }
}
