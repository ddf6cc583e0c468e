package dev.belay.simulator.slack.page;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.Chat.Place;
import dev.belay.simulator.page.FormField;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.slack.view.Input;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.workspace.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws a modal as a form, and reads what was filled in. */
final class ModalHtml {
    static final String VIEW = "view";
    private static final String FIELD = "field.";
    private static final Set<String> DRAWN = Set.of("header", "section", "context", "divider");

    private final OpenView view;
    private final List<Person> people;
    private final BlocksHtml blocks;

    ModalHtml(OpenView view, List<Person> people, Sandbox sandbox) {
        this.view = view;
        this.people = people;
        this.blocks = new BlocksHtml("", sandbox);
    }

    /** @param fields the hidden fields that say who looks at what */
    String draw(String fields) {
        String hidden = fields + Html.hidden(VIEW, view.id());
        StringBuilder html =
                new StringBuilder("<section class=\"dialog\" aria-label=\"" + Html.escape(view.title()) + "\">");
        html.append("<form method=\"post\" action=\"/submit\">" + hidden);
        html.append("<h2>" + Html.escape(view.title()) + "</h2>");
        if (!view.notice().isEmpty()) {
            html.append("<p class=\"error\" role=\"alert\">" + Html.escape(view.notice()) + "</p>");
        }
        for (Object block : view.json().getArray("blocks")) {
            html.append(block((JsonObject) block));
        }
        html.append(
                view.json().get("submit") == null
                        ? ""
                        : "<button class=\"primary\">" + label("submit", "") + "</button>");
        html.append("</form><form method=\"post\" action=\"/close\">" + hidden + "<button>" + label("close", "Cancel"));
        return html + "</button></form></section>";
    }

    private String label(String name, String otherwise) {
        return view.json().get(name) instanceof JsonObject text ? Html.escape(text.getString("text", "")) : otherwise;
    }

    private String block(JsonObject block) {
        String type = block.getString("type", "");
        if ("input".equals(type)) {
            return field(Input.of(block));
        }
        if (!DRAWN.contains(type)) {
            return Html.element("div", "context", "[" + Html.escape(type) + "]");
        }
        JsonObject plain = new JsonObject(block);
        plain.remove("accessory"); // a button of its own cannot stand in a form
        return blocks.draw(JsonArray.from(plain));
    }

    private String field(Input input) {
        FormField field = new FormField(
                FIELD + input.blockId(),
                input.label() + (input.optional() ? " (optional)" : ""),
                input.hint(),
                view.errors().getOrDefault(input.blockId(), ""));
        List<String> value = view.value(input);
        if (input.isText()) {
            boolean isMultiline = input.element().getBoolean("multiline", false);
            return field.text(String.join("", value), isMultiline, Integer.MAX_VALUE);
        }
        return field.choice(input.isOfPeople() ? offered() : options(input), value, input.takesSeveral());
    }

    private List<Place> offered() {
        return people.stream()
                .filter(person -> Input.isOffered(person) && person.kind() != Person.Kind.BOT)
                .map(person -> new Place(person.id(), person.realName()))
                .toList();
    }

    private static List<Place> options(Input input) {
        return input.options().stream()
                .map(option -> new Place(
                        option.getString("value", ""), option.getObject("text").getString("text", "")))
                .toList();
    }

    /** What was filled in, by block; a field of which a browser says nothing is empty. */
    Map<String, List<String>> filled(Map<String, List<String>> form) {
        Map<String, List<String>> filled = new LinkedHashMap<>();
        for (Input input : view.inputs()) {
            List<String> values = form.getOrDefault(FIELD + input.blockId(), List.of()).stream()
                    .map(value -> value.replace("\r\n", "\n"))
                    .filter(value -> !value.isEmpty())
                    .toList();
            filled.put(input.blockId(), values);
        }
        return filled;
    }
}
