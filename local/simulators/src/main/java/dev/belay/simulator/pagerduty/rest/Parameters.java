package dev.belay.simulator.pagerduty.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a query; one whose name ends in {@code []} has as many values as it is repeated (PagerDuty/developer-docs,
 * REST-API/07-Filtering).
 */
final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Parameters(String rawQuery) {
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The last value, if it is not empty: an empty filter filters nothing. */
    Optional<String> one(String name) {
        return all(name).isEmpty()
                ? Optional.empty()
                : Optional.of(all(name).getLast()).filter(value -> !value.isEmpty());
    }

    int number(String name, int otherwise) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().matches("[0-9]{1,8}")) {
            throw Refusal.invalid(List.of(name + " must be a whole number"));
        }
        return Integer.parseInt(value.get());
    }

    Optional<Instant> moment(String name) {
        try {
            return one(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(List.of(name + " is no time: " + e.getParsedString()));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
