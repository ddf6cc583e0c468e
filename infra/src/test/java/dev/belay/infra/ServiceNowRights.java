package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an administrator is told that the integration user needs: the table of infra/servicenow/README.md.
 *
 * @param read the tables that are read
 * @param written the fields that are written, such as {@code incident.state}
 * @param created the tables that rows are made in
 */
record ServiceNowRights(Set<String> read, Set<String> written, Set<String> created) {
    /** The tables that Belay knows the states of. */
    static final List<String> ROUTED = List.of("incident", "problem", "change_request");

    private static final Path README = Path.of("servicenow", "README.md");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");
    private static final String WRITES = " read; write ";
    private static final String CREATES = ", and create rows ";

    static ServiceNowRights ofReadme() {
        Set<String> read = new TreeSet<>();
        Set<String> written = new TreeSet<>();
        Set<String> created = new TreeSet<>();
        for (String line : rows()) {
            String[] cells = line.split("\\|", -1);
            List<String> tables = cells[1].contains("each table") ? ROUTED : quoted(cells[1]);
            read.addAll(tables);
            if (cells[2].startsWith(WRITES)) {
                tables.forEach(table -> quoted(cells[2]).forEach(field -> written.add(table + "." + field)));
            }
            if (cells[2].endsWith(CREATES)) {
                created.addAll(tables);
            }
        }
        return new ServiceNowRights(read, written, created);
    }

    private static List<String> rows() {
        try {
            return Files.readAllLines(README).stream()
                    .dropWhile(line -> !line.startsWith("| on | what | for |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
