package dev.belay.simulator.teams.card;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that a card's mentions and its texts agree (…/task-modules-and-cards/cards/cards-format, mention support). */
final class Mentions {
    private static final Pattern AT = Pattern.compile("<at>[^<]*</at>");

    private final Predicate<String> isKnown;

    Mentions(Predicate<String> isKnown) {
        this.isKnown = isKnown;
    }

    void check(JsonObject card) {
        JsonArray entities = card.getObject("msteams", new JsonObject()).getArray("entities", new JsonArray());
        Set<String> named = new HashSet<>();
        for (Object entity : entities) {
            named.add(named(entity));
        }
        Set<String> written = written(card.getArray("body", new JsonArray()));
        if (!named.equals(written)) {
            throw new InvalidCard("msteams.entities and the <at> of the texts do not match");
        }
    }

    private String named(Object entity) {
        if (!(entity instanceof JsonObject object) || !"mention".equals(object.getString("type"))) {
            throw new InvalidCard("an entity is not a mention");
        }
        JsonObject mentioned = object.getObject("mentioned", new JsonObject());
        if (!isKnown.test(mentioned.getString("id", ""))
                || mentioned.getString("name", "").isEmpty()) {
            throw new InvalidCard("a mention names nobody");
        }
        return object.getString("text", "");
    }

    private static Set<String> written(Object part) {
        Set<String> written = new HashSet<>();
        switch (part) {
            case String text -> AT.matcher(text).results().forEach(found -> written.add(found.group()));
            case Map<?, ?> object -> object.values().forEach(each -> addWritten(written, each));
            case Collection<?> array -> array.forEach(each -> addWritten(written, each));
            default -> {}
        }
        return written;
    }

    private static void addWritten(Set<String> written, @Nullable Object part) {
        if (part != null) {
            written.addAll(written(part));
        }
    }
}
