package dev.belay.simulator.teams.page;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.Chat.Place;
import dev.belay.simulator.page.FormField;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.teams.app.Buttons;
import dev.belay.simulator.teams.card.PeoplePicker;
import dev.belay.simulator.teams.dialog.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws a card as one form, each of whose buttons presses. */
final class CardHtml {
    static final String INPUT = "input.";

    private final String path;
    private final String pressFields;
    private final Sandbox sandbox;
    private final Function<Field, String> input;

    /**
     * @param path where its form is posted to
     * @param pressFields the hidden fields that say who presses, and on which message
     * @param input draws an input
     */
    CardHtml(String path, String pressFields, Sandbox sandbox, Function<Field, String> input) {
        this.path = path;
        this.pressFields = pressFields;
        this.sandbox = sandbox;
        this.input = input;
    }

    /** A card in a message. */
    static CardHtml inMessage(String pressFields, Sandbox sandbox) {
        return new CardHtml("/press", pressFields, sandbox, CardHtml::input);
    }

    String draw(JsonObject card) {
        String inside = each(card, "body", this::element) + each(card, "actions", this::action);
        return "<form class=\"card\" method=\"post\" action=\"" + path + "\">" + pressFields + inside + "</form>";
    }

    private static String each(JsonObject holder, String name, Function<JsonObject, String> draw) {
        return holder.getArray(name, new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(each -> draw.apply((JsonObject) each))
                .collect(Collectors.joining());
    }

    private String element(JsonObject element) {
        String type = element.getString("type", "Column");
        return switch (type) {
            case "TextBlock" -> text(element);
            case "RichTextBlock" -> Html.element("div", "text", each(element, "inlines", this::inline));
            case "Container", "Column" ->
                Html.element("div", container(element), each(element, "items", this::element));
            case "ColumnSet" -> Html.element("div", "columns", each(element, "columns", this::element));
            case "FactSet" -> Html.element("dl", "facts", each(element, "facts", CardHtml::fact));
            case "ActionSet" -> Html.element("div", "actions", each(element, "actions", this::action));
            default ->
                type.startsWith("Input.")
                        ? input.apply(new Field(element))
                        : Html.element("div", "meta", "[" + Html.escape(type) + "]");
        };
    }

    private static String container(JsonObject element) {
        return ("container " + element.getString("style", "").toLowerCase(Locale.ROOT)).strip();
    }

    private static String text(JsonObject element) {
        String weight = element.getString("weight", "").toLowerCase(Locale.ROOT);
        String size = element.getString("size", "").toLowerCase(Locale.ROOT);
        return Html.element("div", "text " + weight + " " + size, Html.escape(element.getString("text", "")));
    }

    private String inline(JsonObject run) {
        String text = CardMoments.shown(run.getString("text", ""));
        JsonObject select = run.getObject("selectAction", new JsonObject());
        if ("Action.OpenUrl".equals(select.getString("type"))) {
            return sandbox.link(select.getString("url", ""), text);
        }
        String escaped = Html.escape(text);
        return run.getString("weight", "").equalsIgnoreCase("bolder") ? "<strong>" + escaped + "</strong>" : escaped;
    }

    private static String fact(JsonObject fact) {
        return "<dt>" + Html.escape(fact.getString("title", "")) + "</dt><dd>"
                + Html.escape(fact.getString("value", "")) + "</dd>";
    }

    private static String input(Field input) {
        FormField field = field(input, "");
        boolean isMenu = input.isChoice() && !PeoplePicker.is(input.element());
        return isMenu
                ? field.choice(choices(input), Arrays.asList(input.initial().split(",", -1)), input.takesSeveral())
                : text(input, field, input.initial());
    }

    static FormField field(Field input, String error) {
        JsonObject element = input.element();
        String otherwise = element.getString("placeholder", element.getString("title", input.id()));
        return new FormField(INPUT + input.id(), element.getString("label", otherwise), "", error);
    }

    static String text(Field input, FormField field, String value) {
        return field.text(
                value,
                input.element().getBoolean("isMultiline", false),
                input.element().getInt("maxLength", Integer.MAX_VALUE));
    }

    static List<Place> choices(Field input) {
        return input.choices().stream()
                .map(choice -> new Place(choice.getString("value", ""), choice.getString("title", "")))
                .toList();
    }

    private String action(JsonObject action) {
        String title = action.getString("title", "");
        return switch (action.getString("type", "")) {
            case "Action.OpenUrl" -> sandbox.link(action.getString("url", ""), title);
            case "Action.Execute", "Action.Submit" ->
                "<button name=\"action\" value=\"" + Html.escape(Buttons.word(action)) + "\" class=\""
                        + Html.escape(action.getString("style", "default")) + "\">" + Html.escape(title) + "</button>";
            default -> Html.element("span", "meta", "[" + Html.escape(title) + "]");
        };
    }
}
