package dev.belay.local.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command's words after its name, taken apart.
 *
 * @param values each option given, by its name with the dashes
 * @param flags the options without a value that were given
 * @param words what is not an option, in order
 */
record Options(Map<String, String> values, List<String> flags, List<String> words) {
    /**
     * @param valued the options that take a value, as {@code --name value} or {@code --name=value}
     * @param flags the options that take none
     * @throws Usage on an option that is not known, lacks its value, or is given twice
     */
    static Options parse(List<String> arguments, Collection<String> valued, Collection<String> flags) {
        Options parsed = new Options(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!argument.startsWith("-")) {
                parsed.words.add(argument);
            } else if (flags.contains(argument)) {
                parsed.flags.add(argument);
            } else {
                parsed.take(argument, rest, valued);
            }
        }
        return parsed;
    }

    private void take(String argument, Iterator<String> rest, Collection<String> valued) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!valued.contains(name)) {
            throw new Usage("there is no option " + name);
        }
        String value = equals >= 0 ? argument.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
        if (value.isBlank()) {
            throw new Usage(name + " needs a value");
        }
        if (values.put(name, value) != null) {
            throw new Usage(name + " is given twice");
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Nothing but options was expected. */
    Options withoutWords() {
        if (!words.isEmpty()) {
            throw new Usage("'" + words.getFirst() + "' is not an option");
        }
        return this;
    }
}
