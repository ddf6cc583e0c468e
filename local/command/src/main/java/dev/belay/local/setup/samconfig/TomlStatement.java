package dev.belay.local.setup.samconfig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * One statement of a TOML text (toml.io), with all of the lines that it stands on: a header, a key with its value, or a blank line or remark.
 * What it says is read by the library; the lines are kept, since the library forgets remarks.
 *
 * @param text its lines with their ends
 * @param read what they say by themselves
 */
record TomlStatement(String text, TomlTable read) {
    /**
     * Each statement of a text, in their order.
     *
     * @throws NotUnderstood when it is no TOML
     */
    static List<TomlStatement> all(String file) {
        TomlParseResult whole = Toml.parse(file);
        if (whole.hasErrors()) {
            throw new NotUnderstood(
                    "it is no good TOML at " + whole.errors().getFirst().position());
        }
        List<TomlStatement> all = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : file.split("(?<=\n)", -1)) {
            open.append(line);
            TomlParseResult read = Toml.parse(open.toString());
            if (!read.hasErrors()) { // else a text or a list goes on in the next line
                all.add(new TomlStatement(open.toString(), read));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            throw new NotUnderstood("its end, " + open.toString().lines().count() + " lines, is not understood");
        }
        return all;
    }

    /** A statement of setup's own. */
    static TomlStatement of(String text) {
        return all(text).getFirst();
    }

    boolean isRemark() {
        return read.isEmpty();
    }

    boolean isHeader() {
        return text.strip().startsWith("[");
    }

    /** Whether it begins the section of this name. */
    boolean begins(List<String> section) {
        return isHeader()
                && read.isTable(section)
                && read.keyPathSet(true).stream()
                        .max(Comparator.comparingInt(List::size))
                        .equals(Optional.of(section));
    }

    /** Whether it says something of this key. */
    boolean isOf(String key) {
        return !isHeader() && read.contains(List.of(key));
    }

    /** The remark behind its value with the blank before it, and the line's end. */
    String rest() {
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            if (!Toml.parse(text.substring(0, at)).hasErrors()) { // else it is in a text, or in a line of a list
                return " " + text.substring(at);
            }
        }
        return "\n";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
