package dev.belay.simulator.teams.card;

import java.util.List;
import java.util.Map;

/**
 * What a kind of element or action must bear, and in what it holds others.
 *
 * @param required the properties that must be there
 * @param elements the properties whose arrays hold elements
 * @param actions the properties whose arrays hold actions
 * @param since the version of the format that brought it
 */
record Shape(List<String> required, List<String> elements, List<String> actions, Version since) {
    private static final Version FIRST = new Version(1, 0);

    private static Shape of(String... required) {
        return new Shape(List.of(required), List.of(), List.of(), FIRST);
    }

    private Shape since(int minor) {
        return new Shape(required, elements, actions, new Version(1, minor));
    }

    private Shape holding(String property) {
        return new Shape(required, List.of(property), actions, since);
    }

    /** The elements of the format (adaptivecards.io/schemas/1.5.0/adaptive-card.json). */
    static final Map<String, Shape> ELEMENTS = Map.ofEntries(
            Map.entry("TextBlock", of("text")),
            Map.entry("RichTextBlock", of("inlines").since(2)),
            Map.entry("Image", of("url")),
            Map.entry("Media", of("sources").since(1)),
            Map.entry("ImageSet", of("images").holding("images")),
            Map.entry("Container", of("items").holding("items")),
            Map.entry("ColumnSet", of().holding("columns")),
            Map.entry("Column", of().holding("items")),
            Map.entry("FactSet", of("facts")),
            Map.entry("ActionSet", new Shape(List.of("actions"), List.of(), List.of("actions"), new Version(1, 2))),
            Map.entry("Table", of().since(5).holding("rows")),
            Map.entry("TableRow", of().since(5).holding("cells")),
            Map.entry("TableCell", of("items").since(5).holding("items")),
            Map.entry("Input.Text", of("id")),
            Map.entry("Input.Number", of("id")),
            Map.entry("Input.Date", of("id")),
            Map.entry("Input.Time", of("id")),
            Map.entry("Input.Toggle", of("id", "title")),
            Map.entry("Input.ChoiceSet", of("id")));

    /** The actions of the format (the same schema). */
    static final Map<String, Shape> ACTIONS = Map.of(
            "Action.OpenUrl", of("url"),
            "Action.Submit", of(),
            "Action.ShowCard", of("card"),
            "Action.ToggleVisibility", of("targetElements").since(2),
            "Action.Execute", of().since(4));
}
