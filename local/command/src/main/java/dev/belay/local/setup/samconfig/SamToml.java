package dev.belay.local.setup.samconfig;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** {@code samconfig.toml} with one section of it, which alone is setup's to change. */
public final class SamToml {
    private static final String HEAD = "# Written by './belay setup'. It holds no secret.\nversion = 0.1\n";

    private final String before;
    private final Optional<String> section;
    private final String after;

    private SamToml(String before, Optional<String> section, String after) {
        this.before = before;
        this.section = section;
        this.after = after;
    }

    /**
     * A file's text.
     *
     * @param name of the section, such as {@code default}, {@code deploy}, {@code parameters}
     * @throws NotUnderstood when it is no TOML, or says what is in the section in another form
     */
    public static SamToml of(String file, List<String> name) {
        List<TomlStatement> all = TomlStatement.all(file);
        int begin = 0;
        while (begin < all.size() && !all.get(begin).begins(name)) {
            begin++;
        }
        if (begin == all.size()) {
            if (Toml.parse(file).contains(name)) {
                throw new NotUnderstood(String.join(".", name) + " is no section with a header of its own");
            }
            return new SamToml(file, Optional.empty(), "");
        }
        int end = begin + 1;
        while (end < all.size() && !all.get(end).isHeader()) {
            end++;
        }
        while (all.get(end - 1).isRemark()) { // it belongs to what follows
            end--;
        }
        return new SamToml(
                text(all.subList(0, begin)),
                Optional.of(ended(text(all.subList(begin, end)))),
                text(all.subList(end, all.size())));
    }

    private static String text(List<TomlStatement> statements) {
        return statements.stream().map(TomlStatement::text).collect(Collectors.joining());
    }

    /** The section with its header; none where the file has no such section. */
    public Optional<String> section() {
        return section;
    }

    /** The file with this section in the place of the one that stands, or at its end. */
    public String with(String wanted) {
        return section.isPresent()
                ? before + wanted + after
                : before.isBlank() ? HEAD + "\n" + wanted : ended(before) + "\n" + wanted;
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
