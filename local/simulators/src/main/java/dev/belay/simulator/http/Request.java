package dev.belay.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as a simulator sees it.
 *
 * @param path the decoded path, without the query
 * @param rawQuery the query as it was sent, empty where there is none
 * @param headers by lower-case name, values in order
 * @param body the bytes as sent
 */
public record Request(String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The query's parameters, decoded; the last one of a name wins. */
    public Map<String, String> query() {
        return form(rawQuery);
    }

    /** The body read as {@code application/x-www-form-urlencoded}. */
    public Map<String, String> form() {
        return form(text());
    }

    /** The body read as {@code application/x-www-form-urlencoded}, with every value of each name, in order. */
    public Map<String, List<String>> fields() {
        return all(text());
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> last = new LinkedHashMap<>();
        all(encoded).forEach((name, values) -> last.put(name, values.getLast()));
        return last;
    }

    private static Map<String, List<String>> all(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), unseen -> new ArrayList<>())
                        .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
