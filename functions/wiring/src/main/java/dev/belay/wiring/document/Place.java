package dev.belay.wiring.document;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An object of the document, and where it stands. What is wrong in it is noted and a stand-in is read in its place, so that one
 * reading finds every problem; settings made of stand-ins go nowhere.
 */
final class Place {
    private final String path;
    private final JsonObject object;
    private final List<Problem> problems;

    Place(String path, JsonObject object, List<Problem> problems) {
        this.path = path;
        this.object = object;
        this.problems = problems;
    }

    boolean has(String key) {
        return object.containsKey(key);
    }

    void note(String key, String says) {
        problems.add(new Problem(at(key), says));
    }

    /** Notes each member that is not one of these. */
    Place knowing(String... names) {
        return knowing(List.of(names));
    }

    Place knowing(List<String> names) {
        object.keySet().stream()
                .filter(key -> !names.contains(key))
                .forEach(key -> note(key, "is not a setting: here the settings are " + String.join(", ", names)));
        return this;
    }

    /** Notes a list that is missing or has nothing in it. */
    Place needing(String key, String description) {
        if (!has(key)) {
            note(key, "is missing: give " + description);
        } else if (object.get(key) instanceof JsonArray list && list.isEmpty()) {
            note(key, "is empty: give " + description);
        }
        return this;
    }

    String text(String key, Form form) {
        if (!has(key)) {
            note(key, "is missing: give " + form.description());
        }
        return optionalText(key, form).orElse("");
    }

    Optional<String> optionalText(String key, Form form) {
        return has(key) ? text(member(key), form) : Optional.empty();
    }

    boolean flag(String key) {
        if (has(key) && !(object.get(key) instanceof Boolean)) {
            member(key).refused("give true or false");
        }
        return Boolean.TRUE.equals(object.get(key));
    }

    /** A number that must be there. */
    void number(String key, int least, int most) {
        if (!has(key)) {
            note(key, "is missing: give " + least);
        }
        number(key, least, most, least);
    }

    int number(String key, int least, int most, int otherwise) {
        String asked = least == most ? "give " + least : "give a whole number from " + least + " to " + most;
        return has(key) ? number(member(key), least, most, asked).orElse(otherwise) : otherwise;
    }

    Place object(String key, String description) {
        if (!has(key)) {
            note(key, "is missing: give " + description);
            return nowhere();
        }
        return object(member(key), "give " + description).orElseGet(Place::nowhere);
    }

    List<Place> objects(String key) {
        return members(key).stream()
                .flatMap(member -> object(member, "give an object, {…}").stream())
                .toList();
    }

    Set<Integer> priorities(String key) {
        Set<Integer> found = new LinkedHashSet<>();
        for (Member member : members(key)) {
            number(member, 1, 5, "a priority is 1 to 5").ifPresent(once(member, found::add));
        }
        return found;
    }

    Set<String> texts(String key, Form form) {
        Set<String> found = new LinkedHashSet<>();
        for (Member member : members(key)) {
            text(member, form).ifPresent(once(member, found::add));
        }
        return found;
    }

    private static <T> Consumer<T> once(Member member, Predicate<T> added) {
        return value -> {
            if (!added.test(value)) {
                member.refused("it stands here twice, and once is enough");
            }
        };
    }

    private List<Member> members(String key) {
        List<Member> members = new ArrayList<>();
        if (object.get(key) instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                members.add(new Member(at(key) + "[" + i + "]", array.get(i), problems));
            }
        } else if (has(key)) {
            member(key).refused("give a list, […]");
        }
        return members;
    }

    private static Optional<String> text(Member member, Form form) {
        return member.value() instanceof String text && form.matches(text)
                ? Optional.of(text)
                : member.refused("give " + form.description());
    }

    private static Optional<Integer> number(Member member, int least, int most, String asked) {
        return member.value() instanceof Number number
                        && number.doubleValue() == number.intValue()
                        && number.intValue() >= least
                        && number.intValue() <= most
                ? Optional.of(number.intValue())
                : member.refused(asked);
    }

    private Optional<Place> object(Member member, String asked) {
        return member.value() instanceof JsonObject found
                ? Optional.of(new Place(member.path(), found, problems))
                : member.refused(asked);
    }

    private Member member(String key) {
        return new Member(at(key), object.get(key), problems);
    }

    /** What is not there has no further problems. */
    private static Place nowhere() {
        return new Place("", new JsonObject(), new ArrayList<>());
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
