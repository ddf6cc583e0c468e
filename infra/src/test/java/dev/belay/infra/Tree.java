package dev.belay.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A part of a template: a text, a number, a list or named parts; an intrinsic function is a part named {@code Ref} or {@code Fn::…}. */
record Tree(@Nullable Object value) {
    /** The part at the end of this path; an empty one where the path ends early. */
    Tree at(String... path) {
        Tree here = this;
        for (String name : path) {
            here = new Tree(here.value instanceof Map<?, ?> parts ? parts.get(name) : null);
        }
        return here;
    }

    boolean isThere() {
        return value != null;
    }

    String text() {
        if (value instanceof Map || value instanceof List || value == null) {
            throw new AssertionError("not a text: " + value);
        }
        return value.toString();
    }

    int number() {
        return Integer.parseInt(text());
    }

    /** The names of the parts. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        if (value instanceof Map<?, ?> parts) {
            parts.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /** The elements of a list; a single value is its own only element. */
    List<Tree> elements() {
        return value instanceof List<?> list ? list.stream().map(Tree::new).toList() : List.of(this);
    }

    /** What an intrinsic function of this name is given, if this is one. */
    Optional<Tree> call(String function) {
        return Optional.of(at(function)).filter(Tree::isThere);
    }
}
