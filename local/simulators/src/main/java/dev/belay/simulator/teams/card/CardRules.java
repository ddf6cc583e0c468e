package dev.belay.simulator.teams.card;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks a card's shape as far as a sender can get it wrong (adaptivecards.io/schemas/1.5.0/adaptive-card.json). */
public final class CardRules {
    private final Predicate<String> isKnown;

    /** @param isKnown whether an id that is mentioned is somebody's */
    public CardRules(Predicate<String> isKnown) {
        this.isKnown = isKnown;
    }

    /** Throws where the content of an attachment is not a card that Teams takes. */
    public void check(@Nullable Object content) {
        if (!(content instanceof JsonObject card) || !"AdaptiveCard".equals(card.getString("type"))) {
            throw new InvalidCard("type is not AdaptiveCard");
        }
        Version version = Version.of(card.get("version"));
        if (version.compareTo(Version.NEWEST) > 0) {
            throw new InvalidCard("Teams shows cards up to version " + Version.NEWEST);
        }
        new Walk(version).card(card);
        new Mentions(isKnown).check(card);
    }

    /** One way through one card. */
    private static final class Walk {
        private final Version version;
        private final Set<String> ids = new HashSet<>();

        Walk(Version version) {
            this.version = version;
        }

        void card(JsonObject card) {
            if (!(card.get("body") instanceof JsonArray body)) {
                throw new InvalidCard("body is not an array");
            }
            each(body, Shape.ELEMENTS, "");
            actions(card.get("actions"));
            refresh(card.get("refresh"));
        }

        private void refresh(@Nullable Object refresh) {
            if (refresh instanceof JsonObject object) {
                one(object.get("action"), Shape.ACTIONS, "");
                if (object.getArray("userIds", new JsonArray()).size() > 60) {
                    throw new InvalidCard("refresh names more than 60 people");
                }
            }
        }

        private void actions(@Nullable Object actions) {
            if (actions instanceof JsonArray array) {
                each(array, Shape.ACTIONS, "");
            } else if (actions != null) {
                throw new InvalidCard("actions is not an array");
            }
        }

        private void each(JsonArray array, Map<String, Shape> shapes, String implied) {
            array.forEach(element -> one(element, shapes, implied));
        }

        /** @param implied the type of an element that need not say it, such as a column */
        private void one(@Nullable Object element, Map<String, Shape> shapes, String implied) {
            if (!(element instanceof JsonObject object)) {
                throw new InvalidCard("an element is not an object");
            }
            String type = object.getString("type", implied);
            Shape shape = shapes.get(type);
            if (shape == null) {
                throw new InvalidCard("no element is of type " + type);
            }
            if (shape.since().compareTo(version) > 0) {
                throw new InvalidCard(type + " needs version " + shape.since());
            }
            fits(object, type, shape);
            within(object, type, shape, shapes);
        }

        private void fits(JsonObject object, String type, Shape shape) {
            for (String required : shape.required()) {
                Object value = object.get(required);
                if (value == null || (value instanceof String text && text.isEmpty() && !"text".equals(required))) {
                    throw new InvalidCard(type + " has no " + required);
                }
            }
            InputRules.check(object, type);
            String id = object.getString("id", "");
            if (!id.isEmpty() && !ids.add(id)) {
                throw new InvalidCard("the id " + id + " is borne twice");
            }
        }

        private void within(JsonObject object, String type, Shape shape, Map<String, Shape> shapes) {
            for (String held : shape.elements()) {
                each(object.getArray(held, new JsonArray()), Shape.ELEMENTS, implied(held));
            }
            shape.actions().forEach(held -> actions(object.get(held)));
            if (object.get("selectAction") != null) {
                one(object.get("selectAction"), Shape.ACTIONS, "");
            }
            if (object.get("fallback") instanceof JsonObject fallback) {
                new Walk(version).one(fallback, shapes, "");
            }
            if ("Action.ShowCard".equals(type) && object.get("card") instanceof JsonObject card) {
                card(card);
            }
        }

        private static String implied(String held) {
            return switch (held) {
                case "columns" -> "Column";
                case "rows" -> "TableRow";
                case "cells" -> "TableCell";
                case "images" -> "Image";
                default -> "";
            };
        }
    }
}
