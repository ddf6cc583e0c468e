package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/** What a command was given. */
public record Fields(JsonObject values) {
    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString).filter(value -> !value.isEmpty());
    }

    public int number(String name, int otherwise) {
        return number(name).orElse(otherwise);
    }

    public OptionalInt number(String name) {
        try {
            return optional(name).map(Integer::parseInt).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number", e);
        }
    }

    /** An object of values by name, empty where it is missing. */
    public JsonObject object(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof JsonObject)) {
            throw new IllegalArgumentException(name + " is not an object");
        }
        return values.getObject(name, new JsonObject());
    }

    /** What is given in Base64. */
    public byte[] bytes(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not Base64", e);
        }
    }

    public boolean flag(String name) {
        return optional(name).filter("true"::equals).isPresent();
    }
}
