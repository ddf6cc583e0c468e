package dev.belay.simulator.teams.dialog;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.card.PeoplePicker;
import dev.belay.simulator.teams.tenant.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An input of a card as Teams' client shows it. What it sends and when it is content is that of the client's renderer (npm
 * {@code adaptivecards}): a text is sent even if it is empty, a choice only if one was made, several choices with commas between.
 */
public record Field(JsonObject element) {
    /** The inputs of a card, wherever they stand in it. */
    public static List<Field> all(JsonObject card) {
        List<Field> found = new ArrayList<>();
        collect(card, found);
        return found;
    }

    private static void collect(@Nullable Object part, List<Field> found) {
        if (part instanceof JsonObject object) {
            if (object.getString("type", "").startsWith("Input.")) {
                found.add(new Field(object));
            }
            object.values().forEach(each -> collect(each, found));
        } else if (part instanceof Collection<?> array) {
            array.forEach(each -> collect(each, found));
        }
    }

    public String id() {
        return element.getString("id", "");
    }

    public String type() {
        return element.getString("type", "");
    }

    public boolean isRequired() {
        return element.getBoolean("isRequired", false);
    }

    public boolean isChoice() {
        return "Input.ChoiceSet".equals(type());
    }

    public boolean takesSeveral() {
        return element.getBoolean("isMultiSelect", false);
    }

    /** What stands in it when it opens. */
    public String initial() {
        String otherwise = "Input.Toggle".equals(type()) ? element.getString("valueOff", "false") : "";
        return element.getString("value", otherwise);
    }

    public List<JsonObject> choices() {
        return element.getArray("choices", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Whether a person may be chosen here; each scope leaves out those who are of no or of another tenant's directory. */
    public boolean offers(Person person, String tenant, List<Person> conversation) {
        boolean isListed = person.canPress() && person.tenant().equals(tenant);
        return PeoplePicker.is(element)
                && isListed
                && (!PeoplePicker.isOfConversation(element) || conversation.contains(person));
    }

    /**
     * Throws where somebody fills in what the client does not let them.
     *
     * @param people whether the object id is that of a person who may be chosen here
     */
    void demandPossible(String value, Predicate<String> people) {
        if (value.length() > element.getInt("maxLength", Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the field " + id() + " takes " + element.getInt("maxLength", 0) + " characters");
        }
        if (isChoice()) {
            List<String> chosen = split(value);
            if (chosen.size() > 1 && !takesSeveral()) {
                throw new IllegalArgumentException("the field " + id() + " takes one choice");
            }
            chosen.stream().filter(each -> !isOffered(each, people)).findFirst().ifPresent(each -> {
                throw new IllegalArgumentException("the field " + id() + " does not offer " + each);
            });
        }
    }

    private List<String> split(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        return takesSeveral() ? Arrays.asList(value.split(",", -1)) : List.of(value);
    }

    private boolean isOffered(String value, Predicate<String> people) {
        return (PeoplePicker.is(element) && people.test(value))
                || choices().stream().anyMatch(choice -> value.equals(choice.getString("value")));
    }

    /** What the client says beneath it, so that it sends nothing; the card's own words, which may be empty. */
    Optional<String> fault(String value) {
        boolean isMissing =
                "Input.Toggle".equals(type()) ? !value.equals(element.getString("valueOn", "true")) : value.isEmpty();
        boolean isWrong = !value.isEmpty()
                && element.has("regex")
                && !Pattern.compile(element.getString("regex", ""))
                        .matcher(value)
                        .find();
        return (isRequired() && isMissing) || isWrong
                ? Optional.of(element.getString("errorMessage", ""))
                : Optional.empty();
    }

    /** What is sent of it. */
    Optional<String> sent(String value) {
        return isChoice() && value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
