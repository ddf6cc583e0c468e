package dev.belay.simulator.page;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who looks at what.
 *
 * @param person the id of the person
 * @param place the id of the channel or chat
 * @param choices what else the person chose, by name
 */
public record View(String person, String place, Map<String, String> choices) {
    public View {
        choices = Map.copyOf(choices);
    }

    View as(String otherPerson) {
        return new View(otherPerson, place, choices);
    }

    View at(String otherPlace) {
        return new View(person, otherPlace, choices);
    }

    View choosing(String name, String value) {
        Map<String, String> other = new TreeMap<>(choices);
        other.put(name, value);
        return new View(person, place, other);
    }

    public String choice(String name, String otherwise) {
        return choices.getOrDefault(name, otherwise);
    }

    /** @param parameter what the platform calls a place */
    String address(String parameter) {
        StringBuilder address =
                new StringBuilder("/?as=" + Html.query(person) + "&" + parameter + "=" + Html.query(place));
        new TreeMap<>(choices).forEach((name, value) -> address.append("&" + name + "=" + Html.query(value)));
        return address.toString();
    }

    /** The hidden fields of a form that does something here. */
    String fields(String parameter) {
        StringBuilder fields = new StringBuilder(Html.hidden("as", person) + Html.hidden(parameter, place));
        new TreeMap<>(choices).forEach((name, value) -> fields.append(Html.hidden(name, value)));
        return fields.toString();
    }
}
