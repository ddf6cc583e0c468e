package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request's body, read field by field; what is wrong with it is said at once, for all fields. */
final class Body {
    private final JsonObject json;
    private final List<String> errors;

    private Body(JsonObject json, List<String> errors) {
        this.json = json;
        this.errors = errors;
    }

    static Body of(Request request) {
        try {
            return new Body(JsonParser.object().from(request.text()), new ArrayList<>());
        } catch (JsonParserException e) {
            throw Refusal.invalid(List.of("The body is no JSON object"));
        }
    }

    /** An object that must be there. */
    Body inside(String name) {
        return optionalInside(name).orElseGet(() -> {
            errors.add(name + " is missing");
            return new Body(new JsonObject(), errors);
        });
    }

    Optional<Body> optionalInside(String name) {
        if (json.get(name) instanceof JsonObject inner) {
            return Optional.of(new Body(inner, errors));
        }
        if (json.get(name) != null) {
            errors.add(name + " must be an object");
        }
        return Optional.empty();
    }

    List<Body> list(String name) {
        if (json.get(name) == null) {
            return List.of();
        }
        List<Body> list = new ArrayList<>();
        if (json.get(name) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof JsonObject inner) {
                    list.add(new Body(inner, errors));
                } else {
                    errors.add(name + " must hold objects");
                }
            }
        } else {
            errors.add(name + " must be an array");
        }
        return list;
    }

    String required(String name) {
        return optional(name).filter(value -> !value.isBlank()).orElseGet(() -> {
            errors.add(name + " cannot be empty");
            return "";
        });
    }

    Optional<String> optional(String name) {
        if (json.get(name) instanceof String text) {
            return Optional.of(text);
        }
        if (json.get(name) != null) {
            errors.add(name + " must be a string");
        }
        return Optional.empty();
    }

    /** A field with one of these values. */
    String oneOf(String name, Set<String> values) {
        String value = required(name);
        if (!value.isEmpty() && !values.contains(value)) {
            errors.add(name + " must be one of " + String.join(", ", values));
        }
        return value;
    }

    /** The id of a reference of this type. */
    String reference(String type) {
        oneOf("type", Set.of(type));
        return required("id");
    }

    void wrong(String error) {
        errors.add(error);
    }

    /** Refuses the request where something was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
