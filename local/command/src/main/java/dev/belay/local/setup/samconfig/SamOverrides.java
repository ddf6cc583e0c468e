package dev.belay.local.setup.samconfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * The parameters of a template as {@code parameter_overrides} gives them: a list of texts, or one text, each with {@code Name=value} or
 * {@code ParameterKey=Name,ParameterValue=value}; a value with a blank stands in quotes
 * (github.com/aws/aws-sam-cli, samcli/cli/types.py, CfnParameterOverridesType).
 */
final class SamOverrides {
    private static final Pattern OVERRIDE = Pattern.compile("(?:ParameterKey=)?([A-Za-z0-9]+)(?:,ParameterValue)?="
            + "(\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|(?:\\\\.|[^ \"\\\\])+) *");
    private static final Pattern BARE = Pattern.compile("[^\\s\"'\\\\]+");

    private SamOverrides() {}

    /**
     * What one text says.
     *
     * @throws NotUnderstood when SAM would not read all of it
     */
    static Map<String, String> read(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        Matcher override = OVERRIDE.matcher(text.strip());
        int end = 0;
        while (override.find() && override.start() == end) {
            read.put(override.group(1), bare(override.group(2)));
            end = override.end();
        }
        if (end < text.strip().length()) {
            throw new NotUnderstood("parameter_overrides has a text that is not Name=value throughout");
        }
        return read;
    }

    private static String bare(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return (quoted ? value.substring(1, value.length() - 1) : value)
                .replace("\\ ", " ")
                .replace("\\\"", "\"")
                .replace("\\'", "'");
    }

    /** One text that says these. */
    static String written(Map<String, String> values) {
        return TomlStatement.quoted(values.entrySet().stream()
                .map(each -> each.getKey() + "="
                        + (BARE.matcher(each.getValue()).matches()
                                ? each.getValue()
                                : "\"" + each.getValue().replace("\"", "\\\"") + "\""))
                .collect(Collectors.joining(" ")));
    }

    /** A list of these, one in a line. */
    static String listed(Map<String, String> values) {
        return "[\n" + lines(values) + "]";
    }

    /** The same without the brackets. */
    static String lines(Map<String, String> values) {
        return each(values).map(text -> "  " + text + ",\n").collect(Collectors.joining());
    }

    /** A text for each of these. */
    static Stream<String> each(Map<String, String> values) {
        return values.entrySet().stream().map(each -> written(Map.of(each.getKey(), each.getValue())));
    }

    /**
     * The statement with these values, and without those that are gone. A list keeps its form and its remarks.
     *
     * @throws NotUnderstood when it cannot be changed so
     */
    static String changed(TomlStatement standing, String key, Map<String, String> values, Set<String> gone) {
        Object value = standing.read().get(List.of(key));
        Map<String, String> wanted = new LinkedHashMap<>();
        String next;
        if (value instanceof String text) {
            wanted.putAll(read(text));
            merge(wanted, values, gone);
            next = key + " = " + listed(wanted) + standing.rest();
        } else if (value instanceof TomlArray list) {
            texts(list).forEach(text -> wanted.putAll(read(text)));
            merge(wanted, values, gone);
            next = new ListEdit(standing.text(), list).changed(wanted, gone);
        } else {
            throw new NotUnderstood(key + " is neither a text nor a list of texts");
        }
        if (!wanted.equals(of(Toml.parse(next), key))) {
            throw new NotUnderstood(key + " has a form that setup does not change");
        }
        return next;
    }

    private static void merge(Map<String, String> wanted, Map<String, String> values, Set<String> gone) {
        wanted.putAll(values);
        wanted.keySet().removeAll(gone);
    }

    private static Map<String, String> of(TomlTable read, String key) {
        Map<String, String> all = new LinkedHashMap<>();
        texts(read.getArrayOrEmpty(List.of(key))).forEach(text -> all.putAll(read(text)));
        return all;
    }

    private static List<String> texts(TomlArray list) {
        List<String> texts = new ArrayList<>();
        for (Object each : list.toList()) {
            if (!(each instanceof String text)) {
                throw new NotUnderstood("parameter_overrides has something in its list that is no text");
            }
            texts.add(text);
        }
        return texts;
    }
}
