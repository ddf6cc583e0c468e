package dev.belay.simulator.servicenow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulator grants the integration user what the table of infra/servicenow/README.md says, no more and no less. */
final class GrantsTest {
    private static final Path README = Path.of("../../infra/servicenow/README.md");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_.]+)`");
    private static final String WHATEVER = "each table";
    private static final List<String> ROUTED = List.of("incident", "problem", "change_request");

    /** Of these tables a dotted field is one of another table. */
    private static final Map<String, String> REFERENCES = Map.of("user", "sys_user", "role", "sys_user_role");

    private final Map<String, Set<String>> read = new HashMap<>();
    private final Map<String, Set<String>> write = new HashMap<>();
    private final Set<String> create = new HashSet<>();

    @Test
    void the_grants_are_those_of_the_readme() throws IOException {
        Files.readAllLines(README).stream()
                .dropWhile(line -> !line.startsWith("| on | what | for |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> tables(cells[1]).forEach(table -> granted(table, cells[2])));

        Grants grants = Grants.ofReadme();
        assertThat(grants.read()).isEqualTo(read);
        assertThat(grants.write()).isEqualTo(write);
        assertThat(grants.create()).isEqualTo(create);
    }

    private static List<String> tables(String cell) {
        return cell.contains(WHATEVER) ? ROUTED : quoted(cell);
    }

    private void granted(String table, String what) {
        if (what.endsWith(", and create rows ")) {
            create.add(table);
        }
        for (String field : quoted(what)) {
            into(read, table, field);
            if (what.startsWith(" read; write ")) {
                into(write, table, field);
            }
        }
    }

    /** A dotted field needs the reference and the field that it leads to. */
    private static void into(Map<String, Set<String>> rights, String table, String field) {
        String[] steps = field.split("\\.", 2);
        rights.computeIfAbsent(table, _ -> new HashSet<>()).add(steps[0]);
        if (steps.length == 2) {
            into(rights, REFERENCES.getOrDefault(steps[0], steps[0]), steps[1]);
        }
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
