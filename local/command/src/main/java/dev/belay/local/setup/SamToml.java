package dev.belay.local.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of TOML (toml.io) as {@code samconfig.toml} is written in: sections, and in them keys with texts, truth values and lists of
 * texts.
 */
final class SamToml {
    private static final String HEAD = "# Written by './belay setup'. It holds no secret.\nversion = 0.1\n";
    private static final Pattern HEADER = Pattern.compile("(?m)^\\[([^\\[\\]\"]+)][ \\t]*(?:#.*)?$");
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(.*)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    /** {@code Name=value} or {@code ParameterKey=Name,ParameterValue=value}, with the value in quotes where it has blanks. */
    private static final Pattern OVERRIDE =
            Pattern.compile("(?:ParameterKey=)?([A-Za-z0-9]+)(?:,ParameterValue)?=(?:\"([^\"]*)\"|(\\S*))");

    private SamToml() {}

    /** A section of a file with its header; none where it has no such section. */
    static Optional<String> section(String file, String header) {
        return blocks(file).stream()
                .filter(block -> isOf(block, header))
                .findFirst()
                .map(block -> block.stripTrailing() + "\n");
    }

    /** The file with this section in the place of the one that stands, or at its end. */
    static String with(String file, String header, String section) {
        List<String> blocks = new ArrayList<>(blocks(file.isBlank() ? HEAD : file));
        int at = 0;
        while (at < blocks.size() && !isOf(blocks.get(at), header)) {
            at++;
        }
        if (at < blocks.size()) {
            blocks.set(at, section);
        } else {
            blocks.add(section);
        }
        return blocks.stream()
                .filter(block -> !block.isBlank())
                .map(block -> block.stripTrailing() + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** What stands before the first header, and each section. */
    private static List<String> blocks(String file) {
        List<String> blocks = new ArrayList<>();
        Matcher header = HEADER.matcher(file);
        int begun = 0;
        while (header.find()) {
            blocks.add(file.substring(begun, header.start()));
            begun = header.start();
        }
        blocks.add(file.substring(begun));
        return blocks;
    }

    private static boolean isOf(String block, String header) {
        Matcher first = HEADER.matcher(block);
        return first.lookingAt() && first.group(1).strip().equals(header);
    }

    /** The keys of a section, each with its value as it is written, a remark behind it included. */
    static Map<String, String> values(String section) {
        Map<String, String> values = new LinkedHashMap<>();
        String open = "";
        for (String line : section.lines().toList()) {
            Matcher key = KEY.matcher(line.strip());
            if (!open.isEmpty()) {
                values.merge(open, line, (before, more) -> before + "\n" + more);
                open = isClosed(line) ? "" : open;
            } else if (key.matches()) {
                values.put(key.group(1), key.group(2).strip());
                open = key.group(2).startsWith("[") && !isClosed(key.group(2)) ? key.group(1) : "";
            }
        }
        return values;
    }

    private static boolean isClosed(String line) {
        String bare = TEXT.matcher(line).replaceAll("").strip();
        return !bare.startsWith("#") && bare.replaceFirst("#.*", "").contains("]");
    }

    /** The parameters that {@code parameter_overrides} gives: a list of texts, or one text. What is commented out is not among them. */
    static Map<String, String> overrides(String value) {
        Map<String, String> overrides = new LinkedHashMap<>();
        value.lines()
                .filter(line -> !line.strip().startsWith("#"))
                .flatMap(line -> TEXT.matcher(line).results())
                .map(text ->
                        text.group(1) == null ? text.group(2) : text.group(1).replaceAll("\\\\(.)", "$1"))
                .forEach(text -> {
                    Matcher override = OVERRIDE.matcher(text);
                    while (override.find()) {
                        overrides.put(
                                override.group(1), override.group(2) == null ? override.group(3) : override.group(2));
                    }
                });
        return overrides;
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
