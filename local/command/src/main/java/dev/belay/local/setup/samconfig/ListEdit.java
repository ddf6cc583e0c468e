package dev.belay.local.setup.samconfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** A list of overrides as it is written, in which what is not changed stays to the letter, remarks too. */
final class ListEdit {
    /** Where a text of the list stands, its quotes included. */
    private record Span(int start, int end, String value) {}

    private final String text;
    private final List<Span> spans = new ArrayList<>();

    /**
     * @param text the statement that gives the list
     * @param list as it is read, of texts alone
     */
    ListEdit(String text, TomlArray list) {
        this.text = text;
        for (int i = 0; i < list.size(); i++) {
            spans.add(span(offset(list.inputPositionOf(i)), list.getString(i)));
        }
    }

    /** Where a text begins. The library says where what comes before it does, and counts lines and code points from one. */
    private int offset(TomlPosition position) {
        int at = 0;
        for (int i = 1; i < position.line(); i++) {
            at = text.indexOf('\n', at) + 1;
        }
        at = text.offsetByCodePoints(at, position.column() - 1);
        while (" \t\r\n,#".indexOf(text.charAt(at)) >= 0) {
            at = text.charAt(at) == '#' ? text.indexOf('\n', at) : at + 1;
        }
        return at;
    }

    private Span span(int start, String value) {
        String quotes = text.substring(start, start + 1).repeat(3);
        int least = text.startsWith(quotes, start) ? 2 * quotes.length() : 2;
        for (int end = start + least; end <= text.length(); end++) {
            TomlParseResult read = Toml.parse("it = " + text.substring(start, end));
            if (!read.hasErrors() && value.equals(read.get(List.of("it")))) {
                return new Span(start, end, value);
            }
        }
        throw new NotUnderstood("parameter_overrides has a text whose end is not seen");
    }

    /**
     * The statement with other values.
     *
     * @param wanted each parameter that it gives then
     * @param gone those that it gives no more
     */
    String changed(Map<String, String> wanted, Set<String> gone) {
        Map<String, String> missing = new LinkedHashMap<>(wanted);
        spans.forEach(span ->
                missing.keySet().removeAll(SamOverrides.read(span.value()).keySet()));
        StringBuilder next = new StringBuilder(text);
        if (!missing.isEmpty()) {
            add(next, missing);
        }
        for (Span span : spans.reversed()) {
            Map<String, String> standing = SamOverrides.read(span.value());
            Map<String, String> then = new LinkedHashMap<>(standing);
            then.keySet().removeAll(gone);
            then.replaceAll(wanted::getOrDefault);
            if (then.isEmpty()) {
                take(next, span);
            } else if (!then.equals(standing)) {
                next.replace(span.start(), span.end(), SamOverrides.written(then));
            }
        }
        return next.toString();
    }

    private void add(StringBuilder next, Map<String, String> missing) {
        int bracket = bracket();
        int line = text.lastIndexOf('\n', bracket) + 1;
        boolean ownLine = line > 0 && text.substring(line, bracket).isBlank();
        if (ownLine) {
            next.insert(line, SamOverrides.lines(missing));
        } else {
            next.insert(
                    bracket,
                    (spans.isEmpty() ? "" : " ") + SamOverrides.each(missing).collect(Collectors.joining(", ")));
        }
        if (!spans.isEmpty()
                && !text.substring(spans.getLast().end()).stripLeading().startsWith(",")) {
            next.insert(spans.getLast().end(), ",");
        }
    }

    /** Where the list is closed. */
    private int bracket() {
        int at = text.indexOf(']', spans.isEmpty() ? 0 : spans.getLast().end());
        while (Toml.parse(text.substring(0, at + 1)).hasErrors()) { // it is in a remark
            at = text.indexOf(']', at + 1);
        }
        return at;
    }

    /** Takes a text away with the comma behind it, and with its line where nothing else is in that. */
    private static void take(StringBuilder next, Span span) {
        int end = span.end();
        while (end < next.length() && " ,\t\r".indexOf(next.charAt(end)) >= 0) {
            end++;
        }
        int line = next.lastIndexOf("\n", span.start()) + 1;
        boolean ownLine = next.charAt(end) == '\n'
                && line > 0
                && next.substring(line, span.start()).isBlank();
        next.delete(ownLine ? line : span.start(), ownLine ? end + 1 : end);
    }
}
